// The schemas in content/schemas accept every YAML file of our site and of the golden site tea, and refuse broken ones.
// usage: node schema.test.mjs ROOT

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, it } from 'node:test';

import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const root = resolve(process.argv[2] ?? '.');
const tea = join(root, 'tests/golden/tea');
const schemas = join(root, 'content/schemas');

const ajv = new Ajv2020({ strict: true, allErrors: true });
const kinds = readdirSync(schemas).map((name) => {
  const schema = JSON.parse(readFileSync(join(schemas, name), 'utf8'));
  // The title tells where files of the kind stand: content/<protocol>/protocol.yaml
  const pattern = new RegExp(`^${schema.title.replaceAll('.', '\\.').replaceAll(/<[a-z]+>/g, '[^/]+')}$`);
  return { name: basename(name, '.schema.json'), schema, pattern, validate: ajv.compile(schema) };
});

/** The kind of a file: of those whose place it has, the one with the fewest free parts, as in facts.yaml. */
function kindOf(path) {
  const free = (kind) => kind.schema.title.split('<').length;
  const found = kinds.filter((kind) => kind.pattern.test(path)).sort((a, b) => free(a) - free(b));
  assert.ok(found.length > 0, `no schema is for ${path}`);
  return found[0];
}

/** What its schema finds wrong with the text of a file: each broken rule and its place, as in `required /dialog`. */
function mistakes(path, text) {
  const { validate } = kindOf(path);
  validate(parse(text));
  return (validate.errors ?? []).map((error) => `${error.keyword} ${error.instancePath || '/'}`);
}

function yamlFiles(site) {
  const below = (top) => readdirSync(join(site, top), { recursive: true }).map((path) => join(top, path));
  return [...below('content'), ...below('locales')].filter((path) => path.endsWith('.yaml'));
}

describe('schemas accept what versus accepts', () => {
  const seen = new Set();
  for (const site of [root, tea]) {
    it(`all files of ${site === tea ? 'tea' : 'our site'}`, () => {
      const files = yamlFiles(site);
      assert.ok(files.length > 0);
      for (const path of files) {
        assert.deepEqual(mistakes(path, readFileSync(join(site, path), 'utf8')), [], path);
        seen.add(kindOf(path).name);
      }
    });
  }
  it('files of every kind', () => assert.deepEqual([...seen].sort(), kinds.map((kind) => kind.name).sort()));
});

// An edit of a file of tea, and all that its schema must find wrong with the result.
const facts = 'content/tea/codes/418/facts.yaml';
const texts = 'content/tea/codes/418/en.yaml';
const protocol = 'content/tea/protocol.yaml';
const labels = 'locales/fr.yaml';
const broken = [
  [facts, 'phrase: ', 'phrse: ', 'required /', 'additionalProperties /'],
  [facts, 'are: [gateway]\n', '\n', 'required /senders'],
  [texts, 'topic: ', 'topci: ', 'additionalProperties /'],
  [facts, 'registered', 'registerd', 'enum /status'],
  [facts, '[gateway]', '[gateway, gatewy]', 'enum /senders/are/1'],
  [facts, 'code: 418', 'code: 99', 'minimum /code'],
  [facts, 'code: 418', 'code: 1000', 'maximum /code'],
  [facts, 'code: 418', 'code: 418.5', 'type /code'],
  [facts, 'code: 418', 'code: "418"', 'type /code'],
  [facts, 'Only Coffee', '', 'type /phrase'],
  [facts, 'Only Coffee', '""', 'minLength /phrase'],
  [facts, 'Only Coffee', 'Coffee '.repeat(29).trim(), 'maxLength /phrase'],
  [facts, '[gateway]', '[]', 'minItems /senders/are'],
  [facts, '[gateway]', 'gateway', 'type /senders/are'],
  [facts, '[gateway]', '[gateway, gateway]', 'uniqueItems /senders/are'],
  [facts, 'TEA 1 4.18', 'TEA', 'pattern /defined_in'],
  [facts, 'TEA 1 4.2', 'TEA 1 four', 'pattern /dialog/source'],
  [texts, 'a pot without tea', '" "', 'pattern /topic'],
  [texts, '  - Find another pot.\n', '  - Find another pot.\n'.repeat(7), 'maxItems /how_to_fix'],
  [protocol, 'slug: 1xx, ', '', 'required /classes/0'],
  [protocol, 'language: en', 'language: en_GB', 'pattern /language'],
  ['content/site.yaml', 'protocol: tea', '', 'required /'],
  ['content/site.yaml', 'percent: 90', 'percent: 101', 'maximum /translations/least/0/percent'],
  ['content/tea/codes/110/fr.yaml', '"b3499d99"', '"B3499D99"', 'pattern /source/means'],
  [labels, 'capital: true', 'capital: "true"', 'type /typography/capital'],
  [labels, 'Codes du thé', '[]', 'type /labels/home/title', 'type /labels/home/title', 'anyOf /labels/home/title'],
  [labels, 'Codes du thé', '""', 'minLength /labels/home/title', 'type /labels/home/title', 'anyOf /labels/home/title'],
];

describe('schemas refuse what versus refuses', () => {
  for (const [path, before, after, ...expected] of broken) {
    it(`${path}: ${JSON.stringify(after)} for ${JSON.stringify(before)}`, () => {
      const text = readFileSync(join(tea, path), 'utf8');
      assert.ok(text.includes(before));
      const found = mistakes(path, text.replace(before, after));
      // A label is a text or a mapping: what contains the mistake is wrong both ways as well.
      assert.deepEqual(found.filter((mistake) => !/\/labels(\/home)?$/.test(mistake)), expected);
    });
  }

  it('by every rule that stands in them', () => {
    const rules = new Set();
    const collect = (schema) => {
      for (const [keyword, value] of Object.entries(schema)) {
        if (keyword === 'properties') Object.values(value).forEach(collect);
        else if (keyword === 'items' || (keyword === 'additionalProperties' && value !== false)) collect(value);
        else if (keyword === 'anyOf') value.forEach(collect);
        if (!['$schema', '$ref', 'title', 'description', 'properties', 'items'].includes(keyword)) rules.add(keyword);
      }
    };
    kinds.forEach((kind) => collect(kind.schema));
    const tested = new Set(broken.flatMap(([, , , ...expected]) => expected.map((mistake) => mistake.split(' ')[0])));
    assert.deepEqual([...rules].sort(), [...tested].sort());
  });
});
