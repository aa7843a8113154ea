// What every page can do: change its theme, copy a text, open the search, move in a matrix, be kept for offline.

const themes = ['system', 'light', 'dark'];

/** The theme that a stored word stands for: nothing, or a word that is none, is the system's. */
export function themeOf(stored) {
  return themes.includes(stored) ? stored : 'system';
}

export function nextTheme(theme) {
  return themes[(themes.indexOf(theme) + 1) % themes.length];
}

/** Whether a click or a key press is a plain one, which the browser has no use of its own for. */
export function isPlain(event) {
  return !event.defaultPrevented && !event.isComposing && !event.button && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/**
 * Where a key leads from a cell of a table: `rows` tells of each cell whether it can be gone to. Cells that cannot
 * are skipped. Returns [row, column], or nothing where the key leads nowhere.
 */
export function destination(rows, [row, column], { key, ctrlKey = false, rightToLeft = false }) {
  const cells = rows.flatMap((cells, row) => cells.flatMap((open, column) => (open ? [[row, column]] : [])));
  const inRow = cells.filter((cell) => cell[0] === row);
  const inColumn = cells.filter((cell) => cell[1] === column);
  const before = () => inRow.findLast((cell) => cell[1] < column);
  const after = () => inRow.find((cell) => cell[1] > column);
  switch (key) {
    case 'Home':
      return (ctrlKey ? cells : inRow).at(0);
    case 'End':
      return (ctrlKey ? cells : inRow).at(-1);
  }
  if (ctrlKey) return undefined;
  switch (key) {
    case 'ArrowLeft':
      return rightToLeft ? after() : before();
    case 'ArrowRight':
      return rightToLeft ? before() : after();
    case 'ArrowUp':
      return inColumn.findLast((cell) => cell[0] < row);
    case 'ArrowDown':
      return inColumn.find((cell) => cell[0] > row);
  }
  return undefined;
}

// Theme

function storedTheme() {
  try {
    return themeOf(localStorage.getItem('theme'));
  } catch {
    return 'system';
  }
}

function storeTheme(theme) {
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage is blocked: the choice lasts as long as the page.
  }
}

function showTheme(theme) {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  for (const button of document.querySelectorAll('[data-theme-button]')) {
    button.textContent = button.dataset[theme];
  }
}

function changeTheme() {
  // From what the page shows: what is stored is nothing if storage is blocked.
  const theme = nextTheme(themeOf(document.documentElement.dataset.theme));
  storeTheme(theme);
  showTheme(theme);
}

// Copying

/** The text of an element as it was written: what style sheets add to it, such as marks of differences, is not in it. */
function textOf(element) {
  return element.localName === 'pre' ? element.textContent : element.innerText.trim();
}

function pageAddress() {
  return document.querySelector('link[rel=canonical]')?.href ?? location.origin + location.pathname;
}

const resets = new WeakMap();

/** Says in the button, and to who cannot see it, that it has copied. */
function sayDone(button, status) {
  clearTimeout(resets.get(button)?.timer);
  const label = resets.get(button)?.label ?? button.textContent;
  button.textContent = status.textContent = button.dataset.done;
  const timer = setTimeout(() => {
    button.textContent = label;
    status.textContent = '';
    resets.delete(button);
  }, 2000);
  resets.set(button, { label, timer });
}

async function copy(button, status) {
  const element = button.dataset.copy === 'link' ? null : document.querySelector(button.dataset.copy);
  const text = element ? textOf(element) : pageAddress();
  try {
    await navigator.clipboard.writeText(text);
    sayDone(button, status);
  } catch {
    // No clipboard without a secure context and the reader's leave: show what the reader can then copy.
    if (element) getSelection().selectAllChildren(element);
    else prompt(button.textContent, text);
  }
}

/** The place for what is said aloud only. It has to be there before the first word is put into it. */
function makeStatus() {
  const status = document.createElement('span');
  status.className = 'visually-hidden';
  status.role = 'status';
  document.body.append(status);
  return status;
}

// Search

const site = globalThis.document?.getElementById('site');
const started = new WeakSet();

const searchField = () => document.querySelector('form#find input[type=search]');

async function openSearch(text, address) {
  try {
    const search = await import(site.dataset.search);
    await search.openSearch(text);
  } catch {
    if (address) location.assign(address);
  }
}

/** Makes the form in the page a search as you type, once the reader turns to it. */
async function startSearch(form) {
  if (started.has(form)) return;
  started.add(form);
  // Who is quicker than the index is answered once it is there.
  let isWaiting = false;
  const hold = (event) => {
    event.preventDefault();
    isWaiting = true;
  };
  form.addEventListener('submit', hold);
  try {
    const search = await import(site.dataset.search);
    await search.start(form);
  } catch {
    // Without a network the form stays what it is; the next visit to it is another attempt.
    started.delete(form);
  }
  form.removeEventListener('submit', hold);
  if (isWaiting) form.requestSubmit();
}

function focusIfFound() {
  if (location.hash === '#find') searchField()?.focus();
}

function isTyping(element) {
  return element.isContentEditable || element.matches('input:not([type=checkbox]), textarea, select');
}

// A key alone may be in the way of those who speak to their computer: they can switch it off (WCAG 2.1.4).
function hasShortcut() {
  try {
    return localStorage.getItem('shortcut') !== 'off';
  } catch {
    return true;
  }
}

function offerShortcut() {
  const box = document.querySelector('[data-shortcut]');
  if (!box) return;
  box.checked = hasShortcut();
  box.addEventListener('change', () => {
    try {
      localStorage.setItem('shortcut', box.checked ? 'on' : 'off');
    } catch {
      // Storage is blocked: nothing is kept.
    }
  });
}

function searchByKey(event) {
  if (event.key !== '/' || !hasShortcut() || !isPlain(event) || isTyping(event.target) || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  const field = searchField();
  if (field) field.focus();
  else openSearch('', document.querySelector('a[data-search]')?.href);
}

// Matrix

/** Leaves one link of a matrix in the order of Tab, so that Tab leaves the matrix. */
function rove(table, link) {
  const left = table.querySelector('a[tabindex="0"]');
  if (left) left.tabIndex = -1;
  else for (const each of table.querySelectorAll('a[href]')) each.tabIndex = -1;
  link.tabIndex = 0;
}

function moveInMatrix(event) {
  const cell = event.target.closest?.('table.matrix :is(td, th)');
  if (!cell || event.shiftKey || event.metaKey || event.altKey) return;
  const table = cell.closest('table');
  const rows = [...table.rows];
  // A cell that spans columns can be gone to in the first of them.
  const linkIn = (each) => each.querySelector('a[href]');
  const links = rows.map((row) => Array.from(row.cells, (each) => [linkIn(each), ...Array(each.colSpan - 1)]).flat());
  const rightToLeft = getComputedStyle(table).direction === 'rtl';
  const { key, ctrlKey } = event;
  const row = rows.indexOf(cell.parentElement);
  const place = destination(links, [row, links[row].indexOf(linkIn(cell))], { key, ctrlKey, rightToLeft });
  if (!place) return;
  event.preventDefault();
  links[place[0]][place[1]].focus();
}

// Offline

/** Has the worker keep the offline page of this language with all that it needs, and this page if it came past the worker. */
async function keepForOffline() {
  if (navigator.connection?.saveData) return;
  const { root, offline, index, search, library, style } = site.dataset;
  const worker = navigator.serviceWorker;
  const page = worker.controller ? null : location.href;
  const styles = Array.from(document.querySelectorAll('link[rel=stylesheet]'), (link) => link.href);
  try {
    await worker.register(`${root}sw.js`, { scope: root });
    const { active } = await worker.ready;
    const absolute = (address) => new URL(address, document.baseURI).href;
    const needed = [site.src, ...styles, ...[index, search, library, style].map(absolute)];
    active.postMessage({ page, offline: absolute(offline), needed });
  } catch {
    // Private windows may refuse; the site then needs a network.
  }
}

function begin() {
  const status = document.querySelector('[data-copy]') && makeStatus();

  document.addEventListener('click', (event) => {
    const target = event.target.closest('[data-theme-button], [data-copy], a[data-search]');
    if (!target) return;
    if (target.matches('[data-theme-button]')) changeTheme();
    else if (target.matches('[data-copy]')) copy(target, status);
    else if (isPlain(event) && !event.shiftKey) {
      event.preventDefault();
      openSearch(target.dataset.search, target.href);
    }
  });

  document.addEventListener('keydown', (event) => {
    searchByKey(event);
    moveInMatrix(event);
  });

  document.addEventListener('focusin', ({ target }) => {
    const form = target.closest('form#find');
    if (form) startSearch(form);
    const table = target.matches('a') && target.closest('table.matrix');
    if (table) rove(table, target);
  });

  // Another tab changes the theme, the reader comes back to a page of before, the page takes on another language.
  const followTheme = () => showTheme(storedTheme());
  addEventListener('storage', followTheme);
  addEventListener('pageshow', (event) => event.persisted && followTheme());
  document.addEventListener('replaced', followTheme);
  followTheme();

  offerShortcut();
  addEventListener('hashchange', focusIfFound);
  // Not before: the browser goes to the fragment until then, and takes the focus away as it gets there.
  addEventListener('load', focusIfFound);
  // The reader may have been quicker than this script.
  const form = document.activeElement?.closest('form#find');
  if (form) startSearch(form);

  if (navigator.serviceWorker) addEventListener('load', keepForOffline);
}

if (site) begin();
