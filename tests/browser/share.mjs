// Draws the pictures that other sites show beside a link to ours, one for each locale and class, and the icons, which
// are icon.svg on a tile. Needs Chromium and ImageMagick. Writes share.json, the record that share.test.mjs looks at.
// usage: node share.mjs OUT-DIR

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';
import { parse } from 'yaml';

import { executablePath } from './browser.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const drawing = join(root, 'templates/assets/icon.svg');
export const record = fileURLToPath(new URL('share.json', import.meta.url));

// What the sites that show such pictures ask for.
export const pictureSize = { width: 1200, height: 630 };

// The codes that stand for a class: a pair that is often confused. The home page has one from two classes.
const examples = {
  '': [486, 600],
  '1xx': [100, 183],
  '2xx': [200, 202],
  '3xx': [301, 302],
  '4xx': [480, 486],
  '5xx': [500, 503],
  '6xx': [600, 603],
};

// `mark` is the part of the icon's width that the drawing takes: less where a launcher cuts the icon into a shape of its
// own, which leaves a circle of 80% for certain. `corner` is the radius of the tile as a part of its width.
export const icons = [
  { file: 'icon-192.png', size: 192, mark: 0.7, corner: 0.2 },
  { file: 'icon-512.png', size: 512, mark: 0.7, corner: 0.2 },
  { file: 'icon-maskable-512.png', size: 512, mark: 0.58, corner: 0 },
  { file: 'apple-touch-icon.png', size: 180, mark: 0.66, corner: 0 },
];

/** The locales of a site, each with its labels in the order in which they stand in for missing ones. */
function readLocales(site, source) {
  const folder = join(site, 'locales');
  const files = Object.fromEntries(
    readdirSync(folder).map((file) => [basename(file, '.yaml'), parse(readFileSync(join(folder, file), 'utf8'))]),
  );
  const chain = (slug) => (slug ? [slug, ...chain(files[slug].locale.fallback)] : []);
  return Object.entries(files)
    .filter(([, file]) => file.locale)
    .map(([slug, file]) => ({ slug, ...file.locale, labels: [...chain(slug), source].map((name) => files[name].labels) }));
}

function label(locale, path) {
  const keys = path.split('.');
  const found = locale.labels.map((labels) => keys.reduce((at, key) => at?.[key], labels));
  return found.find((text) => text !== undefined);
}

/** The pictures of a site: file, language, direction, and every text that it shows. */
export function pictures(site) {
  const { name: brand, source_locale: source, protocol } = parse(readFileSync(join(site, 'content/site.yaml'), 'utf8'));
  const { classes } = parse(readFileSync(join(site, 'content', protocol, 'protocol.yaml'), 'utf8'));
  const slugs = classes.map(({ slug }) => slug);
  return readLocales(site, source).flatMap((locale) => {
    const heading = label(locale, 'home.heading');
    const picture = (slug, texts) => {
      const [a, b] = examples[slug].map(String);
      const name = ['share', locale.slug, slug].filter(Boolean).join('-');
      return { file: `${name}.png`, tag: locale.tag, direction: locale.direction, texts: { brand, a, b, ...texts } };
    };
    return [
      picture('', { slug: '', title: heading, line: slugs.join(' ') }),
      ...slugs.map((slug) => picture(slug, { slug, title: label(locale, `class.${slug}.name`), line: heading })),
    ];
  });
}

export function digest(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

// The two plates are those of icon.svg: A solid with sharp corners, B an outline with round ones. Texts are filled in.
const sheet = (mark) => `<!DOCTYPE html>
<meta charset="utf-8">
<link rel="stylesheet" href="/@fontsource/ibm-plex-sans/400.css">
<link rel="stylesheet" href="/@fontsource/ibm-plex-sans/600.css">
<link rel="stylesheet" href="/@fontsource/ibm-plex-mono/600.css">
<style>
  body { box-sizing: border-box; width: 1200px; height: 630px; margin: 0; padding: 60px; background: #ffffff; color: #1b2430;
    font-family: 'IBM Plex Sans', IPAPGothic, sans-serif; white-space: nowrap; display: flex; flex-direction: column; }
  header { display: flex; align-items: center; gap: 18px; font-weight: 600; font-size: 44px; line-height: 54px; }
  header svg { width: 60px; height: 60px; }
  .plates { margin: 34px 0 32px; direction: ltr; }
  .plates text { font: 600 216px 'IBM Plex Mono'; text-anchor: middle; }
  p { margin: 0; }
  #heading { font-size: 60px; line-height: 72px; }
  #slug { font-family: 'IBM Plex Mono'; font-weight: 600; }
  #slug:not(:empty) { margin-inline-end: 0.35em; }
  #line { margin-top: auto; font-size: 36px; line-height: 44px; color: #52606d; }
</style>
<header>${mark}<span id="brand"></span></header>
<svg class="plates" viewBox="0 0 1080 250" width="1080" height="250">
  <path d="M0 0h452l68 125-68 125H0z" fill="#0b5fa5"/>
  <path d="M540 0v250" stroke="#cbd5df" stroke-width="4"/>
  <path d="M1037 7a36 36 0 0 1 36 36v164a36 36 0 0 1-36 36H631.500l-64.5-118 64.5-118z"
    fill="none" stroke="#9a4b00" stroke-width="14" stroke-linejoin="round"/>
  <text id="a" x="232" y="200" fill="#ffffff"></text>
  <text id="b" x="848" y="200" fill="#9a4b00"></text>
</svg>
<p id="heading"><span id="slug"></span><span id="title"></span></p>
<p id="line"></p>`;

const tile = ({ size, mark, corner }, svg) => `<!DOCTYPE html>
<style>
  body { margin: 0; }
  div { width: ${size}px; height: ${size}px; border-radius: ${size * corner}px; background: #12171d;
    display: grid; place-items: center; }
  svg { width: ${size * mark}px; height: ${size * mark}px; overflow: visible; }
</style>
<div>${svg}</div>`;

/** Fills the sheet, in the browser. A heading that is too wide is made smaller; returns what is too wide nevertheless. */
async function fill({ tag, direction, texts }) {
  document.documentElement.lang = tag;
  document.documentElement.dir = direction;
  for (const [id, text] of Object.entries(texts)) document.getElementById(id).textContent = text;
  await document.fonts.ready;
  const heading = document.getElementById('heading');
  const isWide = (element) => element.scrollWidth > element.clientWidth;
  heading.style.fontSize = '';
  for (let size = 60; size > 40 && isWide(heading); size -= 2) heading.style.fontSize = `${size - 2}px`;
  return [heading, document.getElementById('line')].filter(isWide).map((element) => element.textContent);
}

// A palette makes a picture small. The nearly white of its page becomes white again. Icons keep their transparency.
const picturePacking = ['+dither', '-colors', '48', '-white-threshold', '99%', '-define', 'png:compression-filter=0', 'png8:-'];
const iconPacking = ['png:-'];

/** The same picture as a smaller PNG file. */
function pack(png, packing) {
  const options = ['png:-', '-strip', '-define', 'png:compression-level=9', ...packing];
  const run = spawnSync('convert', options, { input: png, maxBuffer: 1 << 26 });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`convert: ${run.stderr}`);
  return run.stdout;
}

/** Opens a page on an origin that only this process answers for: the sheet, and fonts from node_modules. */
async function openSheet(browser, html) {
  const page = await browser.newPage({ viewport: pictureSize });
  const modules = fileURLToPath(new URL('node_modules', import.meta.url));
  await page.route('**', (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill(pathname === '/' ? { contentType: 'text/html', body: html } : { path: join(modules, pathname) });
  });
  await page.goto('http://share.invalid/');
  return page;
}

async function draw(folder) {
  const svg = readFileSync(drawing, 'utf8');
  const browser = await chromium.launch({
    executablePath,
    args: ['--disable-gpu', '--disable-lcd-text', '--font-render-hinting=none', '--force-color-profile=srgb'],
  });
  const written = { drawing: digest(svg), icons: {}, pictures: {} };
  const write = (file, bytes) => {
    writeFileSync(join(folder, file), bytes);
    return digest(bytes);
  };
  try {
    const page = await openSheet(browser, sheet(svg));
    for (const picture of pictures(root)) {
      const wide = await page.evaluate(fill, picture);
      if (wide.length > 0) throw new Error(`too wide for ${picture.file}: ${wide.join(', ')}`);
      const sha256 = write(picture.file, pack(await page.screenshot(), picturePacking));
      written.pictures[picture.file] = { sha256, texts: picture.texts };
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const icon of icons) {
      await page.setViewportSize({ width: icon.size, height: icon.size });
      await page.setContent(tile(icon, svg));
      const sha256 = write(icon.file, pack(await page.screenshot({ omitBackground: true }), iconPacking));
      written.icons[icon.file] = { sha256 };
    }
  } finally {
    await browser.close();
  }
  writeFileSync(record, `${JSON.stringify(written, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.length !== 3) throw new Error('usage: node share.mjs OUT-DIR');
  await draw(process.argv[2]);
}
