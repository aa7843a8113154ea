// What a reader does with the scripts of the pages: each step opens what it needs below `base`, in a context of its own,
// and fails if that does not work.

import assert from 'node:assert/strict';

const attributeOfRoot = (page, name) => page.locator('html').getAttribute(name);

async function themeIs(page, wanted) {
  await page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, wanted ?? undefined);
}

/** The theme goes round, is kept, is there before the first paint, and is the same in every tab. */
export async function changesTheme(page, base) {
  await page.goto(base);
  assert.equal(await attributeOfRoot(page, 'data-scripts'), 'on');
  assert.equal(await attributeOfRoot(page, 'data-theme'), null);
  const button = page.locator('[data-theme-button]').first();
  await button.click({ trial: true });
  const label = (theme) => button.getAttribute(`data-${theme}`);
  assert.equal(await button.textContent(), await label('system'));
  await button.click();
  assert.equal(await attributeOfRoot(page, 'data-theme'), 'light');
  assert.equal(await button.textContent(), await label('light'));
  const other = await page.context().newPage();
  await other.goto(base);
  assert.equal(await attributeOfRoot(other, 'data-theme'), 'light');
  await button.press('Enter');
  assert.equal(await attributeOfRoot(page, 'data-theme'), 'dark');
  await themeIs(other, 'dark');
  await page.reload();
  assert.equal(await attributeOfRoot(page, 'data-theme'), 'dark');
  assert.equal(await button.textContent(), await label('dark'));
  await button.click();
  assert.equal(await attributeOfRoot(page, 'data-theme'), null);
  await themeIs(other, null);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await other.close();
}

/** A message is copied as it is written, the button says so for a while, and the address of the page can be copied. */
export async function copies(page, base, path = 'sip/480-vs-486/') {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(base).origin });
  await page.goto(base + path);
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  const button = page.locator('button[data-copy^="#"]').first();
  const label = await button.textContent();
  const done = await button.getAttribute('data-done');
  const message = await page.locator(await button.getAttribute('data-copy')).textContent();
  await button.click();
  await button.and(page.getByText(done, { exact: true })).waitFor();
  await page.locator('[role=status]', { hasText: done }).waitFor({ state: 'attached' });
  assert.equal(await read(), message);
  // The second time must not take the first answer for the label.
  await button.click();
  await page.waitForFunction(([each, text]) => each.textContent === text, [await button.elementHandle(), label]);

  const link = page.locator('button[data-copy="link"]').first();
  if ((await link.count()) > 0) {
    await link.click();
    await link.and(page.getByText(await link.getAttribute('data-done'), { exact: true })).waitFor();
    const canonical = page.locator('link[rel=canonical]');
    assert.equal(await read(), (await canonical.count()) > 0 ? await canonical.getAttribute('href') : base + path);
  }
}

/** Where there is no clipboard, the message is selected for the reader to copy. */
export async function selectsWithoutClipboard(page, base, path = 'sip/480-vs-486/') {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(base + path);
  const button = page.locator('button[data-copy^="#"]').first();
  const label = await button.textContent();
  const message = await page.locator(await button.getAttribute('data-copy')).textContent();
  await button.click();
  await page.waitForFunction((text) => getSelection().toString().trim() === text.trim(), message);
  assert.equal(await button.textContent(), label);
}

/** `/` opens the search, or goes to the field of the home page; a link to the search opens it with its text. */
export async function opensSearch(page, base, path = 'sip/480-vs-486/') {
  const dialog = page.locator('dialog[open]');
  const focused = page.locator('form#find input[type=search]:focus');
  await page.goto(base + path);
  await page.keyboard.press('/');
  await dialog.waitFor();
  assert.equal(await dialog.locator('input').inputValue(), '');
  await page.keyboard.type('/');
  assert.equal(await dialog.locator('input').inputValue(), '/');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });

  const link = page.locator('a[data-search]').first();
  await link.click();
  await dialog.waitFor();
  assert.equal(await dialog.locator('input').inputValue(), await link.getAttribute('data-search'));
  assert.equal(page.url(), base + path);

  await page.goto(base);
  await page.keyboard.press('/');
  await focused.waitFor();
  assert.equal(await focused.inputValue(), '');
  await page.goto('about:blank');
  await page.goto(`${base}#find`);
  await focused.waitFor();
}

/** Without its script the search is a link: the reader is taken to where it leads. */
export async function followsLinkToSearch(page, base, path = 'sip/480-vs-486/') {
  await page.context().route(/\/assets\/search\.[^/]*\.js$/, (route) => route.abort());
  await page.goto(base + path);
  const link = page.locator('a[data-search]').first();
  const address = await link.evaluate((each) => each.href);
  await link.click();
  await page.waitForURL(address);
  await page.goto(base + path);
  await page.keyboard.press('/');
  await page.waitForURL(address);
}

/** Arrow keys, Home and End move between the links of a matrix; Tab leaves it. */
export async function movesInMatrix(page, base, path = 'sip/matrix/') {
  await page.goto(base + path);
  const matrix = page.locator('table.matrix').first();
  const links = matrix.locator('a[href]');
  const place = () => page.locator('table.matrix :focus').evaluate((link) => {
    const cell = link.closest('td, th');
    return { row: cell.parentElement.rowIndex, column: cell.cellIndex, x: cell.getBoundingClientRect().x };
  });
  const press = async (key) => {
    await page.keyboard.press(key);
    return place();
  };
  await links.first().focus();
  const first = await place();
  assert.equal(await matrix.locator('a:not([tabindex="-1"])').count(), 1);
  const last = await press('Control+End');
  assert.ok(await links.last().evaluate((link) => link === document.activeElement));
  assert.ok(last.row > first.row);
  const left = await press('Home');
  assert.equal(left.row, last.row);
  assert.ok(left.column <= last.column);
  assert.deepEqual(await press('End'), { ...last, x: (await place()).x });
  await press('Home');
  const right = await press('ArrowRight');
  assert.equal(right.row, left.row);
  assert.ok(right.x > left.x);
  assert.equal((await press('ArrowLeft')).column, left.column);
  const above = await press('ArrowUp');
  assert.equal(above.column, left.column);
  assert.ok(above.row < left.row);
  assert.deepEqual(await press('ArrowDown').then(({ row, column }) => [row, column]), [left.row, left.column]);
  assert.equal((await press('Control+Home')).row, first.row);
  for (const key of ['Tab', 'Shift+Tab', 'Shift+Tab']) {
    const inside = await page.evaluate(() => Boolean(document.activeElement.closest('table.matrix')));
    await page.keyboard.press(key);
    assert.equal(await page.evaluate(() => Boolean(document.activeElement.closest('table.matrix'))), !inside, key);
  }
}

/** The caches of the page's site, as lists of paths by the last words of the caches' names. */
function kept(page) {
  return page.evaluate(async () => {
    const root = new URL(document.getElementById('site').dataset.root, location.href).pathname;
    const own = (await caches.keys()).filter((name) => name.startsWith(`versus ${root} `));
    const paths = async (name) => (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname);
    const entries = own.map(async (name) => [name.slice(`versus ${root} `.length), await paths(name)]);
    return Object.fromEntries(await Promise.all(entries));
  });
}

/** Waits until the worker has kept the page that is open and what its language needs, and returns all that it has. */
export async function untilKept(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  const { page: path, offline, needed } = await page.evaluate(() => {
    const { dataset, src } = document.getElementById('site');
    const styles = Array.from(document.querySelectorAll('link[rel=stylesheet]'), (link) => link.href);
    const paths = (addresses) => addresses.map((address) => new URL(address, location.href).pathname);
    const needed = paths([dataset.offline, dataset.index, dataset.search, dataset.library, src, ...styles]);
    return { page: location.pathname, offline: paths([dataset.offline])[0], needed };
  });
  for (const end = Date.now() + 30_000; Date.now() < end; await page.waitForTimeout(50)) {
    const caches = await kept(page);
    const held = caches[`offline ${offline}`] ?? [];
    if (caches.pages?.includes(path) && needed.every((each) => held.includes(each))) return caches;
  }
  return assert.fail(`not kept: ${path} with ${needed.join(', ')}; but ${JSON.stringify(await kept(page))}`);
}

/**
 * Visited pages can be read without a network, other pages are answered with the offline page of their language, which
 * lists the visited ones; nothing else is kept.
 */
export async function readsOffline(page, base, paths = {}) {
  const { visited = 'sip/480-vs-486/', locale = 'ja/', other = 'sip/486/', data = 'data/sip.json' } = paths;
  const heading = () => page.locator('h1').innerText();
  const headings = new Map();
  for (const path of ['', visited, locale]) {
    await page.goto(base + path);
    headings.set(path, await heading());
    await untilKept(page);
  }
  const title = await page.title();
  await page.goto(`${base}${visited}?from=somewhere`);
  await page.evaluate((address) => fetch(address).then((response) => response.arrayBuffer()), base + data);
  const expected = ['', locale, visited].map((path) => new URL(base + path).pathname);
  let caches = await untilKept(page);
  for (const end = Date.now() + 30_000; caches.pages.at(-1) !== expected.at(-1) && Date.now() < end; ) caches = await kept(page);
  assert.deepEqual(caches.pages, expected, 'visited pages are kept once, the newest last');
  const everything = Object.values(caches).flat();
  const isData = (path) => path.includes('/data/') && !/\/search\.[^/]+\.json$/.test(path);
  assert.ok(!everything.some(isData), `data is kept: ${everything}`);

  await page.context().setOffline(true);
  try {
    for (const [path, wanted] of headings) {
      await page.goto(`${base}${path}?again`);
      assert.equal(await heading(), wanted);
      assert.ok(await page.evaluate(() => document.styleSheets.length > 0), 'it has lost its style sheet');
    }
    for (const prefix of ['', locale]) {
      const response = await page.goto(base + prefix + other);
      assert.ok(response.fromServiceWorker());
      const language = await page.evaluate(() => document.documentElement.lang);
      assert.equal(language.split('-')[0], prefix === '' ? 'en' : prefix.slice(0, -1));
      const links = page.locator('#kept a');
      await links.nth(2).waitFor();
      assert.deepEqual(await links.evaluateAll((all) => all.map((link) => new URL(link.href).pathname)), [...expected].reverse());
      assert.equal(await links.nth(1).textContent(), title);
    }
    await page.locator('#kept a').first().click();
    await page.waitForURL(base + visited);
    assert.equal(await heading(), headings.get(visited));
    await assert.rejects(page.goto(base + data), 'data is not answered by the offline page');
  } finally {
    await page.context().setOffline(false);
  }
}

/** Stops the workers of the page's browser, as the browser does itself after a while; the next page starts them again. */
export async function stopsWorkers(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** The text of the copy of an address that the worker finds first. */
export function copyOf(page, address) {
  return page.evaluate(async (each) => (await caches.match(each))?.text(), address);
}

/** A copy goes before a network that does not answer in time. */
export async function doesNotWaitForSlowNetwork(page, base, path = 'sip/480-vs-486/') {
  await page.goto(base + path);
  await untilKept(page);
  const stall = (route) => new Promise((resolve) => setTimeout(resolve, 9000)).then(() => route.continue().catch(() => {}));
  await page.context().route(base + path, stall);
  const begin = Date.now();
  const response = await page.goto(base + path);
  const time = Date.now() - begin;
  await page.context().unroute(base + path, stall);
  assert.ok(response.fromServiceWorker());
  assert.ok(time > 2500 && time < 6000, `the copy came after ${time} ms`);
}

/** Misspelt addresses lead to the page that is meant, others stay what they are and say what there is. */
export async function forwards(page, base) {
  const cases = [
    ['sip/486-vs-480/?a=b#c', 'sip/480-vs-486/?a=b#c'],
    ['486vs480', 'sip/480-vs-486/'],
    ['ja/sip/486-vs-480/)', 'ja/sip/480-vs-486/'],
  ];
  for (const [path, wanted] of cases) {
    await page.goto(base + path).catch(() => {}); // it may be forwarded while it loads
    await page.waitForURL(base + wanted);
  }
  const response = await page.goto(`${base}sip/486-vs-999/`);
  assert.equal(response.status(), 404);
  const guess = page.locator('#guess a');
  await guess.first().waitFor();
  assert.deepEqual(await guess.evaluateAll((all) => all.map((link) => link.href)), [`${base}sip/486/`]);
  await page.goto(`${base}404.html`);
  await page.waitForLoadState('networkidle');
  assert.equal(page.url(), `${base}404.html`);
}

/** The 404 page speaks the language of the address, and its scripts go on working in that language. */
export async function speaksLanguage(page, base, { locale = 'ja/', tag = 'ja' } = {}) {
  await page.goto(`${base}${locale}404.html`);
  const [title, heading] = [await page.title(), await page.locator('h1').innerText()];
  const index = await page.locator('#site').getAttribute('data-index');
  await page.goto(`${base}${locale}no/such-page/`);
  await page.waitForFunction((language) => document.documentElement.lang === language, tag);
  assert.equal(await page.title(), title);
  assert.equal(await page.locator('h1').innerText(), heading);
  assert.equal(await page.locator('main').count(), 1);
  assert.equal(await page.locator('header.site').count(), 1);
  assert.equal(await page.locator('#site').getAttribute('data-index'), index);
  const button = page.locator('[data-theme-button]').first();
  assert.equal(await button.textContent(), await button.getAttribute('data-system'));
  await button.click();
  assert.equal(await button.textContent(), await button.getAttribute('data-light'));
}
