// One page of every kind in every language, as paths below the site; the tests look at these.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const locales = [
  { prefix: '', tag: 'en' },
  { prefix: 'ja/', tag: 'ja' },
  { prefix: 'pt/', tag: 'pt-BR' },
];

const kinds = [
  '',
  'sip/',
  'sip/matrix/',
  'sip/4xx/',
  'sip/486/',
  'sip/200/',
  'sip/409/',
  'sip/480-vs-486/',
  'trace/',
  '404.html',
  'offline.html',
];

export const pages = locales.flatMap((locale) => kinds.map((kind) => ({ kind, locale, path: locale.prefix + kind })));

/** The file that a static host sends for a path of the site. */
export function fileOf(path) {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** The index of the search of the locale with a prefix, which the home page of the locale names, as a file. */
export function indexFile(site, prefix) {
  const home = readFileSync(join(site, fileOf(prefix)), 'utf8');
  const [root, index] = ['root', 'index'].map((name) => new RegExp(`\\sdata-${name}="([^"]+)"`).exec(home)[1]);
  return join(site, index.slice(root.length));
}

/** A script of the pages as a module: it lies where no package.json says that it is one. */
export function imported(name) {
  const source = readFileSync(new URL(`../../templates/assets/${name}`, import.meta.url));
  return import(`data:text/javascript;base64,${source.toString('base64')}`);
}
