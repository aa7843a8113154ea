// The pictures for links and the icons in templates/assets are there, as large as they must be, and show what the labels
// say today.
// usage: node share.test.mjs [ROOT]

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { digest, icons, pictureSize, pictures } from './share.mjs';

const root = resolve(process.argv[2] ?? fileURLToPath(new URL('../..', import.meta.url)));
const assets = join(root, 'templates/assets');
const record = JSON.parse(readFileSync(join(root, 'tests/browser/share.json'), 'utf8'));
const advice = 'run node tests/browser/share.mjs templates/assets';
const heaviest = 25_000;

/** Width and height of a PNG file, from its first chunk. */
function pngSize(bytes) {
  assert.equal(bytes.toString('latin1', 0, 8), '\x89PNG\r\n\x1a\n', 'it is no PNG file');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function assertDrawn(file, recorded, size) {
  const path = join(assets, file);
  assert.ok(recorded && existsSync(path), `templates/assets/${file} is missing: ${advice}`);
  const bytes = readFileSync(path);
  assert.deepEqual(pngSize(bytes), size, `templates/assets/${file}`);
  assert.ok(bytes.length <= heaviest, `templates/assets/${file} has ${bytes.length} bytes, more than ${heaviest}`);
  assert.equal(digest(bytes), recorded.sha256, `templates/assets/${file} is not the one that was recorded: ${advice}`);
}

for (const { file, texts } of pictures(root)) {
  test(file, () => {
    const recorded = record.pictures[file];
    assertDrawn(file, recorded, pictureSize);
    for (const [part, text] of Object.entries(texts)) {
      const shown = recorded.texts[part];
      assert.equal(shown, text, `templates/assets/${file} shows "${shown}", which is now "${text}": ${advice}`);
    }
  });
}

test('no picture is left of a locale or class that is gone', () => {
  const expected = pictures(root).map(({ file }) => file);
  const found = readdirSync(assets).filter((file) => /^share.*\.png$/.test(file));
  assert.deepEqual(found.filter((file) => !expected.includes(file)), []);
});

for (const { file, size } of icons) {
  test(file, () => assertDrawn(file, record.icons[file], { width: size, height: size }));
}

test('the icons are drawn from icon.svg', () => {
  const present = digest(readFileSync(join(assets, 'icon.svg')));
  assert.equal(present, record.drawing, `templates/assets/icon.svg has changed: ${advice}`);
});
