// Looks at the built site in a real browser: accessibility, layout on a phone, and that nothing needs JavaScript.
// usage: node site.test.mjs SITE-DIRECTORY

import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, describe, it } from 'node:test';

import axe from 'axe-core';
import { chromium } from 'playwright-core';

import { locales, pages } from './pages.mjs';
import { serve } from './server.mjs';

const server = await serve(resolve(process.argv[2] ?? 'site'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // No connections of the browser's own: they fail, loudly, where there is no network.
  args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
after(async () => {
  await browser.close();
  server.close();
});

function assertNone(problems, when) {
  if (problems.length > 0) assert.fail(`${when}:\n${problems.join('\n')}`);
}

/** Opens a page in a context of its own, hands it to `look`, and fails if it logged or fetched what it should not. */
async function open(path, options, look) {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const url = server.base + path;
    const problems = [];
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    page.on('console', (message) => {
      const isDocument = message.location().url === url && message.text().startsWith('Failed to load resource');
      if (['error', 'warning'].includes(message.type()) && !isDocument) problems.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(server.base) && !url.startsWith('data:')) problems.push(`fetches ${url}`);
    });
    page.on('requestfailed', (request) => {
      const reason = request.failure().errorText;
      // A click leaves a page before its last picture has come.
      if (reason !== 'net::ERR_ABORTED') problems.push(`cannot fetch ${request.url()}: ${reason}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400 && response.url() !== url) problems.push(`${response.status()} for ${response.url()}`);
    });
    const response = await page.goto(url);
    await look(page, response);
    assertNone(problems, 'while it was open');
  } finally {
    await context.close();
  }
}

const language = (page) => page.locator('html').getAttribute('lang');

/** What axe-core, which has to be in the page already, finds wrong with it as it looks now. */
async function violations(page) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
  const result = await page.evaluate((given) => globalThis.axe.run(document, given), options);
  const describe = (id, node) => `${id}: ${node.target}\n${node.failureSummary}`;
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => describe(id, node)));
}

describe('accessibility and layout', { concurrency: 2 }, () => {
  for (const { path, locale } of pages) {
    it(`/${path} is accessible and fits, light and dark, on a phone and on a desk`, async () => {
      await open(path, {}, async (page, response) => {
        assert.equal(response.status(), 200);
        assert.equal(await language(page), locale.tag);
        await page.evaluate(axe.source);
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          const content = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(content <= width, `the page is ${content} px wide in a window of ${width} px`);
          for (const colorScheme of ['light', 'dark']) {
            await page.emulateMedia({ colorScheme });
            assertNone(await violations(page), `${colorScheme}, ${width} px`);
          }
        }
      });
    });
  }
});

describe('without JavaScript', { concurrency: 2 }, () => {
  for (const { kind, locale, path } of pages) {
    it(`/${path} shows its heading and leads to itself in every language`, async () => {
      await open(path, { javaScriptEnabled: false }, async (page, response) => {
        assert.equal(response.status(), 200);
        assert.equal(await page.locator('h1:visible').count(), 1);
        for (const other of [...locales.filter((each) => each !== locale), locale]) {
          await page.locator(`nav a[hreflang="${other.tag}"]`).click();
          assert.equal(page.url(), server.base + other.prefix + kind);
          assert.equal(await language(page), other.tag);
        }
      });
    });
  }
});

describe('finding the way', () => {
  it('an address that does not exist shows the styled 404 page at any depth', async () => {
    await open('sip/no/such-page/', {}, async (page, response) => {
      assert.equal(response.status(), 404);
      assert.ok(await page.evaluate(() => document.styleSheets.length > 0));
      await page.locator('main .ways a').first().click();
      assert.equal(new URL(page.url()).origin, server.origin);
      assert.equal(await page.locator('h1:visible').count(), 1);
    });
  });

  it('the first press of Tab shows a link that skips to the content', async () => {
    await open('sip/486/', { viewport: { width: 320, height: 800 } }, async (page) => {
      await page.keyboard.press('Tab');
      const box = await page.locator(':focus').boundingBox();
      assert.ok(box.x >= 0 && box.y >= 0 && box.width > 1 && box.height > 1, JSON.stringify(box));
      await page.keyboard.press('Enter');
      assert.equal(await page.locator('main:target').count(), 1);
    });
  });
});
