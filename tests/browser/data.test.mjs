// The data files of websites hold to the schemas that are published with them, and the schemas refuse broken data.
// usage: node data.test.mjs SITE...

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import Ajv2020 from 'ajv/dist/2020.js';

// A change of the first document of a file, and what its schema must find wrong with the result.
const broken = [
  ['facts', (document) => delete document.codes[0].fork, 'required /codes/0'],
  ['facts', (document) => delete document.codes[0].url, 'required /codes/0'],
  ['facts', (document) => (document.codes[0].frk = {}), 'additionalProperties /codes/0'],
  ['facts', (document) => (document.codes[0].fork.role = 'first'), 'enum /codes/0/fork/role'],
  ['facts', (document) => (document.codes[0].fork.source = 'RFC 3261 16.7'), 'type /codes/0/fork/source'],
  ['facts', (document) => delete document.codes[0].fork.source.url, 'required /codes/0/fork/source'],
  ['facts', (document) => (document.codes[0].example.lines = []), 'minItems /codes/0/example/lines'],
  ['facts', (document) => delete document.stacks[0].to_cause.url, 'required /stacks/0/to_cause'],
  ['facts', (document) => delete document.historic[0].dropped_by, 'required /historic/0'],
  ['facts', (document) => delete document.locales, 'required /'],
  ['texts', (document) => (document.codes[0].means = 'busy'), 'type /codes/0/means'],
  ['texts', (document) => (document.codes[0].topic.text = ''), 'minLength /codes/0/topic/text'],
  ['texts', (document) => delete document.codes[0].how_to_fix, 'required /codes/0'],
  ['texts', (document) => (document.words['cause.17'] = 'busy'), 'type /words/cause.17'],
  ['pair', (document) => (document.a = '480'), 'type /a'],
  ['pair', (document) => (document.differing[0].both = []), 'additionalProperties /differing/0'],
  ['pair', (document) => delete document.differing[0].b, 'required /differing/0'],
  ['pair', (document) => delete document.common, 'required /'],
];

class Site {
  #data;
  #validators = {};

  constructor(root) {
    this.#data = join(root, 'data');
    const ajv = new Ajv2020({ strict: true });
    for (const name of readdirSync(join(this.#data, 'schema'))) {
      const schema = JSON.parse(readFileSync(join(this.#data, 'schema', name), 'utf8'));
      assert.ok(schema.$id.endsWith(`/data/schema/${name}`), schema.$id);
      this.#validators[name.replace('.schema.json', '')] = ajv.compile(schema);
    }
    // The indexes of the search are for the site's own scripts; search.test.mjs looks at them.
    this.files = readdirSync(this.#data).filter((name) => name !== 'schema' && !name.startsWith('search.'));
    this.kinds = Object.keys(this.#validators).sort();
  }

  /** The documents of a file, each with the name of its schema. */
  documents(name) {
    const text = readFileSync(join(this.#data, name), 'utf8');
    if (name.endsWith('.ndjson')) {
      assert.ok(text.endsWith('\n'));
      return text.trimEnd().split('\n').map((line) => ['pair', JSON.parse(line)]);
    }
    const document = JSON.parse(text);
    return [[document.$schema.match(/\/data\/schema\/(\w+)\.schema\.json$/)[1], document]];
  }

  /** What the schema finds wrong: the first broken rule and its place, as in `required /codes/0`. */
  mistake(schema, document) {
    const validate = this.#validators[schema];
    if (validate(document)) return '';
    const [error] = validate.errors;
    return `${error.keyword} ${error.instancePath || '/'}`;
  }
}

for (const root of process.argv.slice(2)) {
  const site = new Site(root);
  const first = {};

  describe(`the data of ${root} holds to its schemas`, () => {
    for (const name of site.files) {
      it(name, () => {
        for (const [schema, document] of site.documents(name)) {
          assert.equal(site.mistake(schema, document), '', JSON.stringify(document).slice(0, 200));
          first[schema] ??= JSON.stringify(document);
        }
      });
    }
    it('files of every kind', () => assert.deepEqual(Object.keys(first).sort(), site.kinds));
  });

  describe(`the schemas of ${root} refuse what is no data of theirs`, () => {
    for (const [schema, change, expected] of broken) {
      it(`${schema}: ${change.toString().replace('(document) => ', '')}`, () => {
        const document = JSON.parse(first[schema]);
        change(document);
        assert.equal(site.mistake(schema, document), expected);
      });
    }
  });
}
