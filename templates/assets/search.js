// The search: finds codes and comparisons by number, word, header field or Q.850 cause, and shows them as one types.

const longestQuery = 200;
const mostResults = 12;

// --- Words ---------------------------------------------------------------------------------------------------------

/** A text without what writers vary: width, case, Latin accents, katakana or hiragana, long vowels, places to break. */
export function fold(text) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u00ad\u200b]/g, '')
    .normalize('NFC')
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/(?<=[\u3041-\u3096])ー/g, '');
}

// A run of Han and kana, or a word of other letters and digits, whose parts hyphens may join.
const run = /[\p{Script=Han}\p{Script=Hiragana}々]+|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
const isRunOfHanAndKana = /^[\p{Script=Han}\p{Script=Hiragana}々]/u;

/** The overlapping pairs of characters of a run, which serve as words where no spaces divide them. */
function bigrams(characters) {
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, at) => characters[at] + character);
}

/** The words of a text; one of several parts, such as `retry-after`, as [`retryafter`, `retry`, `after`]. */
function* runs(text) {
  for (const [found] of fold(text).matchAll(run)) {
    if (isRunOfHanAndKana.test(found)) {
      yield { characters: [...found] };
    } else {
      const parts = found.split('-');
      yield { word: parts.join(''), parts };
    }
  }
}

/** What a text is found by. */
export function tokenize(text) {
  const tokens = [];
  for (const { characters, word, parts } of runs(text)) {
    // The last character begins no pair; alone it can be found, too.
    if (characters) tokens.push(...new Set([...bigrams(characters), characters.at(-1)]));
    else tokens.push(...new Set([word, ...parts]));
  }
  return tokens;
}

/** What a query asks for: words, where one has parts, it whole or all of its parts; and the pairs of its runs. */
function wanted(text) {
  const words = [];
  const pairs = [];
  for (const { characters, word, parts } of runs(text)) {
    if (characters) pairs.push(...bigrams(characters));
    else if (parts.length === 1) words.push(word);
    else words.push({ combineWith: 'OR', queries: [word, { combineWith: 'AND', queries: parts }] });
  }
  return { words, pairs: [...new Set(pairs)] };
}

// How many letters of a word may be wrong.
const mistakesIn = (word) => (/^[a-z]{4,}$/.test(word) ? (word.length < 8 ? 1 : 2) : 0);

/** A word or, since two letters that are swapped count as two wrong ones, it and what it is with each such pair put right. */
function withSwaps(word) {
  if (mistakesIn(word) !== 1) return word;
  const swapped = Array.from(word.slice(1), (letter, at) => word.slice(0, at) + letter + word[at] + word.slice(at + 2));
  return { combineWith: 'OR', queries: [word, { queries: swapped, fuzzy: false }] };
}

// --- Queries -------------------------------------------------------------------------------------------------------

// What stands before a number that is a cause.
const causeWord = '(?:q\\.?\\s?850|cause|causa|理由表示値|理由|原因)';
const cause = new RegExp(`${causeWord}[\\s:;=]*(?:${causeWord}[\\s:;=]*)*(\\d{1,3})(?!\\d)`, 'u');

// What precedes the number in a status line and in speech: it says nothing on a site about SIP.
const protocol = /(?<![\p{L}\p{N}])sip(?:\/2\.0)?[\s-]*(?=[1-6])/gu;

const threeDigits = /(?<!\d)\d{3}(?!\d)/g;
const beginning = /^(\d{1,2})[x*]{0,2}$|^([1-6])00番[台代]$/;

// What stands between the sides of a comparison. A と before hiragana mostly belongs to a word or another particle.
const versus = new RegExp(
  [
    '(?<![\\p{Script=Latin}\\p{N}])(?:vs\\.?|versus|x|or|ou)(?![\\p{Script=Latin}\\p{N}])',
    '×',
    'または',
    '(?<!\\p{Script=Han})対(?!\\p{Script=Han})',
    '(?<!こ)と(?=\\s*[^\\s\\p{Script=Hiragana}])',
    '(?<!\\p{Script=Hiragana})と(?=\\s*$)',
  ].join('|'),
  'u',
);
// What else shows, after a code, that another one is to follow.
const joint = /^(?:[-–—ー/,、・+&~]|e|and)$/;

/** Pairs of items, the better ones of both sides first. */
function crossed(these, those) {
  const pairs = these.flatMap((a, i) => those.map((b, j) => ({ a, b, rank: i + j })));
  return pairs.sort((one, other) => one.rank - other.rank).map(({ a, b }) => [a, b]);
}

// How near a query is to an entry: a name of it, part of its names, topic or causes, neither, or in longer words only.
const nearness = { name: 0, part: 1, other: 2, inside: 3 };
const onlyHan = /^\p{Script=Han}+$/u;

function nearnessOf({ phrase, gloss = '', topic = '', former = [], causes = [], text = '' }, query) {
  const names = [phrase, gloss, ...former].map(fold);
  if (names.includes(query)) return nearness.name;
  const texts = [...names, ...[topic, ...causes].map(fold)];
  if (texts.some((each) => each.includes(query))) return nearness.part;
  // 話中 is no word of 通話中.
  if (onlyHan.test(query) && !new RegExp(`(?<!\\p{Script=Han})${query}`, 'u').test(fold(text))) return nearness.inside;
  return nearness.other;
}

/** Finds codes and comparisons of an index. */
export class Finder {
  #codes;
  #pairAddress;
  #entries;
  #library;

  constructor(MiniSearch, index) {
    this.#codes = index.codes;
    this.#pairAddress = index.pair;
    this.#entries = new Map(index.codes.map((entry) => [entry.code, entry]));
    const list = ['former', 'causes', 'headers'];
    this.#library = new MiniSearch({
      idField: 'code',
      fields: ['phrase', 'gloss', 'topic', 'text', ...list],
      extractField: (entry, field) => (list.includes(field) ? entry[field]?.join(' , ') : entry[field]),
      tokenize,
      processTerm: (term) => term,
      searchOptions: {
        tokenize: (term) => [term],
        boost: { phrase: 5, gloss: 5, former: 4, topic: 3, causes: 2, headers: 2, text: 1 },
        prefix: (term) => !/^\d/.test(term),
      },
    });
    this.#library.addAll(index.codes);
  }

  /** The results for what was typed, best first, as `{ kind: 'code' | 'pair', url, codes, entries }`. */
  find(query) {
    // Not folded as a whole: と between words must not be taken for a part of タイムアウト.
    const text = query.slice(0, longestQuery).normalize('NFKC').toLowerCase().replace(protocol, ' ').trim();
    // A list of codes by their beginning is complete; what was ranked ends where it stops being of use.
    const list = this.#byBeginning(text);
    if (list.length > 0) return list.map((entry) => this.#page(entry));
    for (const way of [this.#byCause, this.#byNumber, this.#bySides, this.#byWords]) {
      const results = way.call(this, text);
      if (results.length > 0) return this.#distinct(results).slice(0, mostResults);
    }
    return [];
  }

  // Each of these returns results, or none if the text is not of its kind.

  #byBeginning(text) {
    const [, digits, ofClass] = beginning.exec(text) ?? [];
    const begins = digits ?? ofClass;
    return begins ? this.#codes.filter(({ code }) => String(code).startsWith(begins)) : [];
  }

  #byCause(text) {
    const [, number] = cause.exec(text) ?? [];
    if (!number) return [];
    const has = ({ causes = [] }) => causes.some((name) => Number.parseInt(name, 10) === Number(number));
    const having = this.#codes.filter(has);
    if (having.length === 0) return [];
    // First the codes that few other causes stand for.
    having.sort((one, other) => one.causes.length - other.causes.length);
    return [...having, ...this.#matching(text, 'AND')].map((entry) => this.#page(entry));
  }

  #byNumber(text) {
    const named = (text.match(threeDigits) ?? []).map((digits) => this.#entries.get(Number(digits))).filter(Boolean);
    const entries = [...new Set(named)];
    if (entries.length > 1) return [...this.#pairsAmong(entries), ...entries.map((entry) => this.#page(entry))];
    if (entries.length === 0) return [];
    const [entry] = entries;
    const rest = text.replaceAll(entry.code, ' ').trim();
    const compared = named.length === 1 ? this.#comparedWith(entry, rest) : [];
    if (compared.length > 0) return compared;
    const pairs = this.#pairsWith(entry, this.#nearest(entry)).slice(0, 3);
    const others = this.#matching(rest, 'AND').filter((other) => nearnessOf(other, fold(rest)) < nearness.other);
    return [this.#page(entry), ...pairs, ...others.map((other) => this.#page(other))];
  }

  #bySides(text) {
    const sides = text.split(versus).map((side) => side.trim());
    if (sides.length < 2) return [];
    const [these, those] = sides.filter(Boolean).map((side) => this.#best(side).slice(0, 3));
    if (!these || these.length === 0) return [];
    if (!those) return this.#comparedWith(these[0], 'vs');
    if (those.length === 0) return [];
    const pairs = crossed(these, those).flatMap(([a, b]) => this.#pair(a, b) ?? []);
    return [...pairs, this.#page(these[0]), this.#page(those[0])];
  }

  #byWords(text) {
    return this.#best(text).map((entry) => this.#page(entry));
  }

  /** The comparisons of a code with what the rest of a query asks for, then the code; none if it asks for none. */
  #comparedWith(entry, rest) {
    const other = rest.replace(versus, ' ').trim();
    const isComparison = versus.test(rest) || joint.test(rest);
    let partners = [];
    if (/^[-/,\s]*\d{1,2}$/.test(other)) partners = this.#byBeginning(other.replace(/\D/g, ''));
    else if (isComparison) partners = other === '' || joint.test(other) ? this.#nearest(entry) : this.#best(other);
    const pairs = this.#pairsWith(entry, partners).slice(0, mostResults - 1);
    return pairs.length > 0 ? [...pairs, this.#page(entry)] : [];
  }

  /** The other codes, the nearest first: those that an entry is related to, in the order of the index, then by number. */
  #nearest(entry) {
    const related = (entry.related ?? []).map((code) => this.#entries.get(code)).filter(Boolean);
    const distance = ({ code }) => Math.abs(code - entry.code);
    const others = this.#codes.filter((other) => other !== entry && !related.includes(other));
    return [...related, ...others.sort((one, other) => distance(one) - distance(other))];
  }

  /** The codes for words, best first: with all the words, or else with all but for typing errors, or else with any. */
  #best(text) {
    for (const combineWith of ['AND', 'OR']) {
      for (const fuzzy of [false, true]) {
        const found = this.#matching(text, combineWith, fuzzy);
        if (found.length > 0) return found;
      }
    }
    return [];
  }

  #matching(text, combineWith, fuzzy = false) {
    const { words, pairs } = wanted(text);
    // A single letter may complete a query; where any word suffices, it would find nearly everything.
    const long = combineWith === 'OR' ? words.filter((word) => word.length !== 1) : words;
    const queries = fuzzy ? long.map(withSwaps) : long;
    if (pairs.length > 0) queries.push({ combineWith: 'OR', queries: pairs });
    if (queries.length === 0) return [];
    const found = this.#library.search({ combineWith, queries }, { fuzzy: fuzzy && mistakesIn });
    // Other words may stand between those of a run, so that some pairs are found nowhere.
    const share = ({ queryTerms }) => pairs.filter((pair) => queryTerms.includes(pair)).length / pairs.length;
    const sufficient = combineWith === 'AND' && pairs.length > 0 ? found.filter((match) => share(match) > 0.6) : found;
    const query = fold(text).trim();
    const entries = sufficient.map(({ id }) => this.#entries.get(id));
    const ranked = entries.map((entry) => ({ entry, nearness: nearnessOf(entry, query) }));
    return ranked.sort((one, other) => one.nearness - other.nearness).map(({ entry }) => entry);
  }

  #page(entry) {
    return { kind: 'code', url: entry.url, codes: [entry.code], entries: [entry] };
  }

  /** The comparison of two codes, if there is one. */
  #pair(one, other) {
    if (one === other || one.historic || other.historic) return null;
    const entries = one.code < other.code ? [one, other] : [other, one];
    const codes = entries.map(({ code }) => code);
    const url = this.#pairAddress.replace('{a}', codes[0]).replace('{b}', codes[1]);
    return { kind: 'pair', url, codes, entries };
  }

  #pairsWith(entry, others) {
    return others.flatMap((other) => this.#pair(entry, other) ?? []);
  }

  #pairsAmong(entries) {
    return entries.flatMap((entry, at) => this.#pairsWith(entry, entries.slice(at + 1)));
  }

  #distinct(results) {
    return [...new Map(results.map((result) => [result.url, result])).values()];
  }
}

// --- What is shown -------------------------------------------------------------------------------------------------

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

const inEnglish = { lang: 'en', dir: 'auto', translate: 'no' };

/** The parts of a label, with a node for each placeholder. */
function filled(label, nodes) {
  return label.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 1 ? nodes[part] : part));
}

function pairRow({ entries: [a, b] }, labels) {
  const number = (entry, side) => element('span', { class: side }, String(entry.code));
  const phrase = (entry, side) => element('span', { class: side, ...inEnglish }, entry.phrase);
  const numbers = { a: number(a, 'side-a'), b: number(b, 'side-b') };
  return [
    element('span', { class: 'codes' }, ...filled(labels.pair, numbers)),
    ' ',
    element('span', { class: 'phrases' }, phrase(a, 'side-a'), ' · ', phrase(b, 'side-b')),
  ];
}

/** A text of an entry: what is not translated yet is marked with the language it is in. */
function textOf(entry, name) {
  const language = entry[`${name}_language`];
  return element('span', { class: name, ...(language && { lang: language }) }, entry[name]);
}

function codeRow({ entries: [entry] }, labels) {
  const { code, phrase, gloss, topic, historic } = entry;
  const words = element('span', {}, element('span', { class: 'phrase', ...inEnglish }, phrase));
  if (gloss) words.append(' ', textOf(entry, 'gloss'));
  if (historic) words.append(' ', element('span', { class: 'topic' }, labels.historic));
  if (topic) words.append(' ', textOf(entry, 'topic'));
  return [element('span', { class: 'codes' }, String(code)), ' ', words];
}

/** A link as an option: it opens in a new tab like every other link, and is reached with the arrow keys only. */
function option(result, id, labels) {
  const row = result.kind === 'pair' ? pairRow(result, labels) : codeRow(result, labels);
  const role = { role: 'option', tabindex: '-1', 'aria-selected': 'false' };
  return element('a', { id, class: result.kind, href: result.url, ...role }, ...row);
}

function countOf(results, labels) {
  if (results.length === 0) return labels.no_results;
  return results.length === 1 ? labels.one_result : labels.results.replace('{n}', results.length);
}

/** The field of a form as a combobox, with the results below it. */
class Combobox {
  #input;
  #list;
  #status;
  #labels;
  #finder;
  #active = -1;

  constructor(form, { index, finder }) {
    this.#labels = index.labels;
    this.#finder = finder;
    this.#input = form.querySelector('input[type="search"]');
    const name = { 'aria-label': this.#labels.results_name };
    this.#list = element('div', { id: `${form.id}-results`, role: 'listbox', class: 'results', ...name });
    this.#list.hidden = true;
    this.#status = element('p', { role: 'status', class: 'visually-hidden' });
    this.#input.after(this.#list);
    form.append(this.#status);
    this.#describeInput();
    this.#listen(form);
  }

  #describeInput() {
    const attributes = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': this.#list.id,
      'aria-expanded': 'false',
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
    };
    for (const [name, value] of Object.entries(attributes)) this.#input.setAttribute(name, value);
  }

  #listen(form) {
    this.#input.addEventListener('input', (event) => this.#update(event.isComposing));
    this.#input.addEventListener('compositionend', () => this.#update());
    this.#input.addEventListener('focus', () => this.#update());
    this.#input.addEventListener('click', () => this.#update());
    this.#input.addEventListener('keydown', (event) => this.#press(event));
    form.addEventListener('submit', (event) => this.#submit(event));
    form.addEventListener('focusout', ({ relatedTarget }) => {
      if (!form.contains(relatedTarget)) this.#close();
    });
    // The field keeps the focus while a result is clicked; some browsers would give it to nothing.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /** Shows the results for the text as it is now. */
  #update(isComposing = false) {
    const results = this.#finder.find(this.#input.value);
    // What is being composed mostly is not yet written as it will be: it finds something, or changes nothing.
    if (isComposing && results.length === 0) return;
    this.#list.replaceChildren(...results.map((result, at) => option(result, `${this.#list.id}-${at}`, this.#labels)));
    this.#list.scrollTop = 0;
    this.#activate(-1);
    this.#show(results.length > 0);
    this.#say(this.#input.value.trim() === '' ? '' : countOf(results, this.#labels));
    // The list shows that there is something; that there is nothing has to be said to all.
    this.#status.classList.toggle('visually-hidden', results.length > 0);
  }

  #say(text) {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  #show(isShown) {
    this.#list.hidden = !isShown;
    this.#input.setAttribute('aria-expanded', String(isShown));
  }

  #close() {
    this.#activate(-1);
    this.#show(false);
    this.#say('');
  }

  #activate(at) {
    const options = this.#list.children;
    options[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = at;
    const active = options[at];
    if (active) {
      active.setAttribute('aria-selected', 'true');
      active.scrollIntoView({ block: 'nearest' });
      this.#input.setAttribute('aria-activedescendant', active.id);
    } else {
      this.#input.removeAttribute('aria-activedescendant');
    }
  }

  #press(event) {
    // The key belongs to the input method. Safari ends the composition before it tells of the key that ended it.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#move(step, event);
    if (event.key === 'Escape') this.#escape(event);
  }

  #move(step, event) {
    event.preventDefault();
    if (this.#list.hidden) this.#update();
    const { length } = this.#list.children;
    if (this.#list.hidden) return;
    this.#activate(this.#active < 0 && step < 0 ? length - 1 : (this.#active + step + length) % length);
  }

  /** First closes the results, then empties the field. A dialog closes at once, by itself. */
  #escape(event) {
    const dialog = this.#input.closest('dialog');
    if (!dialog && this.#list.hidden && this.#input.value === '') return;
    event.preventDefault();
    if (dialog) {
      dialog.close();
    } else if (this.#list.hidden) {
      this.#input.value = '';
      this.#update();
    } else {
      this.#close();
    }
  }

  #submit(event) {
    event.preventDefault();
    if (this.#list.hidden) this.#update();
    const { children } = this.#list;
    (children[this.#active] ?? children[0])?.click();
  }
}

/** Makes the search field of a form find things as one types. `search` is what ready() gives. */
export function attach(form, search) {
  new Combobox(form, search);
  const input = form.querySelector('input[type="search"]');
  // What was typed while the index was on its way is not waited for again.
  if (document.activeElement === input) input.dispatchEvent(new Event('input'));
}

function makeDialog(search) {
  const { labels } = search.index;
  const label = element('label', { id: 'finder-label', for: 'finder-text' }, labels.find);
  const described = { 'aria-describedby': 'finder-hint', enterkeyhint: 'go' };
  const input = element('input', { id: 'finder-text', type: 'search', ...described });
  const close = element('button', { type: 'button', class: 'close' }, labels.close);
  const hint = element('p', { id: 'finder-hint', class: 'hint' }, labels.find_hint);
  const form = element('form', { id: 'finder', role: 'search' }, label, input, close, hint);
  const dialog = element('dialog', { class: 'finder', 'aria-labelledby': 'finder-label' }, form);
  close.addEventListener('click', () => dialog.close());
  // The form fills the dialog: what hits the dialog itself hits its backdrop. A text selected beyond it began inside.
  let isPressedOutside = false;
  dialog.addEventListener('mousedown', ({ target }) => {
    isPressedOutside = target === dialog;
  });
  dialog.addEventListener('click', ({ target }) => {
    if (isPressedOutside && target === dialog) dialog.close();
  });
  document.body.append(dialog);
  attach(form, search);
  return dialog;
}

// --- Entry points --------------------------------------------------------------------------------------------------

let loading;
let dialog;

async function load() {
  const { index: address, library } = document.querySelector('#site').dataset;
  const inPage = (url) => new URL(url, document.baseURI).href;
  // The index changes under its name: a copy of before may not know what this script expects.
  const fetched = fetch(inPage(address), { cache: 'no-cache' });
  const [response, { default: MiniSearch }] = await Promise.all([fetched, import(inPage(library))]);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  const index = await response.json();
  return { index, finder: new Finder(MiniSearch, index) };
}

/** The index and its finder, loaded once; rejects if they cannot be had, and tries again the next time. */
export async function ready() {
  loading ??= load();
  try {
    return await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

/** Pages without a search of their own have no style sheet for it. */
async function loadStyle() {
  const { style } = document.getElementById('site').dataset;
  if (document.querySelector(`link[rel=stylesheet][href="${style}"]`)) return;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: style });
  await new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', reject);
    document.head.append(link);
  });
}

/** Makes a form of the page a search. */
export async function start(form) {
  attach(form, await ready());
}

/** Opens the search above the page, with a text to begin with. */
export async function openSearch(text = '') {
  const [search] = await Promise.all([ready(), loadStyle()]);
  dialog ??= makeDialog(search);
  const input = dialog.querySelector('input');
  input.value = text;
  if (!dialog.open) dialog.showModal();
  input.focus();
  input.setSelectionRange(text.length, text.length);
  input.dispatchEvent(new Event('input'));
}
