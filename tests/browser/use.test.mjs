// Uses the built site in a real browser as its readers do, in every language: searching, the matrix, reading a trace, on
// paper, without a network, without scripts, with large text.
// usage: node use.test.mjs SITE-DIRECTORY

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

import { assertNone, openSite, parallel, violations } from './browser.mjs';
import { fileOf, indexFile, locales, pages } from './pages.mjs';
import { searchBeforeIndex, searchInDialog, searchInNewIndex, searchInPage, searchWithInputMethod, until } from './search-steps.mjs';
import { serve } from './server.mjs';
import * as steps from './steps.mjs';

const directory = resolve(process.argv[2] ?? 'site');
const site = await openSite(directory);
after(site.close);
const { inPage, open, server } = site;
const { base } = server;

const comparison = 'sip/480-vs-486/';
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1280, height: 800 } };
const withoutScripts = { javaScriptEnabled: false };

const read = (path) => readFileSync(join(directory, path), 'utf8');
const html = (path) => read(fileOf(path));
const languageOf = (page) => page.locator('html').getAttribute('lang');

const absolute = /<link rel="canonical" href="([^"]+)">/.exec(html(''))[1];
const prefix = new URL(absolute).pathname;

/** Whether the site has a file for a path of its host. */
function isThere(path) {
  return path.startsWith(prefix) && existsSync(join(directory, fileOf(decodeURIComponent(path.slice(prefix.length)))));
}

/** The paths that a page links to on its own host. */
function linksOf(text) {
  const addresses = Array.from(text.matchAll(/<a\b[^>]*\shref="([^"#]+)[^"]*"/g), (match) => match[1]);
  return new Set(addresses.filter((address) => address.startsWith('/')));
}

const inMatrixPage = linksOf(html('sip/matrix/'));
const codes = readdirSync(join(directory, 'sip')).filter(
  (name) => /^\d{3}$/.test(name) && inMatrixPage.has(`${prefix}sip/${name}/`),
);
const pairs = codes.flatMap((a, place) => codes.slice(place + 1).map((b) => `${a}-vs-${b}`));

const pathsOf = (links) => links.evaluateAll((all) => all.map((link) => new URL(link.href).pathname));

/** The results for a text that is typed into a field, once they are those for this text. */
async function type(form, text) {
  const input = form.locator('input[type=search]');
  await input.focus();
  await form.locator('[role=combobox]').waitFor();
  await input.fill('');
  await input.pressSequentially(text);
  await form.getByRole('option').first().waitFor();
  return pathsOf(form.getByRole('option'));
}

// What is typed on the home page, and the page of the same language that comes first.
const queries = {
  en: [['busy', 'sip/486/'], ['retry-after', null]],
  ja: [['話中', 'sip/486/'], ['480と486', comparison]],
  'pt-BR': [['ocupado', 'sip/486/'], ['480 ou 486', comparison]],
};
const queriesOfAll = [
  ['486', 'sip/486/'],
  ['480 486', comparison],
  ['486 480', comparison],
  ['486 vs 480', comparison],
  ['４８６　４８０', comparison],
  ['Busy Here', 'sip/486/'],
];

describe('searching', parallel, () => {
  for (const { prefix: locale, tag } of locales) {
    it(`finds what is typed on the home page (${tag})`, async () => {
      await open(locale, desk, async (page) => {
        const form = page.locator('form#find');
        for (const [text, wanted] of [...queriesOfAll, ...queries[tag]]) {
          const found = await type(form, text);
          for (const path of found) assert.ok(isThere(path) && path.startsWith(prefix + locale), `${text}: ${path}`);
          if (wanted) assert.equal(found[0], prefix + locale + wanted, text);
        }
      });
    });

    it(`leads on by Enter, by the arrow keys and by the mouse (${tag})`, async () => {
      await open(locale, desk, async (page) => {
        const form = page.locator('form#find');
        await page.keyboard.press('/');
        await form.locator('[role=combobox]:focus').waitFor();
        await page.keyboard.type('486 480');
        await form.getByRole('option').first().waitFor();
        await page.keyboard.press('Enter');
        await page.waitForURL(base + locale + comparison);
        assert.equal(await languageOf(page), tag);

        await page.goto(base + locale);
        const [, second] = await type(form, '486');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.waitForURL(server.origin + second);

        await page.goto(base + locale);
        const [, , third] = await type(form, '486');
        await form.getByRole('option').nth(2).click();
        await page.waitForURL(server.origin + third);
      });
    });

    it(`opens above a page by its key, is accessible there, and swaps a code (${tag})`, async () => {
      await open(locale + comparison, desk, async (page) => {
        const dialog = page.locator('dialog[open]');
        const input = dialog.locator('input');
        await page.keyboard.press('/');
        await dialog.waitFor();
        const before = await languageOf(page);
        await type(dialog, 'forbidden');
        assertNone(await violations(page), 'the dialog');
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });

        for (const code of ['480', '486']) {
          const link = page.locator(`.swap[data-search="${code} vs "]`);
          await link.focus();
          await page.keyboard.press('Enter');
          await dialog.waitFor();
          assert.equal(await input.inputValue(), `${code} vs `);
          await dialog.getByRole('option').first().waitFor();
          const found = await pathsOf(dialog.getByRole('option'));
          const others = found.filter((path) => !new RegExp(`/sip/(${code}-vs-\\d+|\\d+-vs-${code}|${code})/$`).test(path));
          assert.deepEqual(others, []);
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'hidden' });
          assert.ok(await link.evaluate((each) => each === document.activeElement), 'the focus is where it was');
        }
        await page.locator('.swap[data-search="486 vs "]').click();
        await dialog.waitFor();
        await page.keyboard.type('603');
        await dialog.locator('[role=option] .codes', { hasText: '603' }).first().waitFor();
        await page.keyboard.press('Enter');
        await page.waitForURL(`${base}${locale}sip/486-vs-603/`);
        assert.equal(await languageOf(page), before);
      });
    });
  }

  for (const { path, kind } of pages.filter(({ kind, locale }) => kind !== '' && locale.tag === 'ja')) {
    it(`opens above /${path}`, async () => {
      await open(path, desk, async (page) => {
        await page.keyboard.press('/');
        await page.locator('dialog[open] input:focus').waitFor();
        await page.keyboard.type('480/486');
        await page.locator('dialog[open] [role=option]').first().waitFor();
        await page.keyboard.press('Enter');
        await page.waitForURL(`${base}ja/${comparison}`);
      });
    });
  }

  it('has a key that can be switched off', async () => {
    await open('pt/', desk, async (page) => {
      // Whether the page takes the key for its own, which it decides at once.
      const isTaken = () =>
        page.evaluate(() => {
          const event = new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true });
          document.body.dispatchEvent(event);
          return event.defaultPrevented;
        });
      const box = page.locator('[data-shortcut]');
      assert.ok(await box.isVisible());
      assert.ok(await box.isChecked());
      assert.ok(await isTaken());
      await box.uncheck();
      assert.ok(!(await isTaken()));
      await page.goto(`${base}pt/${comparison}`);
      assert.ok(!(await isTaken()));
      await page.goto(base);
      assert.ok(!(await box.isChecked()), 'the choice is shown');
      await box.check();
      await page.keyboard.press('/'); // with the focus on the box, where no text is typed
      await page.locator('form#find input[type=search]:focus').waitFor();
      await page.goto(base + comparison);
      assert.ok(await isTaken());
    });
    await open('pt/', phone, async (page) => assert.ok(await page.locator('[data-shortcut]').isHidden()));
  });

  const look = async (page) => assertNone(await violations(page), 'the search');
  // Without the worker, which fetches the index, too, and may answer for it.
  const alone = { ...desk, serviceWorkers: 'block', expected: /Service Worker registration blocked|ERR_FAILED/ };
  it('has the index of now', () => inPage(alone, (page) => searchInNewIndex(page, base)));
  it('answers who is quicker than the index', () => inPage(alone, (page) => searchBeforeIndex(page, base)));
  it('works as a combobox', () => inPage(desk, (page) => searchInPage(page, base, look)));
  it('waits for an input method', () => inPage(desk, (page) => searchWithInputMethod(page, base)));
  it('works as a dialog', () =>
    open(comparison, desk, (page) => searchInDialog(page, { open: () => page.keyboard.press('/'), beginning: '', look })));
  it('opens by key and by link', () => inPage(desk, (page) => steps.opensSearch(page, base)));
  it('is a link where it cannot be loaded', () =>
    inPage({ ...desk, expected: /search\.|Failed to load|Failed to fetch/ }, (page) => steps.followsLinkToSearch(page, base)));
});

describe('finding a pair', parallel, () => {
  it('takes two steps from the home page for every pair', () => {
    assert.ok(pairs.length > 2000, `${pairs.length} pairs`);
    for (const { prefix: locale } of locales) {
      const path = (rest) => `${prefix}${locale}sip/${rest}/`;
      const home = linksOf(html(locale));
      const matrix = html(`${locale}sip/matrix/`);
      const inMatrix = linksOf(matrix);
      assert.ok(home.has(path('matrix')));
      assert.deepEqual(pairs.filter((pair) => !inMatrix.has(path(pair))), []);
      for (const code of codes) {
        assert.ok(home.has(path(code)), `the home page has no ${code}`);
        assert.ok(matrix.includes(`href="${path(code)}#pairs"`), `the picker has no ${code}`);
        const links = linksOf(html(`${locale}sip/${code}/`));
        const own = pairs.filter((pair) => pair.split('-vs-').includes(code));
        assert.deepEqual(own.filter((pair) => !links.has(path(pair)) || !isThere(path(pair))), [], `from ${code}`);
      }
    }
  });

  for (const [place, { prefix: locale, tag }] of locales.entries()) {
    const pair = pairs[Math.floor(((place + 1) / 4) * pairs.length)];
    for (const scripts of tag === 'ja' ? [true, false] : [false]) {
      it(`takes two clicks ${scripts ? 'with' : 'without'} scripts, on a desk and on a phone (${tag})`, async () => {
        const options = { javaScriptEnabled: scripts };
        const follow = (page, path) => page.locator(`main a[href="${prefix}${locale}${path}"]:visible`).first().click();
        const arrives = async (page, path) => {
          await page.waitForURL(base + locale + path);
          assert.equal(await page.locator('h1:visible').count(), 1);
        };
        await open(locale, { ...desk, ...options }, async (page) => {
          for (const way of ['sip/matrix/', `sip/${pair.slice(0, 3)}/`, `sip/${pair.slice(-3)}/`]) {
            await page.goto(base + locale);
            await follow(page, way);
            await arrives(page, way);
            assert.equal(await page.locator('.picker:visible').count(), 0, 'no picker beside the matrix');
            await follow(page, `sip/${pair}/`);
            await arrives(page, `sip/${pair}/`);
          }
        });
        await open(locale, { ...phone, ...options, reducedMotion: 'reduce' }, async (page) => {
          const code = pair.slice(-3);
          await follow(page, 'sip/matrix/');
          await arrives(page, 'sip/matrix/');
          assert.ok(await page.locator('table.matrix').isHidden(), 'no table that a phone cannot show');
          await follow(page, `sip/${code}/#pairs`);
          await page.waitForURL(`${base}${locale}sip/${code}/#pairs`);
          const target = page.locator(`#pairs a[href="${prefix}${locale}sip/${pair}/"]`);
          const isSeen = (heading) => {
            const { top, bottom } = heading.getBoundingClientRect();
            return top > -1 && bottom < innerHeight; // it is scrolled to by whole pixels
          };
          await until('the list of pairs is in view', () => page.locator('#pairs h2').evaluate(isSeen));
          await target.click();
          await arrives(page, `sip/${pair}/`);
        });
      });
    }

    it(`has a matrix for the arrow keys, which Tab leaves (${tag})`, () =>
      inPage(desk, (page) => steps.movesInMatrix(page, base, `${locale}sip/matrix/`)));
  }
});

const traceOf = (name) => {
  const file = (ending) => readFileSync(new URL(`traces/${name}.${ending}`, import.meta.url), 'utf8');
  return { text: file('txt'), findings: JSON.parse(file('json')) };
};

describe('reading a trace', parallel, () => {
  for (const { prefix: locale, tag } of locales) {
    it(`leads to the codes and comparisons of a trace, and sends nothing (${tag})`, async () => {
      await open(`${locale}trace/`, desk, async (page) => {
        await page.waitForLoadState('networkidle');
        const requests = [];
        page.context().on('request', (request) => requests.push(request));
        for (const name of ['wireshark-flow', 'asterisk-pjsip', 'kamailio-syslog']) {
          const { text, findings } = traceOf(name);
          await page.locator('button[type=reset]').click();
          await page.locator('#trace-found').waitFor({ state: 'hidden' });
          await page.locator('#trace-text').focus();
          await page.keyboard.insertText(text);
          await page.locator('.findings li').nth(findings.length - 1).waitFor();
          assert.equal(await page.locator('.findings li').count(), findings.length);
          const known = [...new Set(findings.filter(({ kind }) => kind === 'response').map(({ code }) => code))];
          const links = await pathsOf(page.locator('.findings a.code'));
          const compared = await pathsOf(page.locator('#trace-pairs a'));
          for (const path of [...links, ...compared]) assert.ok(isThere(path) && path.startsWith(prefix + locale), path);
          for (const code of known.filter((each) => codes.includes(String(each)))) {
            assert.ok(links.includes(`${prefix}${locale}sip/${code}/`), `no link to ${code}`);
          }
          if (known.length > 1) assert.ok(compared.length > 0);
          assert.notEqual(await page.locator('#trace-status').textContent(), '');
        }
        assertNone(await violations(page), 'with findings');
        const index = await page.locator('#site').evaluate(({ dataset }) => new URL(dataset.index, location.href).href);
        for (const request of requests) {
          // The worker keeps the page for offline meanwhile: files of the site, asked for as they are.
          const isWorker = request.serviceWorker() !== null;
          assert.ok(isWorker ? isThere(request.url().slice(server.origin.length)) : request.url() === index, request.url());
          assert.deepEqual([request.method(), request.postData()], ['GET', null]);
        }
        await page.locator('#trace-pairs a').first().click();
        await page.locator('main.comparison').waitFor();
      });
    });

    it(`says that it finds nothing in a letter (${tag})`, async () => {
      await open(`${locale}trace/`, desk, async (page) => {
        await page.locator('#trace-text').fill('Dear friend, room 486 is free on 200 days.');
        await page.locator('#trace-status:not(:empty)').waitFor();
        assert.ok(await page.locator('#trace-found').isHidden());
        assert.ok(await page.locator('#trace-pairs').isHidden());
      });
    });
  }

  it('reads all of a long text, shows its beginning, and does not let it be changed there', async () => {
    for (const { prefix: locale } of locales) {
      await open(`${locale}trace/`, desk, async (page) => {
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
        const field = page.locator('#trace-text');
        const status = page.locator('#trace-status');
        const { labels } = JSON.parse(readFileSync(indexFile(directory, locale), 'utf8'));
        const paste = async (text) => {
          await page.evaluate((each) => navigator.clipboard.writeText(each), text);
          await field.focus();
          await page.keyboard.press('ControlOrMeta+V');
        };
        const finds = async (...wanted) => {
          await page.waitForFunction(
            (all) => Array.from(document.querySelectorAll('.findings .code'), (code) => code.textContent.slice(0, 3)).join() === all,
            wanted.join(),
          );
        };
        const filler = 'nothing to be found here\n'.repeat(40_000);

        await paste('SIP 404\n');
        await finds(404);
        assert.ok(await field.isEditable());
        await paste(`SIP 480\n${filler}SIP 486\n`);
        await finds(404, 480, 486);
        assert.ok((await status.textContent()).endsWith(labels.trace_shortened));
        const shown = await field.inputValue();
        assert.ok(shown.startsWith('SIP 404\nSIP 480\n') && shown.length <= 50_000 && shown.endsWith('\n'));
        assert.ok(!(await field.isEditable()));

        // What is typed changes nothing, neither what is shown nor what was read.
        await page.keyboard.type('SIP 503');
        await page.keyboard.press('Backspace');
        assert.equal(await field.inputValue(), shown);
        assertNone(await violations(page), 'with a long text');

        await paste(`SIP 603\n${filler}SIP 604\n`);
        await finds(603, 604);
        assert.ok((await status.textContent()).endsWith(labels.trace_shortened));
        assert.ok((await field.inputValue()).startsWith('SIP 603\nnothing'));

        await paste('SIP 488');
        await finds(488);
        assert.equal(await status.textContent(), labels.trace_found_one);
        assert.equal(await field.inputValue(), 'SIP 488');
        await page.keyboard.type('\nSIP 503');
        await finds(488, 503);

        await paste(`\n${filler}`);
        await status.getByText(labels.trace_shortened).waitFor();
        await finds(488, 503);
        await page.locator('button[type=reset]').click();
        await page.locator('#trace-status:empty').waitFor({ state: 'attached' });
        await page.keyboard.type('SIP 404');
        await finds(404);
        assert.equal(await field.inputValue(), 'SIP 404');
      });
    }
  });

  it('asks for the index anew, and says that it failed only to who still waits for it', async () => {
    const expected = /search\.en\.json|Failed to load|Service Worker registration blocked/;
    await inPage({ ...desk, serviceWorkers: 'block', expected }, async (page) => {
      await page.addInitScript(() => {
        const { fetch } = globalThis;
        globalThis.fetch = (...request) => {
          globalThis.cacheMode = new Request(...request).cache;
          return fetch(...request);
        };
      });
      await page.goto(`${base}trace/`);
      const field = page.locator('#trace-text');
      const status = page.locator('#trace-status');
      const failed = await page.locator('#trace').getAttribute('data-failed');
      const routes = [];
      await page.route('**/data/search.en.json', (route) => void routes.push(route));
      const asked = (count) => until(`request ${count}`, () => routes.length === count);

      await field.fill('SIP 486');
      await asked(1);
      assert.equal(await page.evaluate(() => globalThis.cacheMode), 'no-cache');
      await page.locator('button[type=reset]').click();
      await page.waitForTimeout(500); // until the empty form was looked at
      await routes[0].abort();
      await page.waitForTimeout(200);
      assert.equal(await status.textContent(), '');

      await field.fill('SIP 487');
      await asked(2);
      await routes[1].abort();
      await status.getByText(failed).waitFor();
      await field.fill('SIP 488');
      await asked(3);
      await routes[2].continue();
      await page.locator('.findings a.code', { hasText: '488' }).waitFor();
    });
  });
});

describe('the theme', parallel, () => {
  it('goes round and is kept', () => inPage(desk, (page) => steps.changesTheme(page, base)));

  for (const { prefix: locale, tag } of locales) {
    it(`is the one chosen from the first paint on, on every page (${tag})`, async () => {
      await open(locale, { ...desk, colorScheme: 'light' }, async (page) => {
        const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        const light = await ground();
        await page.locator('[data-theme-button]').click();
        await page.locator('[data-theme-button]').click();
        await page.locator('html[data-theme=dark]').waitFor({ state: 'attached' });
        const dark = await ground();
        assert.notEqual(dark, light);
        // A page is painted once it has a body.
        await page.addInitScript(() => {
          const observer = new MutationObserver(() => {
            if (!document.body) return;
            observer.disconnect();
            globalThis.themeAtFirst = document.documentElement.dataset.theme;
          });
          observer.observe(document, { childList: true, subtree: true });
        });
        for (const kind of [comparison, 'sip/486/', 'sip/matrix/', '404.html']) {
          await page.goto(base + locale + kind);
          assert.equal(await page.evaluate(() => globalThis.themeAtFirst), 'dark');
          assert.equal(await ground(), dark);
        }
        await page.reload();
        assert.equal(await page.evaluate(() => globalThis.themeAtFirst), 'dark');
      });
    });
  }
});

// One after another: the browser has one clipboard.
describe('copying', () => {
  for (const { prefix: locale, tag } of locales) {
    it(`takes the address of a page and a message, which the trace page reads (${tag})`, async () => {
      await inPage(desk, async (page) => {
        await steps.copies(page, base, locale + comparison);
        await page.locator('button[data-copy="#message-486"]').click();
        await page.locator('[role=status]:not(:empty)').waitFor({ state: 'attached' });
        await page.goto(`${base}${locale}trace/`);
        await page.locator('#trace-text').focus();
        await page.keyboard.press('ControlOrMeta+V');
        await page.locator('.findings a.code').first().waitFor();
        assert.deepEqual(await pathsOf(page.locator('.findings a.code')), [`${prefix}${locale}sip/486/`]);
      });
    });

    it(`takes the filters for tools (${tag})`, async () => {
      await open(locale + comparison, desk, async (page) => {
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
        const filters = { wireshark: 'sip.Status-Code == 480 || sip.Status-Code == 486', sngrep: '^SIP/2.0 (480|486)', homer: '480;486' };
        for (const [id, filter] of Object.entries(filters)) {
          const button = page.locator(`button[data-copy="#${id}"]`);
          const done = await button.getAttribute('data-done');
          await button.click();
          await button.and(page.getByText(done, { exact: true })).waitFor();
          assert.equal(await page.evaluate(() => navigator.clipboard.readText()), filter);
        }
      });
    });
  }

  it('selects the text where there is no clipboard', () => inPage(desk, (page) => steps.selectsWithoutClipboard(page, base)));
});

describe('without a network', parallel, () => {
  const expected = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/;

  it('shows the visited pages and lists them', () =>
    inPage({ ...desk, expected }, (page) => steps.readsOffline(page, base)));
  it('does not wait for a slow one', () => inPage(desk, (page) => steps.doesNotWaitForSlowNetwork(page, base)));

  /** Hands a page and a server of its own to `use`, which may close the server. */
  async function withServer(options, use) {
    const own = await serve(directory, options);
    await inPage({ ...desk, expected, base: own.base }, (page) => use(page, own)).finally(own.close);
  }

  it('shows and lists them where the host takes the endings off addresses', () =>
    withServer({ withoutEndings: true }, (page, own) => steps.readsOffline(page, own.base)));

  it('lists all that was visited but offline pages and 404 pages', () =>
    withServer({}, async (page, { base: own, deployed }) => {
      // Search engines need not be told of every comparison.
      deployed.set(fileOf(comparison), html(comparison).replace('</title>', '$&<meta name="robots" content="noindex">'));
      for (const path of [comparison, '404.html', 'ja/offline.html', 'offline.html']) {
        await page.goto(own + path);
        await steps.untilKept(page);
      }
      await page.reload();
      await page.locator('#kept a').first().waitFor();
      assert.deepEqual(await pathsOf(page.locator('#kept a')), [prefix + comparison]);
    }));

  it('searches what was deployed last, after a change of nothing but contents', () =>
    withServer({}, async (page, { base: own, deployed, close }) => {
      await page.goto(own + comparison);
      await steps.untilKept(page);
      deployed.set('data/search.en.json', read('data/search.en.json').replaceAll('Busy Here', 'Busy There'));
      deployed.set('offline.html', html('offline.html').replace(/(?<=<h1>)[^<]*/, 'Deployed later'));
      await steps.stopsWorkers(page);
      await page.reload();
      await until('the new index is kept', async () => (await steps.copyOf(page, `${own}data/search.en.json`)).includes('Busy There'));
      await until('the new page is kept', async () => (await steps.copyOf(page, `${own}offline.html`)).includes('Deployed later'));
      close();

      await page.reload();
      await page.keyboard.press('/');
      const dialog = page.locator('dialog[open]');
      await dialog.waitFor();
      await type(dialog, '486');
      assert.match(await dialog.getByRole('option').first().textContent(), /Busy There/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Deployed later' }).waitFor();
    }));

  it('has the index of the scripts that were deployed last', () =>
    withServer({}, async (page, { base: own, deployed }) => {
      await page.goto(own + comparison);
      await steps.untilKept(page);
      const script = /assets\/search\.\w+\.js/.exec(html(comparison))[0];
      const later = 'assets/search.000000000000.js';
      for (const path of [comparison, 'offline.html']) deployed.set(fileOf(path), html(path).replaceAll(script, later));
      deployed.set(later, read(script));
      deployed.set('data/search.en.json', read('data/search.en.json').replaceAll('Busy Here', 'Busy There'));
      await page.reload();
      await steps.untilKept(page);
      await until('the new index is kept', async () => (await steps.copyOf(page, `${own}data/search.en.json`)).includes('Busy There'));
    }));

  it('keeps a copy that there is no space to renew', () =>
    withServer({}, async (page, { origin, base: own, close }) => {
      await page.goto(own + comparison);
      await steps.untilKept(page);
      const session = await page.context().newCDPSession(page);
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      await page.reload();
      await page.waitForTimeout(500);
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      assert.ok(await steps.copyOf(page, own + comparison));
      close();
      await page.reload();
      await page.locator('h1').waitFor();
    }));

  for (const { prefix: locale, tag } of locales) {
    it(`still searches, and says in its language what is not there (${tag})`, async () => {
      const gone = await serve(directory);
      await inPage({ ...desk, expected, base: gone.base }, async (page) => {
        await page.goto(gone.base + locale + comparison);
        await steps.untilKept(page);
        const heading = await page.locator('h1').innerText();
        gone.close();

        await page.reload();
        assert.equal(await page.locator('h1').innerText(), heading);
        await page.keyboard.press('/');
        const dialog = page.locator('dialog[open]');
        await dialog.waitFor();
        assert.equal((await type(dialog, '486 603'))[0], `${prefix}${locale}sip/486-vs-603/`);
        await page.keyboard.press('Enter');
        await page.locator('#kept a').first().waitFor();
        assert.equal(await languageOf(page), tag);
        assert.equal(await page.title(), /<title>(.*)<\/title>/.exec(html(`${locale}offline.html`))[1]);
        await page.locator('#kept a').first().click();
        await page.waitForURL(gone.base + locale + comparison);
        assert.equal(await page.locator('h1').innerText(), heading);
      }).finally(gone.close);
    });
  }
});

describe('an address that does not exist', parallel, () => {
  it('leads to the page that is meant', () => inPage(desk, (page) => steps.forwards(page, base)));

  for (const { prefix: locale, tag } of locales) {
    it(`has its codes in the wrong order (${tag})`, async () => {
      await inPage(desk, async (page) => {
        for (const [path, wanted] of [['486-vs-480/', '480-vs-486/'], ['603-vs-100', '100-vs-603/'], ['486-vs-486/', '486/']]) {
          await page.goto(`${base}${locale}sip/${path}`).catch(() => {}); // it may be forwarded while it loads
          await page.waitForURL(`${base}${locale}sip/${wanted}`);
        }
        await page.locator('h1').waitFor();
        assert.equal(await languageOf(page), tag);
      });
    });
  }
  for (const { prefix: locale, tag } of locales.slice(1)) {
    it(`is answered in the language of the address (${tag})`, () =>
      inPage(desk, (page) => steps.speaksLanguage(page, base, { locale, tag })));
  }

  it('is asked for once', async () => {
    const own = await serve(directory);
    await inPage({ ...desk, base: own.base }, async (page) => {
      await page.goto(`${own.base}no/such-page/`);
      await page.evaluate(() => navigator.serviceWorker.ready);
      // The worker keeps the first page after the offline page.
      await until('the offline page is kept', () => steps.copyOf(page, `${own.base}offline.html`));
      await page.waitForTimeout(500);
      assert.deepEqual(own.asked.filter((path) => path.includes('such-page')), [`${prefix}no/such-page/`]);
    }).finally(own.close);
  });

  it('offers links without scripts', async () => {
    await open('ja/sip/486-vs-480/', withoutScripts, async (page, response) => {
      assert.equal(response.status(), 404);
      const links = page.locator('main .ways a:visible');
      const paths = await pathsOf(links);
      assert.ok(paths.length >= 3);
      for (const path of paths) assert.ok(isThere(path), path);
      await links.nth(1).click();
      assert.equal(await page.locator('h1:visible').count(), 1);
    });
  });
});

describe('the site as one file', parallel, () => {
  for (const { prefix: locale, tag } of locales) {
    const name = `copy/sip-${locale.replace('/', '') || 'en'}.html`;
    const address = pathToFileURL(join(directory, name)).href;

    it(`compares and finds without any request (${tag})`, async () => {
      await inPage({ ...desk, base: 'file://' }, async (page) => {
        const requests = [];
        page.on('request', (request) => requests.push(request.url()));
        await page.goto(`${address}#480-vs-486`);
        assert.equal(await languageOf(page), tag);
        const leading = await page.locator('header.site a:not([href^="#"])').evaluateAll((all) => all.map((link) => link.href));
        assert.deepEqual(leading, [absolute + locale], 'the site itself');
        const cards = page.locator('#view .card');
        await cards.nth(1).waitFor();
        const [a, b] = [await cards.nth(0).boundingBox(), await cards.nth(1).boundingBox()];
        assert.ok(a.y === b.y && a.x + a.width <= b.x, 'side by side');
        assert.match(await cards.nth(0).innerText(), /^480\b/);
        assert.match(await cards.nth(1).innerText(), /^486\b/);

        await page.goto(`${address}#top`);
        const input = page.locator('#find input');
        const found = page.locator('#found a');
        for (const [text, wanted] of [['486 480', '#480-vs-486'], ['４８６', '#486'], ['busy here', '#486'], [queries[tag][0][0], null]]) {
          await input.fill('');
          await input.pressSequentially(text);
          await found.first().waitFor();
          if (wanted) assert.equal(await found.first().getAttribute('href'), wanted, text);
          else assert.ok(await page.locator('#found a[href="#486"]').count(), text);
        }
        await input.fill('603 486');
        await input.press('Enter');
        await page.locator('#view .card.side-b').waitFor();
        assert.equal(new URL(page.url()).hash, '#486-vs-603');
        for (const unknown of ['#%', '#%E0%A4%A', '#499']) {
          await page.evaluate((hash) => (location.hash = hash), unknown);
          await page.locator('#view:empty').waitFor({ state: 'attached' });
          assert.equal(await page.locator('body').getAttribute('data-view'), 'overview', unknown);
          await page.evaluate(() => (location.hash = '#486'));
          await page.locator('body[data-view=code]').waitFor();
        }
        assert.ok(requests.every((url) => url.startsWith('data:') || url.split('#')[0] === address), requests.join('\n'));
      });
    });

    it(`shows everything without scripts (${tag})`, async () => {
      await inPage({ ...withoutScripts, ...desk, base: 'file://' }, async (page) => {
        await page.goto(address);
        const hidden = await page.locator('section.code, section.pair').evaluateAll((all) =>
          all.filter((section) => !section.checkVisibility()).map((section) => section.id),
        );
        assert.deepEqual(hidden, []);
        assert.ok((await page.locator('section.code').count()) >= codes.length);
        assert.ok(await page.locator('#find').isHidden());
      });
    });
  }
});

describe('without scripts', parallel, () => {
  for (const { path, locale } of pages) {
    it(`/${path} shows nothing that needs them, and its links lead somewhere`, async () => {
      await open(path, withoutScripts, async (page) => {
        assert.ok((await page.locator('.scripted').count()) > 0);
        assert.equal(await page.locator('.scripted:visible').count(), 0);
      });
      for (const link of linksOf(html(path))) assert.ok(isThere(link), link);
      const foreign = [...linksOf(/<main[^]*<\/main>/.exec(html(path))[0])].filter(
        (link) => !link.startsWith(prefix + locale.prefix) && !link.startsWith(`${prefix}copy/`),
      );
      assert.deepEqual(foreign, [], 'links to another language');
    });
  }
});

describe('on paper', parallel, () => {
  // Those with the longest texts of all, and one of those that have texts of their own.
  const longest = ['403-vs-603', '415-vs-488', '480-vs-603', '489-vs-603', '408-vs-503', '200-vs-603', '603-vs-608'];
  for (const { prefix: locale, tag } of locales) {
    it(`a comparison is one sheet of what separates the two (${tag})`, async () => {
      await inPage(desk, async (page) => {
        for (const pair of [...longest, '480-vs-486']) {
          await page.goto(`${base}${locale}sip/${pair}/`);
          for (const format of ['A4', 'Letter']) {
            const sheet = (await page.pdf({ format })).toString('latin1');
            assert.equal(sheet.match(/\/Type\s*\/Page\b/g).length, 1, `sheets of ${pair} on ${format}`);
          }
        }
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        for (const part of ['h1', '.rule', '.story', '#code-a ol li', '#code-b ol li', '#differences td', '#tell-apart td', '#which p']) {
          assert.ok(await page.locator(`main ${part}`).first().isVisible(), part);
        }
        for (const part of ['header.site', 'footer.site', 'nav', 'button', '.tools']) {
          assert.equal(await page.locator(`${part}:visible`).count(), 0, part);
        }
        const sizes = await page.locator('main :is(p, li, td, th, dt, dd, code):visible').evaluateAll((all) =>
          all.map((element) => (parseFloat(getComputedStyle(element).fontSize) * 72) / 96),
        );
        assert.ok(Math.min(...sizes) >= 5.9, `text of ${Math.min(...sizes)} pt`);
        assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'light');
      });
    });

    it(`is dark on light in a dark theme, too (${tag})`, async () => {
      await open(locale, { ...desk, colorScheme: 'light' }, async (page) => {
        const colour = (part) => page.locator(part).first().evaluate((element) => getComputedStyle(element).color);
        const light = await colour('body');
        for (const theme of ['light', 'dark']) {
          await page.locator('[data-theme-button]').click();
          await page.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' });
        }
        for (const kind of ['', comparison, 'sip/486/']) {
          await page.goto(base + locale + kind);
          assert.notEqual(await colour('body'), light, 'on the screen');
          await page.emulateMedia({ media: 'print' });
          assert.equal(await colour('body'), light, 'on paper');
          assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'light');
          await page.emulateMedia({ media: 'screen' });
        }
      });
    });
  }
});

describe('the layout', parallel, () => {
  const kinds = ['', 'sip/486/', comparison, 'sip/4xx/', 'sip/matrix/', 'trace/'];
  let slow;
  before(async () => {
    slow = await serve(directory, { inPieces: true });
  });
  after(() => slow.close());

  for (const { prefix: locale, tag } of locales) {
    for (const device of [phone, { viewport: { width: 800, height: 800 } }, desk]) {
      const { width } = device.viewport;
      it(`does not shift while it comes (${tag}, ${width} px)`, async () => {
        // What comes past the worker, comes in pieces.
        const options = { base: slow.base, serviceWorkers: 'block', expected: /registration blocked/ };
        await inPage({ ...device, ...options }, async (page) => {
          await page.addInitScript(() => {
            globalThis.shifts = [];
            const sources = (entry) => entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? '');
            new PerformanceObserver((list) => {
              // What counts as none with three decimals, as it is reported, is none.
              const moved = list.getEntries().filter((entry) => entry.value >= 0.0005);
              globalThis.shifts.push(...moved.map((entry) => `${entry.value} ${sources(entry)}`));
            }).observe({ type: 'layout-shift', buffered: true });
          });
          for (const kind of kinds) {
            await page.goto(slow.base + locale + kind);
            await page.evaluate(async () => {
              await document.fonts.ready;
              for (const _ of [1, 2, 3]) await new Promise((painted) => requestAnimationFrame(painted));
            });
            assertNone(await page.evaluate(() => globalThis.shifts), `/${locale}${kind}`);
          }
        });
      });
    }

    it(`has room for text of twice the size, and moves nothing for those who want that (${tag})`, async () => {
      await inPage({ viewport: { width: 640, height: 800 }, reducedMotion: 'reduce' }, async (page) => {
        for (const { path } of pages.filter((each) => each.locale.tag === tag)) {
          await page.goto(base + path);
          const { width, animations, scrolls } = await page.evaluate(() => {
            document.documentElement.style.fontSize = '200%';
            const { scrollWidth } = document.documentElement;
            const { scrollBehavior } = getComputedStyle(document.documentElement);
            return { width: scrollWidth, animations: document.getAnimations().length, scrolls: scrollBehavior };
          });
          assert.ok(width <= 640, `/${path} is ${width} px wide`);
          assert.deepEqual([animations, scrolls], [0, 'auto'], path);
        }
      });
    });

    it(`is accessible in forced colours (${tag})`, async () => {
      await inPage({ ...desk, forcedColors: 'active' }, async (page) => {
        // The thousands of links of the matrix are much to look at, and much the same in every language.
        for (const kind of [comparison, ...(tag === 'ja' ? ['sip/matrix/'] : [])]) {
          await page.goto(base + locale + kind);
          assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
          assertNone(await violations(page), kind);
        }
      });
    });
  }
});

describe('the policy', () => {
  const ofPage = (text) => /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(text)?.[1];

  it('is the same in every kind of page, and in the header but for frames', () => {
    const policy = ofPage(html(''));
    assert.match(policy, /^default-src 'none'; script-src 'self';/);
    for (const { path } of pages) assert.equal(ofPage(html(path)), policy, path);
    const [, header] = /^\/\*\n(?: .*\n)*? +Content-Security-Policy: (.*)$/m.exec(read('_headers'));
    assert.equal(header, `${policy}; frame-ancestors 'none'`);
  });

  it('is kept by the browser, and a breach is noticed', async () => {
    const breaches = {
      script: () => document.body.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.bad = 1' })),
      style: () => document.body.setAttribute('style', 'color: red'),
      host: () => fetch('https://other.example/').catch(() => {}),
    };
    for (const [what, breach] of Object.entries(breaches)) {
      await assert.rejects(open(comparison, desk, (page) => page.evaluate(breach)), /policy/i, what);
    }
  });
});

describe('what machines read', () => {
  const types = {
    '': 'WebPage', 'trace/': 'WebPage', 'sip/': 'CollectionPage', 'sip/matrix/': 'CollectionPage', 'sip/4xx/': 'CollectionPage',
    'sip/486/': 'TechArticle', 'sip/200/': 'TechArticle', 'sip/409/': 'TechArticle', [comparison]: 'TechArticle',
  };
  const fileOfAddress = (address) => {
    assert.ok(address.startsWith(absolute), address);
    return join(directory, fileOf(address.slice(absolute.length)));
  };

  for (const { path, kind, locale } of pages.filter((each) => each.kind in types)) {
    it(`/${path} says what it is`, () => {
      const text = html(path);
      const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text);
      const data = JSON.parse(json);
      assert.equal(data['@context'], 'https://schema.org');
      const [page, crumbs] = data['@graph'];
      assert.equal(page['@type'], types[kind]);
      assert.equal(page.url, absolute + path);
      assert.equal(page.url, /<link rel="canonical" href="([^"]+)">/.exec(text)[1]);
      assert.equal(page.inLanguage, locale.tag);
      assert.notEqual(page.headline.trim(), '');
      assert.ok(page.headline.length <= 110, page.headline);

      if (kind !== '') {
        assert.equal(crumbs['@type'], 'BreadcrumbList');
        const items = crumbs.itemListElement;
        assert.deepEqual(items.map(({ position }) => position), items.map((_, place) => place + 1));
        for (const { item, name } of items) assert.ok(existsSync(fileOfAddress(item)) && name.trim() !== '', item);
        assert.equal(items[0].item, absolute + locale.prefix);
        assert.equal(items.at(-1).item, page.url);
      }

      const picture = /<meta property="og:image" content="([^"]+)">/.exec(text)[1];
      assert.equal(page.image, picture);
      const bytes = readFileSync(fileOfAddress(picture));
      assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
      assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630]);
    });
  }
});
