// The Nu HTML checker finds nothing to say about a page of every kind and language, the style sheets and the pictures.
// Every comparison page is light, with its styles and scripts, and so are all styles.
// usage: node html.test.mjs SITE-DIRECTORY

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';

import { fileOf, locales, pages } from './pages.mjs';

const site = resolve(process.argv[2] ?? 'site');
const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

const assets = readdirSync(site, { recursive: true }).filter((file) => ['.css', '.svg'].includes(extname(file)));
const files = [...pages.map((page) => fileOf(page.path)), ...assets];

/** What the checker says, as a list of messages by file. */
function check(paths) {
  const options = ['--also-check-css', '--also-check-svg', '--format', 'json', '--exit-zero-always', '--stdout'];
  const run = spawnSync('java', ['-jar', jar, ...options, ...paths], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  assert.equal(run.status, 0, run.stderr);
  const said = new Map(paths.map((path) => [path, []]));
  for (const message of JSON.parse(run.stdout).messages) {
    if (message.type === 'info' && message.subType !== 'warning') continue;
    // A file has no origin that 'self' could mean, and JSON-LD is no script: site.test.mjs has a browser judge the policy.
    if (message.message.includes('violates Content Security Policy')) continue;
    const path = fileURLToPath(message.url);
    const place = `${message.lastLine ?? '?'}:${message.firstColumn ?? message.lastColumn ?? '?'}`;
    said.get(path).push(`${place} ${message.subType ?? message.type}: ${message.message}\n    ${message.extract ?? ''}`);
  }
  return said;
}

const present = files.map((file) => resolve(site, file)).filter((path) => existsSync(path));
const said = check(present);

test('the site has style sheets to check', () => {
  assert.ok(assets.some((file) => file.endsWith('.css')));
});

for (const file of files) {
  test(`/${file} is valid`, () => {
    const messages = said.get(resolve(site, file));
    assert.ok(messages, 'the file is missing');
    if (messages.length > 0) assert.fail(messages.join('\n'));
  });
}

const packed = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** The files of the site that a page names where `pattern` says, which has the addresses as its first group. */
function filesIn(text, pattern) {
  const [, root] = /\sdata-root="([^"]+)"/.exec(text);
  return Array.from(text.matchAll(pattern), ([, address]) => resolve(site, address.slice(root.length)));
}

const kilobyte = 1024;
const comparisons = locales.flatMap(({ prefix }) =>
  readdirSync(resolve(site, `${prefix}sip`))
    .filter((name) => name.includes('-vs-'))
    .map((name) => fileOf(`${prefix}sip/${name}/`)),
);

// What a host sends before it waits for an answer: ten segments of TCP.
test('every comparison page weighs at most 60 KB, and 14,600 bytes with gzip and the styles it is first painted with', async () => {
  assert.ok(comparisons.length > 0 && comparisons.length % locales.length === 0, `${comparisons.length} comparisons`);
  const styles = new Map();
  const styleSize = (file) => {
    if (!styles.has(file)) styles.set(file, packed(readFileSync(file)));
    return styles.get(file);
  };
  const compress = promisify(gzip);
  const heavy = [];
  // Lanes of work, because zlib has several threads and all pages at once would fill the memory.
  const queue = comparisons.values();
  const lane = async () => {
    for (const file of queue) {
      const bytes = readFileSync(resolve(site, file));
      const sheets = filesIn(bytes.toString(), /<link rel="stylesheet" href="([^"]+)">/g);
      assert.ok(sheets.length > 0, file);
      const { length } = await compress(bytes, { level: 9 });
      const sum = sheets.reduce((size, sheet) => size + styleSize(sheet), length);
      if (bytes.length > 60_000 || sum > 14_600) heavy.push([sum, `/${file}: ${bytes.length} bytes, ${sum} with gzip and styles`]);
    }
  };
  await Promise.all(Array.from({ length: 4 }, lane));
  heavy.sort(([a], [b]) => b - a);
  if (heavy.length > 0) assert.fail([`${heavy.length} pages`, ...heavy.slice(0, 10).map(([, text]) => text)].join('\n'));
});

test('all style sheets together weigh at most 12 KB with gzip', () => {
  const sizes = assets.filter((file) => file.endsWith('.css')).map((file) => packed(readFileSync(resolve(site, file))));
  const sum = sizes.reduce((a, b) => a + b);
  assert.ok(sum <= 12 * kilobyte, `${sum} bytes`);
});

test('the scripts of a comparison page weigh at most 10 KB with gzip before the search is opened', () => {
  for (const { prefix } of locales) {
    const text = readFileSync(resolve(site, fileOf(`${prefix}sip/480-vs-486/`)), 'utf8');
    const scripts = filesIn(text, /<script\b[^>]*\ssrc="([^"]+)"/g);
    assert.ok(scripts.length >= 2, `${scripts}`);
    const contents = scripts.map((file) => readFileSync(file, 'utf8'));
    // A script that another one names is loaded, and would have to be counted, with it.
    for (const content of contents) assert.doesNotMatch(content, /^\s*(import|export)\b[^(;]*\bfrom\s*['"]|^\s*import\s*['"]/m);
    const sum = contents.map((content) => packed(content)).reduce((a, b) => a + b);
    assert.ok(sum <= 10 * kilobyte, `${sum} bytes`);
  }
});
