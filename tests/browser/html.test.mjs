// The Nu HTML checker finds nothing to say about a page of every kind and language, the style sheets and the pictures.
// Every comparison page is light.
// usage: node html.test.mjs SITE-DIRECTORY

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

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

test('every comparison page weighs at most 60 KB, 12 KB with gzip', async () => {
  const comparisons = locales.flatMap(({ prefix }) =>
    readdirSync(resolve(site, `${prefix}sip`))
      .filter((name) => name.includes('-vs-'))
      .map((name) => fileOf(`${prefix}sip/${name}/`)),
  );
  assert.ok(comparisons.length > 0 && comparisons.length % locales.length === 0, `${comparisons.length} comparisons`);
  const compress = promisify(gzip);
  const heavy = [];
  // Lanes of work, because zlib has several threads and all pages at once would fill the memory.
  const queue = comparisons.values();
  const lane = async () => {
    for (const file of queue) {
      const bytes = readFileSync(resolve(site, file));
      const packed = await compress(bytes);
      if (bytes.length > 60_000 || packed.length > 12_000) {
        heavy.push(`/${file}: ${bytes.length} bytes, ${packed.length} with gzip`);
      }
    }
  };
  await Promise.all(Array.from({ length: 4 }, lane));
  assert.deepEqual(heavy.sort(), []);
});
