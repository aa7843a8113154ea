// The file that holds the whole site: shows one code, or two side by side, instead of all of them at once.

const numbers = /[1-6]\d\d/g;

/** The codes that a fragment or a typed text names, in ascending order, each once. */
function codesIn(text) {
  const found = text.normalize('NFKC').match(numbers) ?? [];
  return [...new Set(found)].sort();
}

function pairId([a, b]) {
  return `${a}-vs-${b}`;
}

/** A copy of a part of the file, for a place of its own: without ids, which are there once already. */
function copyOf(element) {
  const copy = element.cloneNode(true);
  for (const each of [copy, ...copy.querySelectorAll('[id]')]) each.removeAttribute('id');
  for (const picture of copy.querySelectorAll('[aria-labelledby]')) {
    picture.setAttribute('aria-label', picture.querySelector('title').textContent);
    picture.removeAttribute('aria-labelledby');
  }
  return copy;
}

function row(name, cells) {
  const line = document.createElement('tr');
  line.append(Object.assign(document.createElement('th'), { scope: 'row', textContent: name }));
  for (const [index, cell] of cells.entries()) {
    const data = document.createElement('td');
    data.className = index === 0 ? 'side-a' : 'side-b';
    data.innerHTML = cell;
    line.append(data);
  }
  return line;
}

/** The facts on which two codes differ, as a table. */
function differences(codes) {
  const facts = codes.map((code) => {
    const terms = document.getElementById(code).querySelectorAll('.facts > dt');
    return new Map(Array.from(terms, (term) => [term.textContent, term.nextElementSibling.firstElementChild.innerHTML]));
  });
  const table = document.createElement('table');
  table.className = 'sides';
  const head = row('', codes);
  for (const cell of head.querySelectorAll('td')) cell.replaceWith(Object.assign(document.createElement('th'), { scope: 'col', className: cell.className, textContent: cell.textContent }));
  head.firstElementChild.replaceWith(document.createElement('td'));
  table.createTHead().append(head);
  const body = table.createTBody();
  for (const name of new Set(facts.flatMap((each) => [...each.keys()]))) {
    const cells = facts.map((each) => each.get(name) ?? '–');
    if (cells[0] !== cells[1]) body.append(row(name, cells));
  }
  return table;
}

/** The fragment of the address as text; nothing where it is no text, such as #%. */
function fragment() {
  try {
    return decodeURIComponent(location.hash);
  } catch {
    return '';
  }
}

/** What the fragment of the address asks for: nothing, a code, or two codes. */
function show() {
  const view = document.getElementById('view');
  const codes = codesIn(fragment()).filter((code) => document.getElementById(code));
  const pair = codes.length === 2 && document.getElementById(pairId(codes));
  document.body.dataset.view = pair ? 'pair' : codes.length === 1 ? 'code' : location.hash === '#pairs' ? 'pairs' : 'overview';
  view.replaceChildren();
  if (pair) {
    const cards = document.createElement('div');
    cards.className = 'cards';
    for (const [index, code] of codes.entries()) {
      const card = copyOf(document.getElementById(code));
      card.classList.add('card', index === 0 ? 'side-a' : 'side-b');
      cards.append(card);
    }
    view.append(copyOf(pair), differences(codes), cards);
  } else if (codes.length === 1) {
    view.append(copyOf(document.getElementById(codes[0])));
  }
  if (codes.length > 0) scrollTo(0, 0);
}

/** The comparison or the codes that a typed text means: by numbers, or by words in what the file says. */
function find(text) {
  const codes = codesIn(text).filter((code) => document.getElementById(code));
  if (codes.length >= 2) return [document.getElementById(pairId(codes.slice(0, 2)))];
  if (codes.length === 1) return [document.getElementById(codes[0])];
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const holds = (section) => words.every((word) => section.textContent.toLowerCase().includes(word));
  const headed = (section) => words.some((word) => section.firstElementChild.textContent.toLowerCase().includes(word));
  const found = [...document.querySelectorAll('section.code')].filter(holds);
  return found.sort((a, b) => headed(b) - headed(a)).slice(0, 12);
}

function link(section) {
  const item = document.createElement('li');
  const anchor = document.createElement('a');
  anchor.href = `#${section.id}`;
  anchor.append(...copyOf(section.firstElementChild).childNodes);
  for (const inner of anchor.querySelectorAll('a')) inner.replaceWith(...inner.childNodes);
  item.append(anchor);
  return item;
}

document.documentElement.dataset.scripts = 'on';
addEventListener('hashchange', show);
addEventListener('DOMContentLoaded', () => {
  const form = document.getElementById('find');
  const list = document.getElementById('found');
  const input = form.querySelector('input');
  input.addEventListener('input', () => list.replaceChildren(...find(input.value).map(link)));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const first = find(input.value)[0];
    if (first) location.hash = first.id;
  });
  show();
});
