// Looks at the built site in a real browser: accessibility, layout on a phone, and that nothing needs JavaScript.
// usage: node site.test.mjs SITE-DIRECTORY

import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, describe, it } from 'node:test';

import { assertNone, openSite, parallel, violations } from './browser.mjs';
import { locales, pages } from './pages.mjs';

const site = await openSite(resolve(process.argv[2] ?? 'site'));
after(site.close);
const { open, server } = site;

const language = (page) => page.locator('html').getAttribute('lang');

describe('accessibility and layout', parallel, () => {
  for (const { path, locale } of pages) {
    it(`/${path} is accessible and fits, light and dark, on a phone and on a desk`, async () => {
      await open(path, {}, async (page, response) => {
        assert.equal(response.status(), 200);
        assert.equal(await language(page), locale.tag);
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

describe('without JavaScript', parallel, () => {
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
