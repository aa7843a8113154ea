// Uses the search as a reader does, with keyboard, mouse and input method, on pages of a site that is served at `base`.

import assert from 'node:assert/strict';

const shown = (form) => ({
  input: form.locator('input[type="search"]'),
  list: form.getByRole('listbox'),
  options: form.getByRole('option'),
  status: form.getByRole('status'),
});

const selected = (options) =>
  options.evaluateAll((all) => all.findIndex((one) => one.getAttribute('aria-selected') === 'true'));

/** Waits until something is so, as `page.waitForFunction` does, which the policy of the pages does not allow. */
export async function until(what, isSo) {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`never: ${what}`);
}

const pathOf = (page, base) => page.url().slice(base.length - 1);

async function leadsTo(page, base, path, act) {
  await act();
  await until(`arrives at ${path} from ${page.url()}`, () => pathOf(page, base) === path);
}

/** One option is active, or none where `at` is -1, and the field tells which. */
async function assertActive({ input, options }, at) {
  assert.equal(await selected(options), at);
  const id = at < 0 ? null : await options.nth(at).getAttribute('id');
  assert.equal(await input.getAttribute('aria-activedescendant'), id);
}

/** The field of the home page; `look` is called with the page while results are shown. */
export async function searchInPage(page, base, look = async () => {}) {
  await page.goto(base);
  const form = page.locator('form#find');
  const field = shown(form);
  const { input, list, options, status } = field;
  await input.focus();
  await until('the field is a combobox', async () => (await input.getAttribute('role')) === 'combobox');
  assert.equal(await input.getAttribute('aria-expanded'), 'false');

  await input.pressSequentially('busy');
  await until('there are results', () => list.isVisible());
  assert.equal(await input.getAttribute('aria-expanded'), 'true');
  assert.equal(await input.getAttribute('aria-controls'), await list.getAttribute('id'));
  assert.match(await options.first().textContent(), /^486 Busy Here/);
  assert.ok((await status.textContent()).includes(String(await options.count())));
  assert.ok((await status.boundingBox()).width <= 1, 'the count is for those who do not see the list');
  await assertActive(field, -1);
  await look(page);

  await input.press('ArrowDown');
  await assertActive(field, 0);
  await input.press('ArrowUp');
  await assertActive(field, (await options.count()) - 1);
  await input.press('ArrowDown');
  await input.press('ArrowDown');
  await assertActive(field, 1);
  assert.ok(await input.evaluate((one) => one === document.activeElement), 'the field keeps the focus');
  await look(page);

  await input.press('Escape');
  assert.ok(await list.isHidden());
  assert.equal(await input.inputValue(), 'busy');
  await input.press('ArrowDown');
  await assertActive(field, 0);
  await input.press('Escape');
  await input.press('Escape');
  assert.equal(await input.inputValue(), '');
  assert.equal(await status.textContent(), '');

  await input.fill('qwertyuiop');
  assert.ok(await list.isHidden());
  assert.notEqual(await status.textContent(), '');
  assert.ok((await status.boundingBox()).width > 1, 'that there is nothing is shown');
  await look(page);
  await input.press('Enter');
  assert.equal(page.url(), base, 'Enter without a result stays');

  await input.fill('486');
  await page.keyboard.press('Tab');
  await page.locator('h1').click();
  assert.ok(await list.isHidden(), 'closes when it is left');

  await input.fill('486 480');
  await leadsTo(page, base, '/sip/480-vs-486/', () => input.press('Enter'));
  await page.goto(base);
  await input.focus();
  await input.fill('486');
  await until('there are results', () => list.isVisible());
  await input.press('ArrowDown');
  await input.press('ArrowDown');
  const second = new URL(await options.nth(1).evaluate((link) => link.href)).pathname;
  await leadsTo(page, base, second.slice(new URL(base).pathname.length - 1), () => input.press('Enter'));

  await page.goto(base);
  await input.focus();
  await input.fill('486');
  await until('there are results', () => list.isVisible());
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    options.first().click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await until('the new tab arrives', () => pathOf(tab, base) === '/sip/486/');
  await tab.close();
  assert.equal(page.url(), base);
  await leadsTo(page, base, '/sip/486/', () => options.first().click());
}

const indexAddress = /\/data\/search\.[\w-]+\.json$/;

/** An index that the browser still has may be older than the scripts: it is not taken without asking. */
export async function searchInNewIndex(page, base) {
  await page.goto(base);
  const [request] = await Promise.all([page.waitForRequest(indexAddress), page.locator('form#find input').first().focus()]);
  assert.match((await request.allHeaders())['cache-control'] ?? 'any age', /^(no-cache|max-age=0)$/);
}

/** Enter that comes before the index is answered once it is there, or else as by a form without scripts. */
export async function searchBeforeIndex(page, base) {
  for (const [isThere, path] of [[true, '/sip/480-vs-486/'], [false, '/sip/?']]) {
    let go;
    const waiting = new Promise((resolve) => (go = resolve));
    await page.route(indexAddress, async (route) => {
      await waiting;
      await (isThere ? route.continue() : route.abort());
    });
    await page.goto(base);
    const { input } = shown(page.locator('form#find'));
    await Promise.all([page.waitForRequest(indexAddress), input.focus()]);
    await input.pressSequentially('480 486');
    await input.press('Enter');
    await page.waitForTimeout(300);
    assert.equal(page.url(), base, 'it waits');
    assert.equal(await input.inputValue(), '480 486');
    await leadsTo(page, base, path, go);
    await page.unroute(indexAddress);
  }
}

/** While an input method composes, its keys are its own. */
export async function searchWithInputMethod(page, base) {
  await page.goto(`${base}ja/`);
  const field = shown(page.locator('form#find'));
  const { input, list, options, status } = field;
  await input.focus();
  await until('the field is a combobox', async () => (await input.getAttribute('role')) === 'combobox');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'んんんん', selectionStart: 4, selectionEnd: 4 });
  assert.equal(await status.textContent(), '', 'says nothing of what is not yet written');
  await session.send('Input.imeSetComposition', { text: '話中', selectionStart: 2, selectionEnd: 2 });
  await until('there are results', () => list.isVisible());
  for (const key of ['ArrowDown', 'Escape']) {
    const event = { key, isComposing: true, bubbles: true, cancelable: true };
    await input.evaluate((one, given) => one.dispatchEvent(new KeyboardEvent('keydown', given)), event);
  }
  await assertActive(field, -1);
  assert.ok(await list.isVisible());
  await session.send('Input.insertText', { text: '話中' });
  assert.equal(await input.inputValue(), '話中');
  assert.match(await options.first().textContent(), /^486 Busy Here 話中/);
  assert.equal(await options.first().locator('.phrase').getAttribute('lang'), 'en');
  await leadsTo(page, base, '/ja/sip/486/', () => input.press('Enter'));
}

/** The dialog above a page that `open` opens, by a key or a click, with the text `beginning` in it. */
export async function searchInDialog(page, { open, beginning, look = async () => {} }) {
  const before = page.url();
  const dialog = page.locator('dialog.finder');
  const opened = async () => {
    await open();
    await dialog.waitFor();
  };
  await opened();
  const field = shown(dialog);
  const { input, options } = field;
  assert.equal(await input.inputValue(), beginning);
  assert.equal(await input.evaluate((one) => one.selectionStart), beginning.length);
  assert.ok(await input.evaluate((one) => one === document.activeElement));
  await look(page);
  await input.fill('busy');
  await options.first().waitFor();
  await look(page);
  await input.press('Escape');
  assert.ok(await dialog.isHidden(), 'Escape closes it');

  await opened();
  assert.equal(await input.inputValue(), beginning, 'begins anew');
  await dialog.locator('.close').click();
  assert.ok(await dialog.isHidden(), 'the button closes it');

  await opened();
  await dialog.locator('label').click();
  assert.ok(await dialog.isVisible(), 'a click inside leaves it open');
  await page.mouse.click(2, 2);
  assert.ok(await dialog.isHidden(), 'a click outside closes it');
  assert.equal(page.url(), before);
  assert.equal(await page.locator('dialog.finder').count(), 1);
  await opened();
  await input.fill('480 486');
  await input.press('Enter');
  await until('arrives', () => page.url().endsWith('/sip/480-vs-486/'));
}
