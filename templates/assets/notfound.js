// The 404 page: forwards misspelt addresses of codes and comparisons, and speaks the language of the address.

// Words of an address that tell nothing: what stands between two codes, and what a file is called.
const fillers = ['v', 'vs', 'versus', 'x', 'or', 'ou', 'index', 'htm', 'html'];

/** A path below the root as lower-case text, full-width letters and digits made narrow; nothing if it is not below it. */
function below(path, root) {
  if (!path.startsWith(root)) return null;
  const rest = path.slice(root.length);
  try {
    return decodeURIComponent(rest).normalize('NFKC').toLowerCase();
  } catch {
    return rest.toLowerCase(); // a percent sign that escapes nothing
  }
}

/** The locale whose pages a path belongs to, as its prefix is spelt; also for `pt-br/` where there is only `pt/`. */
export function localeOf(path, root, locales) {
  const [first] = (below(path, root) ?? '').replace(/^\/+/, '').split('/');
  const [, language] = /^([a-z]{2,3})[-_][a-z]{2,4}$/.exec(first) ?? [];
  const spelt = (wanted) => locales.find((locale) => locale.toLowerCase() === wanted);
  return spelt(first) ?? spelt(language) ?? null;
}

/** What a path names: a locale's home page, and codes or classes, each once; nothing if it names something else. */
function read(path, root, known) {
  const locale = localeOf(path, root, known.locales);
  const parts = (below(path, root) ?? '').split('/').filter((part) => part !== '');
  const rest = (locale === null ? parts : parts.slice(1)).join('/');
  // This page itself, which is about no code.
  if (rest === '404.html') return null;
  const words = rest.match(/\dxx(?![a-z])|\d+|[a-z]+/g) ?? [];
  const named = words.filter((word) => word !== known.segment && !fillers.includes(word));
  if (named.length === 0 || named.length > 2 || named.some((word) => /^[a-z]/.test(word))) return null;
  const names = [...new Set(named.map((word) => (word.endsWith('xx') ? word : String(Number(word)))))];
  // Some hosts take the ending off `404.html`.
  return { home: locale === null ? root : `${root}${locale}/`, names, isPlain404: rest === '404' };
}

const isClass = (name, known) => known.codes.some((code) => name === `${String(code)[0]}xx`);
const isCode = (name, known) => known.codes.includes(Number(name));
const isPage = (name, known) => isCode(name, known) || known.historic.includes(Number(name)) || isClass(name, known);

function addressOf(names, home, known) {
  return `${home}${known.segment}/${names.join('-vs-')}/`;
}

/**
 * The path of the page that a path is a misspelling of, or null. It is made of nothing but the root and what the site is
 * known to have, and is never the path itself. `known` has `codes` and `historic` codes, `locales` and the `segment`.
 */
export function target(path, root, known) {
  const request = read(path, root, known);
  if (!request || request.isPlain404) return null;
  const { home, names } = request;
  const isThere = names.length === 1 ? isPage(names[0], known) : names.every((name) => isCode(name, known));
  if (!isThere) return null;
  const address = addressOf([...names].sort((a, b) => a - b), home, known);
  return address === path ? null : address;
}

/** Pages that may help where no page is meant: of the codes that the path names, or else of their classes. */
export function guesses(path, root, known) {
  const request = read(path, root, known);
  if (!request) return [];
  const pages = request.names.filter((name) => isPage(name, known));
  const classes = request.names.filter((name) => /^\d{3}$/.test(name)).map((name) => `${name[0]}xx`);
  const names = pages.length > 0 ? pages : [...new Set(classes)].filter((name) => isClass(name, known));
  return names
    .map((name) => ({ text: `${known.segment.toUpperCase()} ${name}`, path: addressOf([name], request.home, known) }))
    .filter((guess) => guess.path !== path);
}

/** Puts the 404 page of another locale in the place of the one that is shown. */
async function speak(locale, root) {
  const response = await fetch(`${root}${locale}/404.html`);
  // A host may send the page with the status that it tells of.
  const other = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (!isIn(other, locale) || !other.querySelector('main#content')) return;
  const { lang, dir } = other.documentElement;
  Object.assign(document.documentElement, { lang, dir });
  document.title = other.title;
  const parts = (body) => [...body.children].filter((element) => !element.matches('script, dialog'));
  const shown = parts(document.body);
  document.body.prepend(...parts(other.body));
  for (const element of shown) element.remove();
  // The scripts go on in that language, too: offline page and search are those of the locale from now on. A search that
  // the reader was quick enough to open before this stays in the language that it began in.
  Object.assign(document.getElementById('site').dataset, { ...other.getElementById('site')?.dataset });
  document.dispatchEvent(new Event('replaced'));
}

function isIn(page, locale) {
  return `${page.documentElement.lang}-`.toLowerCase().startsWith(`${locale}-`.toLowerCase());
}

function show(found) {
  const place = document.getElementById('guess');
  const model = place?.querySelector('a');
  if (!model || found.length === 0) return;
  const links = found.map(({ text, path }) => {
    const link = model.cloneNode();
    link.href = path;
    link.textContent = text;
    return link;
  });
  const list = new Intl.ListFormat(document.documentElement.lang, { type: 'disjunction' });
  const parts = list.formatToParts(found.map(({ text }) => text));
  model.replaceWith(...parts.map(({ type, value }) => (type === 'element' ? links.shift() : value)));
  place.hidden = false;
}

async function help() {
  const root = new URL(document.getElementById('site').dataset.root, document.baseURI).pathname;
  const { codes, historic, locales, segment } = document.getElementById('content').dataset;
  const words = (text) => text.split(' ').filter((word) => word !== '');
  const known = { codes: words(codes).map(Number), historic: words(historic).map(Number), locales: words(locales), segment };

  const { pathname, search, hash } = location;
  const address = target(pathname, root, known);
  if (address) {
    location.replace(address + search + hash);
    return;
  }
  const locale = localeOf(pathname, root, known.locales);
  if (locale && !isIn(document, locale)) await speak(locale, root).catch(() => {});
  show(guesses(pathname, root, known));
}

if (globalThis.document) help();
