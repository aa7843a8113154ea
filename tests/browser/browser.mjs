// A browser that looks at a built site and notices what no page may do, whatever a test makes of it.

import assert from 'node:assert/strict';

import axe from 'axe-core';
import { chromium } from 'playwright-core';

import { serve } from './server.mjs';

/** More tests at once than a small machine has cores: most of the time they wait. */
export const parallel = { concurrency: 4 };

export function assertNone(problems, when) {
  if (problems.length > 0) assert.fail(`${when}:\n${problems.join('\n')}`);
}

/** What a page logs or fetches that it should not, as a list that grows. */
function watch(context, base) {
  const problems = [];
  const documents = new Set();
  context.on('weberror', (error) => problems.push(`error: ${error.error().message}`));
  context.on('console', (message) => {
    // An address that does not exist is opened on purpose.
    const isDocument = documents.has(message.location().url.split('#')[0]) && message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isDocument) problems.push(`console: ${message.text()}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (request.isNavigationRequest()) documents.add(url.split('#')[0]);
    if (!url.startsWith(base) && !url.startsWith('data:')) problems.push(`fetches ${url}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure().errorText;
    // A click leaves a page before its last picture has come.
    if (reason !== 'net::ERR_ABORTED') problems.push(`cannot fetch ${request.url()}: ${reason}`);
  });
  context.on('response', (response) => {
    const request = response.request();
    // The worker asks for the page that is open once more, to keep it.
    const isDocument = request.serviceWorker() !== null || request.isNavigationRequest();
    if (response.status() >= 400 && !isDocument) problems.push(`${response.status()} for ${response.url()}`);
  });
  return problems;
}

/** The browser as it is without windows; it does all that pages ask of it, in half the time. */
export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell';

/** Serves a site and opens its pages in one browser. */
export async function openSite(directory) {
  const server = await serve(directory);
  const browser = await chromium.launch({
    executablePath,
    // No connections of the browser's own: they fail, loudly, where there is no network.
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

  /**
   * Hands a page in a context of its own to `use`, and fails if anything was logged or fetched that should not be.
   * `base` is where requests may go; what matches `expected` is no problem.
   */
  async function inPage(options, use) {
    const { base = server.base, expected, ...contextOptions } = options;
    const context = await browser.newContext(contextOptions);
    try {
      context.setDefaultTimeout(30_000);
      const problems = watch(context, base);
      // Chromium logs what the policy of a page refuses, but for what a script asks whether it may do.
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          console.error(`the policy refuses ${event.blockedURI} for ${event.effectiveDirective}`);
        });
      });
      const page = await context.newPage();
      await use(page);
      assertNone(problems.filter((problem) => !expected?.test(problem)), 'while it was open');
    } finally {
      await context.close();
    }
  }

  /** Opens a page of the site and hands it to `look` with the answer that brought it. */
  function open(path, options, look) {
    return inPage(options, async (page) => look(page, await page.goto(server.base + path)));
  }

  const close = async () => {
    await browser.close();
    server.close();
  };
  return { server, inPage, open, close };
}

/** What axe-core finds wrong with a page as it looks now. */
export async function violations(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  // What is far down has a size that is only supposed until it comes into sight, and seems to cover what follows.
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('main *')) {
      if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible';
    }
  });
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
  const result = await page.evaluate((given) => globalThis.axe.run(document, given), options);
  const describe = (id, node) => `${id}: ${node.target}\n${node.failureSummary}`;
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => describe(id, node)));
}
