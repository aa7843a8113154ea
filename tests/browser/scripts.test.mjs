// Looks at what the scripts of the pages do without a page: the parts of them that need no browser.
// usage: node scripts.test.mjs

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import vm from 'node:vm';

import { imported } from './pages.mjs';

const templates = new URL('../../templates/', import.meta.url);
const source = (name) => readFile(new URL(name, templates), 'utf8');

const { guesses, localeOf, target } = await imported('notfound.js');
const { destination, isPlain, nextTheme, themeOf } = await imported('site.js');
const { cacheName, newestFirst } = await imported('offline.js');

const known = { codes: [100, 180, 404, 480, 486, 487, 603], historic: [409, 411], locales: ['ja', 'pt'], segment: 'sip' };

describe('an address that does not exist', () => {
  const forwarded = [
    // the order of the codes
    ['/sip/486-vs-480/', '/sip/480-vs-486/'],
    ['/ja/sip/486-vs-480/', '/ja/sip/480-vs-486/'],
    ['/pt/sip/603-vs-100/', '/pt/sip/100-vs-603/'],
    // the shape of the path
    ['/sip/486-vs-480', '/sip/480-vs-486/'],
    ['/sip/480-vs-486', '/sip/480-vs-486/'],
    ['/sip/486-vs-480/index.html', '/sip/480-vs-486/'],
    ['/sip/480-vs-486/index.html', '/sip/480-vs-486/'],
    ['/sip/480-vs-486.html', '/sip/480-vs-486/'],
    ['/sip/480-vs-486//', '/sip/480-vs-486/'],
    ['//sip/480-vs-486/', '/sip/480-vs-486/'],
    ['/480-vs-486/', '/sip/480-vs-486/'],
    ['/486-vs-480', '/sip/480-vs-486/'],
    ['/ja/486-vs-480', '/ja/sip/480-vs-486/'],
    ['/486/480', '/sip/480-vs-486/'],
    ['/sip/486/vs/480/', '/sip/480-vs-486/'],
    // upper case
    ['/SIP/486-VS-480/', '/sip/480-vs-486/'],
    ['/JA/Sip/480-Vs-486/', '/ja/sip/480-vs-486/'],
    ['/pt-BR/sip/480-vs-486/', '/pt/sip/480-vs-486/'],
    ['/ja_jp/sip/486/', '/ja/sip/486/'],
    // what stands between the codes
    ['/sip/486-480', '/sip/480-vs-486/'],
    ['/sip/486_vs_480', '/sip/480-vs-486/'],
    ['/sip/486vs480', '/sip/480-vs-486/'],
    ['/sip/486x480', '/sip/480-vs-486/'],
    ['/sip/480,486', '/sip/480-vs-486/'],
    ['/sip/480+486', '/sip/480-vs-486/'],
    ['/sip/480%20vs%20486', '/sip/480-vs-486/'],
    ['/sip/480-versus-486/', '/sip/480-vs-486/'],
    ['/pt/sip/480-ou-486/', '/pt/sip/480-vs-486/'],
    ['/ja/sip/480%E3%81%A8486/', '/ja/sip/480-vs-486/'],
    ['/sip-480-vs-sip-486/', '/sip/480-vs-486/'],
    ['/sip/%EF%BC%94%EF%BC%98%EF%BC%96-vs-%EF%BC%94%EF%BC%98%EF%BC%90/', '/sip/480-vs-486/'],
    // what a text around the address has left on it
    ['/sip/480-vs-486)', '/sip/480-vs-486/'],
    ['/sip/480-vs-486/)', '/sip/480-vs-486/'],
    ['/sip/480-vs-486/).', '/sip/480-vs-486/'],
    ['/sip/480-vs-486.', '/sip/480-vs-486/'],
    ['/sip/480-vs-486/,', '/sip/480-vs-486/'],
    ['/sip/480-vs-486/%22', '/sip/480-vs-486/'],
    ['/sip/480-vs-486/%3E', '/sip/480-vs-486/'],
    ['/(480-vs-486)', '/sip/480-vs-486/'],
    ['/ja/sip/480-vs-486/%E3%80%82', '/ja/sip/480-vs-486/'],
    ['/ja/sip/480-vs-486/%E3%82%92%E5%8F%82%E7%85%A7', '/ja/sip/480-vs-486/'],
    ['/sip/480-vs-486%', '/sip/480-vs-486/'],
    // one code
    ['/sip/486-vs-486/', '/sip/486/'],
    ['/sip/486-486', '/sip/486/'],
    ['/sip/0486/', '/sip/486/'],
    ['/sip/0486-vs-00480/', '/sip/480-vs-486/'],
    ['/486', '/sip/486/'],
    ['/ja/486', '/ja/sip/486/'],
    ['/sip486', '/sip/486/'],
    ['/sip/486.html', '/sip/486/'],
    ['/sip/404.html', '/sip/404/'],
    ['/sip/486-vs-', '/sip/486/'],
    ['/409', '/sip/409/'],
    ['/sip/409-vs-409/', '/sip/409/'],
    // a class
    ['/sip/4XX/', '/sip/4xx/'],
    ['/4xx', '/sip/4xx/'],
    ['/pt/sip/4xx.html', '/pt/sip/4xx/'],
  ];
  for (const [path, wanted] of forwarded) {
    it(`${path} leads to ${wanted}`, () => {
      assert.equal(target(path, '/', known), wanted);
      assert.equal(target(wanted, '/', known), null, 'it is forwarded again');
      const prefixed = `/versus${path}`;
      assert.equal(target(prefixed, '/versus/', known), `/versus${wanted}`);
      assert.equal(target(`/versus${wanted}`, '/versus/', known), null, 'it is forwarded again');
    });
  }

  const left = [
    '/', '/sip/', '/SIP', '/ja/', '/index.html', '/nothing', '/sip/nothing/',
    // these pages are missing where they should be
    '/sip/480-vs-486/', '/ja/sip/486/', '/sip/4xx/',
    // this page
    '/404.html', '/404', '/404/', '/ja/404.html', '/pt/404',
    // codes that are not there, or not to be compared
    '/sip/499/', '/sip/486-vs-499/', '/sip/498-vs-499/', '/sip/409-vs-486/', '/sip/409-vs-411/', '/sip/9xx/', '/sip/4xxx/',
    '/sip/48/', '/sip/4860/', '/sip/480486/', '/sip/48xx/', '/sip/4xx-vs-486/', '/sip/1e3/', '/sip/-/', '/sip/vs/',
    '/sip/99999999999999999999-vs-486/',
    // other files
    '/data/486.json', '/assets/486.svg', '/cards/480-vs-486.png', '/2024/05/06/486/', '/sip/480-vs-486-vs-487/',
    '/xmpp/480-vs-486/', '/de/sip/480-vs-486/',
    // other hosts
    '//evil.example/486-vs-480/', '//evil.example/', '/\\evil.example/486', '/https://evil.example/480-vs-486',
    '/%2F%2Fevil.example/486',
    '/sip/%E0%A4%A', '/%',
  ];
  for (const path of left) {
    it(`${path} leads nowhere`, () => {
      assert.equal(target(path, '/', known), null);
      assert.equal(target(`/versus${path}`, '/versus/', known), null);
    });
  }

  it('leads nowhere from outside the root', () => {
    for (const path of ['/486', '/other/486-vs-480/', '/versus', '//versus/486', '/Versus/486']) {
      assert.equal(target(path, '/versus/', known), null, path);
      assert.deepEqual(guesses(path, '/versus/', known), [], path);
      assert.equal(localeOf('/ja/', '/versus/', known.locales), null);
    }
  });

  it('leads to nothing but paths below the root, and never on from there', () => {
    const pieces = ['/', '//', '\\', '%2f', 'sip', 'ja', 'evil.example', '486', '480', '-vs-', '..', '%2e', ':', '@', '?', '%'];
    const twos = pieces.flatMap((one) => pieces.map((other) => one + other));
    for (const path of twos.flatMap((one) => twos.map((other) => `/versus/${one}${other}`))) {
      const wanted = target(path, '/versus/', known);
      if (wanted === null) continue;
      assert.match(wanted, /^\/versus\/(ja\/)?sip\/(480|486|480-vs-486)\/$/, path);
      assert.equal(target(wanted, '/versus/', known), null, path);
    }
  });
});

describe('what may help at an address that does not exist', () => {
  const cases = [
    ['/sip/486-vs-499/', ['SIP 486', '/sip/486/']],
    ['/ja/sip/499-vs-486', ['SIP 486', '/ja/sip/486/']],
    ['/sip/409-vs-486/', ['SIP 409', '/sip/409/'], ['SIP 486', '/sip/486/']],
    ['/sip/480-vs-486/', ['SIP 480', '/sip/480/'], ['SIP 486', '/sip/486/']],
    ['/sip/499/', ['SIP 4xx', '/sip/4xx/']],
    ['/sip/498-vs-499/', ['SIP 4xx', '/sip/4xx/']],
    ['/404', ['SIP 404', '/sip/404/']],
    ['/404.html'],
    ['/sip/486/'],
    ['/sip/799/'],
    ['/sip/48/'],
    ['//evil.example/486'],
  ];
  for (const [path, ...wanted] of cases) {
    it(`${path}: ${wanted.map(([text]) => text).join(' or ') || 'nothing'}`, () => {
      assert.deepEqual(guesses(path, '/', known).map(({ text, path }) => [text, path]), wanted);
    });
  }
});

describe('the language of an address', () => {
  const cases = [
    ['/ja/sip/', 'ja'], ['/ja', 'ja'], ['/JA/x', 'ja'], ['/pt/', 'pt'], ['/pt-br/sip/', 'pt'], ['/pt_BR/', 'pt'],
    ['/', null], ['/sip/ja/', null], ['/jax/', null], ['/pt-480/', null], ['/de/', null], ['/%', null],
  ];
  for (const [path, wanted] of cases) {
    it(`${path}: ${wanted}`, () => assert.equal(localeOf(path, '/', known.locales), wanted));
  }
});

describe('the theme', () => {
  it('goes round', () => assert.deepEqual(['system', 'light', 'dark'].map(nextTheme), ['light', 'dark', 'system']));
  it('is the system\'s unless a known word is stored', () => {
    assert.deepEqual(['light', 'dark', 'system', 'sepia', '', null, undefined].map(themeOf),
      ['light', 'dark', 'system', 'system', 'system', 'system', 'system']);
  });
});

describe('a plain event', () => {
  const cases = [
    [{}, true], [{ button: 0 }, true], [{ shiftKey: true }, true],
    [{ button: 1 }, false], [{ ctrlKey: true }, false], [{ metaKey: true }, false], [{ altKey: true }, false],
    [{ isComposing: true }, false], [{ defaultPrevented: true }, false],
  ];
  for (const [event, wanted] of cases) {
    it(`${JSON.stringify(event)}: ${wanted}`, () => assert.equal(isPlain(event), wanted));
  }
});

describe('a key in a matrix', () => {
  // A corner without a link, headers, and cells on both sides of an empty diagonal; the last row is short.
  const rows = ['.XXX', 'X.XX', 'XX.X', 'XX'].map((row) => Array.from(row, (cell) => cell === 'X'));
  const cases = [
    [[1, 0], { key: 'ArrowRight' }, [1, 2]],
    [[1, 2], { key: 'ArrowLeft' }, [1, 0]],
    [[1, 0], { key: 'ArrowLeft' }, undefined],
    [[1, 3], { key: 'ArrowRight' }, undefined],
    [[0, 2], { key: 'ArrowDown' }, [1, 2]],
    [[1, 2], { key: 'ArrowDown' }, undefined],
    [[3, 1], { key: 'ArrowUp' }, [2, 1]],
    [[2, 1], { key: 'ArrowUp' }, [0, 1]],
    [[1, 0], { key: 'ArrowUp' }, undefined],
    [[1, 0], { key: 'ArrowLeft', rightToLeft: true }, [1, 2]],
    [[1, 2], { key: 'ArrowRight', rightToLeft: true }, [1, 0]],
    [[0, 2], { key: 'ArrowDown', rightToLeft: true }, [1, 2]],
    [[0, 3], { key: 'Home' }, [0, 1]],
    [[2, 0], { key: 'End' }, [2, 3]],
    [[2, 3], { key: 'Home', rightToLeft: true }, [2, 0]],
    [[2, 1], { key: 'Home', ctrlKey: true }, [0, 1]],
    [[2, 1], { key: 'End', ctrlKey: true }, [3, 1]],
    [[1, 0], { key: 'ArrowRight', ctrlKey: true }, undefined],
    [[1, 0], { key: 'Enter' }, undefined],
    [[1, 0], { key: 'Tab' }, undefined],
  ];
  for (const [from, press, wanted] of cases) {
    it(`${JSON.stringify(press)} at ${from} leads to ${wanted}`, () => {
      assert.deepEqual(destination(rows, from, press), wanted);
    });
  }
});

describe('the list of kept pages', () => {
  it('begins with the newest and has an end', () => {
    assert.deepEqual(newestFirst(['a', 'b', 'c']), ['c', 'b', 'a']);
    assert.equal(newestFirst(Array.from({ length: 300 }, (_, number) => number)).length, 50);
  });
});

/** The functions of the worker of a site at `root`, in a world that has nothing of a browser but addresses and `more`. */
async function workerAt(root, more = {}) {
  const world = { URL, addEventListener() {}, location: { origin: 'https://me.example' }, ...more };
  world.registration = { scope: `https://me.example${root}` };
  vm.createContext(world);
  vm.runInContext(await source('root/sw.js'), world);
  // Arrays of another world are never deeply equal to those of this one.
  return (expression, ...values) => structuredClone(vm.runInContext(expression, world)(...values));
}

for (const root of ['/', '/versus/']) {
  describe(`the worker at ${root}`, async () => {
    const call = await workerAt(root);

    const kinds = [
      ['', 'page'], ['sip/', 'page'], ['sip/480-vs-486/', 'page'], ['ja/sip/486', 'page'], ['404.html', 'page'],
      ['assets/style.d1a41567bfa0.css', 'asset'], ['assets/search-en.0123456789ab.json', 'asset'],
      ['assets/style.css', null], ['assets/', null], ['data/pairs.en.ndjson', null], ['data/sip.json', null], ['data/', null],
      ['sitemap.xml', null], ['robots.txt', null], ['sw.js', null], ['versus.zip', null], ['sip/480-vs-486.png', null],
    ];
    for (const [path, wanted] of kinds) {
      it(`takes ${path || 'home'} for ${wanted}`, () => assert.equal(call('kindOf', root + path), wanted));
    }

    it('leaves other hosts and other sites of this host alone', () => {
      assert.equal(call('kindOfAddress', `https://other.example${root}sip/`), null);
      if (root !== '/') assert.equal(call('kindOfAddress', 'https://me.example/sip/'), null);
    });

    it('keeps a page once, whatever its query', () => {
      assert.equal(call('keyOf', `https://me.example${root}sip/?a=b#c`), `https://me.example${root}sip/`);
    });

    it('finds the assets of a page', () => {
      const html = `<link rel="stylesheet" href="${root}assets/style.d1a41567bfa0.css"><a href="${root}sip/">All</a>
        <script id="site" src="${root}assets/site.aaaaaaaaaaaa.js" data-root="${root}"
        data-index="${root}assets/search-ja.bbbbbbbbbbbb.json" data-offline="${root}offline/"></script>
        <img src="data:image/svg+xml,x"><img src="https://other.example/assets/a.cccccccccccc.png"><a href="http://["></a>
        <meta property="og:image" content="https://me.example${root}assets/card.dddddddddddd.png">
        <script src="${root}assets/site.aaaaaaaaaaaa.js"></script>`;
      const names = ['style.d1a41567bfa0.css', 'site.aaaaaaaaaaaa.js', 'search-ja.bbbbbbbbbbbb.json'];
      const wanted = names.map((name) => `https://me.example${root}assets/${name}`);
      assert.deepEqual(call('assetsIn', html, `https://me.example${root}sip/`), wanted);
    });

    it('chooses the offline page of the language', () => {
      const cases = [
        [['offline/', 'ja/offline/', 'pt/offline/'], 'ja/sip/486/', 'ja/offline/'],
        [['ja/offline/', 'offline/', 'pt/offline/'], 'sip/486/', 'offline/'],
        [['ja/offline/', 'offline/'], 'pt/sip/486/', 'offline/'],
        [['ja/offline/'], 'sip/486/', 'ja/offline/'],
        [['offline.html', 'ja/offline.html'], 'ja/', 'ja/offline.html'],
        [['offline.html', 'ja/offline.html'], 'java/', 'offline.html'],
      ];
      for (const [offline, path, wanted] of cases) {
        assert.equal(call('nearestOffline', offline.map((each) => root + each), root + path), root + wanted, path);
      }
      assert.equal(call('nearestOffline', [], root), undefined);
    });

    it('calls the cache of pages as the offline page does', () => assert.equal(call('() => pagesName'), cacheName(root)));
  });
}

/**
 * A worker on a host that has `files`, texts by their addresses. `kept` has the texts in its caches, `fetched` the
 * addresses that it asked the host for.
 */
async function busyWorker(files) {
  const listeners = {};
  const kept = new Map();
  const fetched = [];
  const cached = (text) => (text === undefined ? undefined : new Response(text));

  async function fetch(request) {
    const url = request.url ?? request;
    fetched.push(url);
    const text = files.get(url);
    if (text === undefined) throw new TypeError('there is no network');
    const answer = () => {
      const response = new Response(text, { headers: { 'content-type': 'text/html' } });
      return Object.defineProperties(response, { type: { value: 'basic' }, clone: { value: answer } });
    };
    return answer();
  }

  // What is put again stays in its place, as in Safari.
  const open = async (name) => {
    if (!kept.has(name)) kept.set(name, new Map());
    const texts = kept.get(name);
    const put = async (url, response) => void texts.set(url, await response.text());
    const add = async (request) => put(request.url ?? request, await fetch(request));
    return {
      add,
      put,
      addAll: (requests) => Promise.all(requests.map(add)),
      keys: async () => Array.from(texts.keys(), (url) => ({ url })),
      match: async (url) => cached(texts.get(url)),
      delete: async (request) => texts.delete(request.url ?? request),
    };
  };
  const match = async (url) => cached([...kept.values()].find((texts) => texts.has(url))?.get(url));
  const caches = { open, match, keys: async () => [...kept.keys()] };

  const addEventListener = (type, listener) => Object.assign(listeners, { [type]: listener });
  await workerAt('/', { Request, Response, addEventListener, caches, fetch, setTimeout() {} });

  /** Lets the worker have an event, and waits for all that comes of it; returns its answer as a text. */
  async function send(type, event) {
    const pending = [];
    let answer;
    const respondWith = (promise) => pending.push((answer = promise));
    listeners[type]({ ...event, respondWith, waitUntil: (promise) => pending.push(promise) });
    for (let at = 0; at < pending.length; at += 1) await pending[at];
    return (await answer)?.text();
  }

  const get = (url, mode) => send('fetch', { request: { method: 'GET', mode, url } });
  return { kept, fetched, get, visit: (url) => get(url, 'navigate'), tell: (data) => send('message', { data }) };
}

describe('what the worker keeps', () => {
  const address = (path) => `https://me.example/${path}`;
  const [offline, index] = [address('offline.html'), address('data/search.en.json')];
  const [before, after] = [address('assets/site.aaaaaaaaaaaa.js'), address('assets/site.bbbbbbbbbbbb.js')];
  const offlinePage = (script) => `<script src="${script}" data-index="${index}"></script>`;
  const build = () => new Map([[offline, offlinePage(before)], [index, 'first'], [before, 'before'], [after, 'after']]);
  const offlineName = 'versus / offline /offline.html';

  it('has a page that was visited again last, once', async () => {
    const [one, two] = [address('sip/1/'), address('sip/2/')];
    const { kept, visit } = await busyWorker(new Map([[one, 'one'], [two, 'two']]));
    for (const page of [one, two, one]) await visit(page);
    assert.deepEqual([...kept.get('versus / pages')], [[two, 'two'], [one, 'one']]);
  });

  it('has one index, the newest, also if the search came before the offline page', async () => {
    const files = build();
    const { get, tell } = await busyWorker(files);
    assert.equal(await get(index), 'first');
    await tell({ page: null, offline, needed: [before, index] });
    files.set(index, 'second');
    assert.equal(await get(index), 'second');
    files.delete(index);
    assert.equal(await get(index), 'second');
  });

  it('has the scripts of the build before, also if two pages come at once after a deploy', async () => {
    const files = build();
    const { kept, fetched, tell } = await busyWorker(files);
    await tell({ page: null, offline, needed: [before, index] });
    fetched.length = 0;
    files.set(offline, offlinePage(after)).set(index, 'second').delete(before);
    await Promise.all([1, 2].map(() => tell({ page: null, offline, needed: [after, index] })));
    assert.deepEqual([...fetched].sort(), [after, index, offline], 'the second page finds all that it needs');
    assert.deepEqual(kept.get('versus / assets'), new Map([[before, 'before']]));
    const wanted = [[offline, offlinePage(after)], [index, 'second'], [after, 'after']];
    assert.deepEqual(kept.get(offlineName), new Map(wanted));
  });
});
