// The search finds what people type, in every language, from an index that is small enough to be fetched for it.
// usage: node search.test.mjs SITE-DIRECTORY

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';

import { imported, indexFile, locales } from './pages.mjs';
import { cases, odd } from './search-cases.mjs';

const site = resolve(process.argv[2] ?? 'site');
const templates = new URL('../../templates/assets/', import.meta.url);

const { default: MiniSearch } = await imported('minisearch.js');
const { Finder, fold, tokenize } = await imported('search.js');

const shown = (result) => result.codes.join('-');

function check(results, { first = [], has = [], only, last, count }) {
  const found = results.map(shown);
  const said = `found ${found.join(' ')}`;
  assert.deepEqual(found.slice(0, first.length), first, said);
  for (const one of has) assert.ok(found.includes(one), `no ${one}: ${said}`);
  if (only) assert.deepEqual([...found].sort(), [...only].sort(), said);
  if (last) assert.equal(found.at(-1), last, said);
  if (count) assert.equal(found.length, count, said);
  assert.equal(new Set(found).size, found.length, `twice: ${said}`);
}

describe('words', () => {
  const folded = [
    ['Ｒｅｔｒｙ－Ａｆｔｅｒ', 'retry-after'],
    ['４８６', '486'],
    ['NÃO', 'nao'],
    ['サーバー', 'さば'],
    ['サーバ', 'さば'],
    ['ｻｰﾊﾞ', 'さば'],
    ['ガ', 'が'],
    ['リクエスト\u200bタイムアウト', 'りくえすとたいむあうと'],
    ['480ー486', '480ー486'],
  ];
  for (const [text, expected] of folded) it(`folds ${text}`, () => assert.equal(fold(text), expected));

  const divided = [
    ['Retry-After', ['retryafter', 'retry', 'after']],
    ['Time-out, 17', ['timeout', 'time', 'out', '17']],
    ['Call/Transaction', ['call', 'transaction']],
    ['話中', ['話中', '中']],
    ['話', ['話']],
    ['話中の端末', ['話中', '中の', 'の端', '端末', '末']],
    ['SIP の INVITE', ['sip', 'の', 'invite']],
    ['Info パッケージ', ['info', 'ぱっ', 'っけ', 'けじ', 'じ']],
    ['', []],
  ];
  for (const [text, expected] of divided) it(`divides ${text}`, () => assert.deepEqual(tokenize(text), expected));
});

for (const [locale, table] of Object.entries(cases)) {
  describe(`search in ${locale}`, () => {
    const { prefix } = locales.find(({ tag }) => tag.split('-')[0] === locale);
    const file = readFileSync(indexFile(site, prefix));
    const index = JSON.parse(file);
    const finder = new Finder(MiniSearch, index);

    it('has an index of at most 60 KB compressed', () => {
      const size = gzipSync(file, { level: 9 }).length;
      assert.ok(size <= 60 * 1024, `${size} bytes`);
    });

    it('leads to the pages of the index, the lower code first', () => {
      const [pair] = finder.find('486 480');
      assert.equal(pair.url, index.pair.replace('{a}', '480').replace('{b}', '486'));
      assert.deepEqual(pair.entries.map(({ phrase }) => phrase), ['Temporarily Unavailable', 'Busy Here']);
      assert.equal(finder.find('486')[0].url, index.codes.find(({ code }) => code === 486).url);
    });

    it('finds every code by its number, its phrase and its former phrases', () => {
      for (const entry of index.codes) {
        assert.equal(shown(finder.find(String(entry.code))[0]), String(entry.code));
        for (const name of [entry.phrase, entry.gloss, ...(entry.former ?? [])].filter(Boolean)) {
          const found = finder.find(name).slice(0, 2).map(shown);
          assert.ok(found.includes(String(entry.code)), `${entry.code} ${name}: found ${found.join(' ')}`);
        }
      }
    });

    it('has the labels that the scripts show, and no others', () => {
      const scripts = ['search.js', 'trace.js'].map((name) => readFileSync(new URL(name, templates), 'utf8')).join('');
      const used = new Set(Array.from(scripts.matchAll(/\blabels\.(\w+)/g), ([, name]) => name));
      assert.deepEqual(Object.keys(index.labels).sort(), [...used].sort());
    });

    it('has the order of related codes from the index', () => {
      const entry = index.codes.find(({ code }) => code === 486);
      assert.ok(entry.related.length > 2);
      const related = [...entry.related].reverse();
      const codes = index.codes.map((each) => (each === entry ? { ...entry, related } : each));
      const found = new Finder(MiniSearch, { ...index, codes }).find('486 vs').slice(0, related.length);
      assert.deepEqual(found.map(shown), related.map((code) => [486, code].sort().join('-')));
    });

    for (const expected of table) {
      it(`finds ${expected.query}`, () => check(finder.find(expected.query), expected));
    }

    it('is not upset by odd queries', () => {
      for (const query of odd) {
        const before = process.cpuUsage();
        const results = finder.find(query);
        const time = process.cpuUsage(before).user / 1000; // not what other processes take
        assert.ok(Array.isArray(results) && results.length <= index.codes.length);
        assert.ok(time < 500, `${time} ms for ${query.slice(0, 20)}`);
      }
    });
  });
}

it('uses the library as it was published', () => {
  const published = readFileSync(new URL('node_modules/minisearch/dist/es/index.js', import.meta.url));
  const own = readFileSync(new URL('minisearch.js', templates));
  const update = 'cp tests/browser/node_modules/minisearch/dist/es/index.js templates/assets/minisearch.js';
  assert.ok(own.equals(published), `run ${update}`);
});
