// The page where a trace is pasted finds the response codes of traces as many tools write them, and nothing else.
// usage: node trace.test.mjs SITE

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

import { imported, indexFile } from './pages.mjs';

const { beginsLike, codesOf, comparisons, findResponses, oncePerCode, statusOf } = await imported('trace.js');

const traces = new URL('traces/', import.meta.url);

const index = JSON.parse(readFileSync(indexFile(process.argv[2] ?? 'site', ''), 'utf8'));

// A code of its line, or nothing.
const lines = [
  ['SIP/2.0 486 Busy Here', 486],
  ['sip/2.0 486', 486],
  ['SIP/2.0 799 Too High', null],
  ['SIP/2.0 4860 Too Long', null],
  ['SIP/2.0/UDP 486', null],
  ['\u001b[31mSIP/2.0 \u001b[1m486 Busy Here\u001b[0m', 486],
  ['> > SIP/2.0 486 Busy Here', 486],
  ['Status: 486', 486],
  ['HTTP Status: 404', null],
  ['ExtensionStatus: 404', null],
  ['X-Status: 404', null],
  ['exit status: 255', null],
  ['status:  <404>', 404],
  ['Disconnect Cause (SIP)   : 404', 404],
  ['Disconnect Cause (CC)    : 127', null],
  ['variable_sip_term_status: 486', 486],
  ['hangup_cause=sip:486', null],
  ['sip_area_code: 415', null],
  ['got response 499', 499],
  ['response (486 bytes)', null],
  ['response in 486 ms', null],
  ['response: 486 ms', null],
  ['Response code: 486', 486],
  ['SIP 486', 486],
  ['SIP/486', null],
  ['486 Busy Here', 486],
  ['486 BUSY HERE', 486],
  ['486 busy here', 486],
  ['486 Busy', 486],
  ['"486", "Busy Here"', 486],
  ['[486] Busy Here', 486],
  ['pid[486] Busy Here', null],
  ['486 busy lines', null],
  ['480 Ringing', null],
  ['500 Internal Server Error', 500],
  ['481 Call Leg/Transaction Does Not Exist', 481],
  ['436 Bad Identity-Info', 436],
  ['404 not reachable', null],
  ['extension 404 Not Found', null],
  ['room-404 Not Found', null],
  ['192.0.2.1:404 Not Found', null],
  ['09:48:04.486 Busy Here', null],
  ['<-- 486 --', 486],
  ['--- 486 --->', 486],
  ['--- 486 ---', null],
  ['-- 486 bytes -->', null],
  ['<!-- 486 -->', null],
  ['count <= 486', null],
  ['dial 486 -> 404', null],
  ['100 <---------- 180 200 0', 100],
  ['183 <---------- 0 0 0', null],
  ['HTTP/1.1 404 Not Found', null],
  ['RTSP/1.0 404 Not Found', null],
  ['MSRP a786hjs2 200 OK', null],
  ['sip:486@pbx.example.com', null],
];

// Which texts a reason phrase is recognized in.
const phrases = [
  ['Busy Here', 'busy here', true],
  ['Busy Here and more', 'busy here', true],
  ['Busy Her', 'busy here', true],
  ['Busy', 'busy here', true],
  ['Busy lines', 'busy here', true],
  ['busy lines', 'busy here', false],
  ['Not', 'not found', false],
  ['Not Reachable', 'not found', false],
  ['Temporarily not available', 'temporarily unavailable', true],
  ['Declined', 'decline', true],
  ['Declination', 'decline', false],
  ['Internal Server Error', 'server internal error', true],
  ['OK', 'ok', true],
  ['ok so far', 'ok', false],
  ['', 'ok', false],
];

// An index of which the order of the related codes is known: nearest first, and not always on both sides.
const related = { 404: [410, 480], 480: [486, 404], 486: [603, 480], 180: [183], 183: [180] };
const small = {
  pair: '/sip/{a}-vs-{b}/',
  codes: [100, 180, 181, 182, 183, 200, 404, 409, 410, 480, 486, 603].map((code) => ({
    code,
    ...(related[code] && { related: related[code] }),
    ...(code === 409 && { historic: true }),
  })),
};

const compared = [
  ['two failures', [486, 480], ['480-486']],
  ['related ones before others, the nearest first', [404, 480, 486], ['480-486', '404-480', '404-486']],
  ['those that are related on one side only', [404, 410, 486], ['404-410', '404-486', '410-486']],
  ['related ones only within their kind', [180, 183, 404, 603], ['404-603', '180-404', '180-603', '183-404', '183-603', '180-183']],
  [
    'final ones before provisional ones',
    [100, 180, 200, 486],
    ['200-486', '100-200', '100-486', '180-200', '180-486', '100-180'],
  ],
  ['nothing of one code', [486], []],
  ['each code once', [486, 486], []],
  ['nothing of a code without comparisons', [409, 486, 499], []],
  ['only the final ones of many', [100, 180, 181, 182, 183, 486, 480], ['480-486']],
];

// Texts on which careless regular expressions take time that grows with the square of the length.
const size = 400_000;
const repeated = (text) => text.repeat(Math.ceil(size / text.length));
const long = {
  'real lines': repeated(readFileSync(new URL('ngrep.txt', traces), 'utf8')),
  'log lines': repeated(readFileSync(new URL('kamailio-syslog.txt', traces), 'utf8')),
  'one line': repeated('486 Busy Here, '),
  'numbers without evidence': repeated('486 480 603 '),
  'spaces': `${repeated(' ')}x`,
  'dashes': repeated('-'),
  'arrows': repeated('<-'),
  'letters': repeated('SIP'),
  'requests': repeated('INVITE sip:'),
  'reasons': repeated('SIP;cause='),
  'folded reasons': repeated('Reason: SIP\n '),
  'frames': repeated('|486'),
  'sequences': repeated('CSeq: '),
  'quotations': repeated('> '),
  'colours': repeated('\u001b['),
  'digits': repeated('1'),
  'empty lines': repeated('\n'),
  'brackets': repeated('[<'),
};

describe('trace', () => {
  for (const file of readdirSync(traces).filter((name) => name.endsWith('.txt'))) {
    it(`finds what ${file} holds`, () => {
      const text = readFileSync(new URL(file, traces), 'utf8');
      const expected = JSON.parse(readFileSync(new URL(file.replace(/txt$/, 'json'), traces), 'utf8'));
      const shown = text.split(/\r\n|\n|\r/);
      const found = findResponses(text, index);
      for (const { line, code, excerpt } of found) {
        assert.ok(excerpt.length <= 122 && excerpt.includes(code), excerpt);
        assert.ok(shown[line - 1].includes(code), `line ${line} has no ${code}`);
      }
      assert.deepEqual(found.map(({ excerpt, codes, ...finding }) => finding), expected);
    });
  }

  for (const [line, code] of lines) {
    it(`finds ${code ?? 'nothing'} in ${JSON.stringify(line)}`, () => {
      assert.deepEqual(codesOf(findResponses(line, index)), code ? [code] : []);
    });
  }

  for (const [text, phrase, like] of phrases) {
    it(`${like ? 'takes' : 'does not take'} "${text}" for "${phrase}"`, () => {
      assert.equal(beginsLike(text, phrase.split(' ')), like);
    });
  }

  for (const [what, codes, pairs] of compared) {
    it(`compares ${what}`, () => {
      const found = comparisons(codes, small);
      assert.deepEqual(found, pairs.map((pair) => {
        const [a, b] = pair.split('-').map(Number);
        return { a, b, url: `/sip/${a}-vs-${b}/` };
      }));
    });
  }

  it('has an end to a message of another protocol that has none', () => {
    const log = 'sip: response code: 486\n';
    assert.deepEqual(codesOf(findResponses(`HTTP/1.1 200 OK\n${log.repeat(40)}`, index)), []);
    const [found] = findResponses(`HTTP/1.1 200 OK\n${log.repeat(41)}`, index);
    assert.deepEqual([found.code, found.line], [486, 42]);
  });

  it('counts what it lists', () => {
    const labels = { trace_nothing: 'none', trace_found_one: 'one', trace_found: '{n}' };
    const cases = [
      ['nothing', 'none'],
      ['Reason: Q.850;cause=16', 'one'],
      ['SIP/2.0 486 Busy Here', 'one'],
      ['SIP/2.0 486 Busy Here\nReason: SIP;cause=486', 'one'],
      ['SIP/2.0 486 Busy Here\nReason: Q.850;cause=17\n\nReason: Q.850;cause=17', '2'],
      ['Reason: Q.850;cause=100, SIP;cause=100', '2'],
    ];
    for (const [text, wanted] of cases) assert.equal(statusOf(findResponses(text, index), labels), wanted, text);
  });

  it('reads all kinds of line ends alike', () => {
    const text = readFileSync(new URL('ngrep.txt', traces), 'utf8');
    for (const end of ['\r\n', '\r']) {
      assert.deepEqual(findResponses(text.replaceAll('\n', end), index), findResponses(text, index));
    }
  });

  it('names the codes that a Q.850 cause goes with', () => {
    const [found] = findResponses('Reason: Q.850;cause=17;text="User busy"', index);
    const having = index.codes.filter(({ causes }) => causes?.some((cause) => /^17\D/.test(cause)));
    assert.deepEqual(found.codes, having.map(({ code }) => code));
    assert.ok(found.codes.includes(486));
  });

  it('draws many findings together to one for each code', () => {
    const call = (id) => `SIP/2.0 180 Ringing\nCall-ID: ${id}\nCSeq: 1 INVITE\n\n`;
    const found = findResponses(Array.from({ length: 300 }, (none, place) => call(place)).join(''), index);
    assert.equal(found.length, 300);
    assert.deepEqual(oncePerCode(found), [{ ...found[0], count: 300 }]);
  });

  // What takes time with the square of the length takes sixteen times as long for four times the text.
  for (const [what, text] of Object.entries(long)) {
    it(`reads four times as much of ${what} in about four times the time`, () => {
      const time = (length) => {
        const begin = performance.now();
        findResponses(text.slice(0, length), index);
        return performance.now() - begin;
      };
      const shortest = (length) => Math.min(time(length), time(length), time(length));
      shortest(size / 40);
      const ratios = [1, 2, 3].map(() => shortest(size) / Math.max(shortest(size / 4), 1));
      assert.ok(Math.min(...ratios) < 10, `${ratios.map((ratio) => ratio.toFixed(1))} times as long`);
    });
  }
});
