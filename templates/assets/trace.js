// The page where a trace is pasted: finds the SIP response codes in a message, a log or a call flow, without sending it
// anywhere, and leads to the pages of these codes and to their comparisons.

/** More findings than these are drawn together to one for each code. */
export const mostFindings = 200;

/** No more comparisons than these are listed. */
export const mostComparisons = 60;

const fewCodes = 6;

// Browsers take many seconds to lay out megabytes in a field, so of a longer text it gets only the beginning.
const longText = 300_000;
const shownOfLongText = 50_000;

// Around a number only so much of its line is looked at, so that the time is in proportion to the length of the text.
const contextBefore = 48;
const contextAfter = 72;
const reasonLength = 240;
const excerptLength = 120;

// Log lines repeat the code of a message that was just shown in full; a summary line announces one (tcpdump, tshark).
const linesOfEcho = 40;
const linesOfSummary = 2;

// A message of another protocol is over after so many lines at the latest: its end may be missing.
const linesOfForeign = 40;

const quotation = /^(?:>[ \t]?)+/;
const lineEnd = /\r\n|\n|\r/;
const terminalColour = /\u001b\[[0-9;?]*[A-Za-z]/g;
const escapedLineEnd = /\\r\\n|#015#012/;
const lastEscapedLineEnd = /(?:\\r\\n|#015#012|#015|\\r|\^M)$/;

// A number that is no part of an address, a time, a longer number or a name.
const number = /(?<![\w.@+/\\])[1-6]\d\d(?![\w@]|\.\d)/g;

const requestLine = /\b([A-Z]{3,12}) (?:sips?|tel|urn|im|pres):\S+ SIP\/2\.0/;
// The margin of a line: frames, the direction as curl writes it, line numbers.
const margin = '^[\\s<|│]*(?:\\d+[:-]?\\s+|\\d+[:-])?';
const headerField = new RegExp(`${margin}([A-Za-z][\\w-]*)[ \\t]*:`);
const fieldOfMessage = /^(?:via|v|from|f|to|t|call-id|i|cseq|max-forwards|contact|m|record-route)$/i;
const statusLineIn = /SIP\/2\.0[ \t]+[1-6]\d\d(?!\d)/i;
const callId = /(?:^|\d[:-]|[\s|│])(?:Call-ID|i)[ \t]*:[ \t]*([^\s,;]+)/i;
const sequence = /(?:^|\d[:-]|[\s|│("',;])CSeq[ \t]*[:=][ \t]*["']?(\d+)[ \t]+([A-Z]{3,12})\b/i;
const fragmentType = /\bmessage\/sipfrag\b/i;
const description = new RegExp(`${margin}[a-z]=`);
const emptyLine = /^[\s<|│.]*(?:\d+[:-]?\s*)?$/;

// Other protocols with codes that look alike.
const foreignStart = /^[\s<*|│[]*(?:Re(?:sponse|quest|ply):[ \t]*)?(?:[A-Z]{3,12} \S+ )?(?:HTTP|RTSP|ICAP|MRCP)\/\d/;
const foreignLine = /\b(?:HTTP|RTSP|ICAP|MRCP)\/\d|\bMSRP \S|\bSTUN\b|error-code|<!--|<\/?(?:html|head|title|body|h1|center|p)\b/i;
const timedLine = /^[\s<[]*(?:\d{4}[-/]\d\d[-/]\d\d|[A-Z][a-z]{2} +\d{1,2} \d\d:|\d\d:\d\d:\d\d)/;
const foreignBefore = /https?\b|rtsp\b/i;

// What names a response code before it.
const statusLine = /SIP\/2\.0[ \t]+$/i; // in a packet dump other bytes stand right before it
const names = [
  /(?<![\w-]|exit )Status(?:-Code|-Line)?:[ \t]*<?/, // in angle brackets: Kamailio and OpenSIPS
  /\b(?:response|reply)(?:[ \t]+(?:code|status))?(?:[ \t]+(?:is|was))?[ \t]*[:=]?[ \t]*["'([]?/,
  /\bSipResp:[ \t]*/, // reSIProcate
  /sip_?(?:response_?|status_?)?code["']?[ \t]*[:=][ \t]*["']?/, // call records
  /sip_\w{0,24}status["']?[:=][ \t]*["']?/, // FreeSWITCH, channel variables
  /_hangup_cause["']?[:=][ \t]*["']?sip:/, // FreeSWITCH
  /\bResponding to [A-Z]{3,12} with:[ \t]*/, // FreeSWITCH
  /\bentering state \[\w{1,20}\]\[/, // FreeSWITCH
  /\bCause \(SIP\)[ \t]*:[ \t]*/, // Cisco
  /\bSession Initiation Protocol \(/, // Wireshark
];
const nameBefore = new RegExp(`(?:${names.map(({ source }) => source).join('|')})$`, 'i');
const protocolBefore = /(?<![\w/-])SIP[ \t]+$/;
const accountBefore = /\bcode=$/;
const accountAfter = /^;[ \t]*reason=/;
const messageBefore = /\bmsg[ \t]+$/i; // PJSIP: Response msg 486/INVITE/cseq=1
const messageAfter = /^\/[A-Z]{3,12}\/cseq/;

// A line of a packet list has the length of the packet after its protocol.
const packetBefore = /(?:[→>]\s*\S+|\d\.\d{1,3}|[\da-f]:[\da-f]{1,4})\s+SIP[ \t]+$/i;
const packetAfter = /^[ \t]+(?:Request|Status|Continuation)\b/;

const unitAfter = /^[ \t]*(?:bytes?|octets|ms|msec|sec|seconds|s|kbps|Hz|%)(?!\w)/i;
const partyBefore = /\b(?:exten|extension|ext\.?|peer|user|endpoint|line|port|room|channel|number)[ \t]*[:#]?[ \t]*["']?$/i;
const phraseBefore = /(?:^|(?<!\w)\[|(?<!\d):|[\s"'({<>|│=,;*]|[-─]{2})$/;
const phraseAfter = /^[\s:;,|"'“()\]\-–]{1,6}(?:reason=["']?)?([A-Za-z][A-Za-z'/ -]*)/;

// Arrows of a ladder: <--486--, --486-->, 486 <-----, <----- 486. SIPp counts the messages after an arrow that has its
// label before it, 0 of those that never came.
const headBefore = /(?:<(?:[-─━]{2,}|={2,})|[←◄][-=─━]*)[ \t]*$/;
const lineBefore = /[-=─━]{2,}[ \t]*$/;
const lineAfter = /^[^<>|│\d]{0,40}?[-=─━]{2,}/;
const headAfter = /^[^<>|│\d]{0,40}?[-=─━]{2,}[>→►]/;
const ownArrowAfter = /^[ \t]*(?:[<←◄][-=─━]{4,}|[-=─━]{4,}[>→►])(?![-=─━]|[ \t]+(?:[BE]-RTD\d[ \t]+)?0[ \t])/;
const labelBefore = /(?:\b\d{3}|[A-Z]{3,})[ \t]*[<←◄][-=─━]+[ \t]*$/;

const methodAfter = /^[^()|│/\d]{0,40}[(/]([A-Z]{3,12})\b/;
const methodOfLine = /\b(?:method|cseq)[ \t]*[:=][ \t]*["']?(?:\d+[ \t]+)?([A-Z]{3,12})\b|\b(?:to|for|of) ([A-Z]{3,12})\b/;
const methods = new Set(
  'ACK BYE CANCEL INFO INVITE MESSAGE NOTIFY OPTIONS PRACK PUBLISH REFER REGISTER SUBSCRIBE UPDATE'.split(' '),
);

const reasonProtocol = /(?:(?<![\w.=-])|(?<=Reason=))(Q\.?850|SIP)[ \t]*;/gi;
const nextReason = /,[ \t]*(?:Q\.?850|SIP)[ \t]*;/i;
const reasonCause = /(?:^|;)[ \t]*cause[ \t]*=[ \t]*"?(\d{1,3})(?!\d)/i;
const reasonField = /\bReason[ \t]*:/i;

/** Whether a line holds a whole response, or a summary of one: what it says of a transaction is said of this response. */
const isWhole = (text) => statusLineIn.test(text) && sequence.test(text);

const wordsOf = (text) => text.toLowerCase().split(/[^a-z]+/).filter(Boolean);

/** The present and former reason phrases of the codes of an index, as words, by the numbers of the codes. */
function phrasesByCode(index) {
  return new Map(index.codes.map((code) => [code.code, [code.phrase, ...(code.former ?? [])].map(wordsOf)]));
}

/**
 * Whether a text begins like a reason phrase: with two words of it, the last of which may be cut off, or with all of its
 * words in another order; or with its first word, if that is written like a name or nothing follows.
 */
export function beginsLike(text, phrase) {
  const words = wordsOf(text);
  const same = phrase.findIndex((word, place) => words[place] !== word);
  const count = same < 0 ? phrase.length : same;
  const cut = words.length === count + 1 && words[count].length > 3 && phrase[count]?.startsWith(words[count]);
  if (count >= 2 || (cut && count > 0)) return true;
  const begun = words.slice(0, phrase.length);
  if (phrase.length > 1 && [...begun].sort().join() === [...phrase].sort().join()) return true;
  const first = words[0] ?? '';
  const inflected = phrase.length === 1 && first.startsWith(phrase[0]) && first.length - phrase[0].length < 2;
  const telling = phrase.length === 1 || first.length > 3;
  return (count === 1 || cut || inflected) && telling && (/^[A-Z]/.test(text) || words.length === 1);
}

function onArrow(before, after) {
  if (ownArrowAfter.test(after)) return true;
  if (headBefore.test(before)) return lineAfter.test(after) || !labelBefore.test(before);
  return lineBefore.test(before) && headAfter.test(after);
}

/** What shows that a number between two pieces of a line is a response code: 'message', 'mention' or null. */
function evidence(code, before, after, phrases) {
  if (statusLine.test(before)) return 'message';
  if (unitAfter.test(after) || foreignBefore.test(before)) return null;
  if (nameBefore.test(before)) return 'mention';
  if (protocolBefore.test(before)) return packetBefore.test(before) || packetAfter.test(after) ? null : 'mention';
  if (accountBefore.test(before) && accountAfter.test(after)) return 'mention';
  if (messageBefore.test(before) && messageAfter.test(after)) return 'mention';
  if (onArrow(before, after)) return 'mention';
  const text = phraseAfter.exec(after)?.[1];
  if (!text || !phraseBefore.test(before) || partyBefore.test(before)) return null;
  return phrases.get(code)?.some((phrase) => beginsLike(text, phrase)) ? 'mention' : null;
}

const plain = (text) => text.replace(/[\u0000-\u001f\u007f\s]+/g, ' ').trim();

/** The part of a line around a place in it; of a line drawn in columns no more than the column. */
function excerptOf(line, place) {
  const before = line.slice(Math.max(0, place - excerptLength), place);
  const after = line.slice(place, place + excerptLength);
  const left = Math.max(before.lastIndexOf('|'), before.lastIndexOf('│')) + 1;
  const cell = before.slice(left) + after.slice(0, after.search(/[|│]|$/));
  if (cell.length <= excerptLength) return plain(cell);
  const start = Math.max(0, before.length - left - excerptLength / 2);
  const end = start + excerptLength;
  return (start > 0 ? '…' : '') + plain(cell.slice(start, end)) + (end < cell.length ? '…' : '');
}

/** Where a code of a line drawn in columns stands last: a column before may cut what follows the code. */
function lastPlace(line, place, code) {
  const last = line.lastIndexOf(` ${code} `) + 1;
  return /[|│]/.test(line.slice(place, last)) ? last : place;
}

/** The method that a line names for the response at a place of it, if it does. */
function methodNear(line, place) {
  const near = methodAfter.exec(line.slice(place + 3, place + 3 + contextAfter))?.[1];
  if (methods.has(near)) return near;
  const found = methodOfLine.exec(line.slice(Math.max(0, place - 400), place + 400));
  const method = found?.[1] ?? found?.[2];
  return methods.has(method) ? method : undefined;
}

/** Reads a trace line by line and keeps what it finds. */
export class Trace {
  #phrases;
  #causes = new Map();
  #occurrences = [];
  #line = 0;
  #message = null; // the SIP message whose lines are being read
  #foreign = 0; // how many empty lines until a message of another protocol is over
  #foreignLine = 0; // where that message began
  #previous = '';
  #folded = ''; // a Reason header field that goes on in the next line

  constructor(index) {
    this.#phrases = phrasesByCode(index);
    for (const code of index.codes) {
      for (const cause of code.causes ?? []) {
        const value = Number.parseInt(cause, 10);
        this.#causes.set(value, [...(this.#causes.get(value) ?? []), code.code]);
      }
    }
  }

  /** Reads the next line, which may hold several that a log has written as one. */
  read(line) {
    this.#line += 1;
    const coloured = line.includes('\u001b') ? line.replace(terminalColour, '') : line;
    const text = coloured.replace(quotation, '').replace(lastEscapedLineEnd, '');
    for (const part of escapedLineEnd.test(text) ? text.split(escapedLineEnd) : [text]) {
      this.#readPart(part);
      this.#previous = part;
    }
  }

  /**
   * What was found, in order, each response of a transaction once. Where no Call-ID tells the transaction, the same
   * code again with no other between is taken for a repetition.
   */
  findings() {
    const found = [];
    const ofTransaction = new Map();
    const loose = new Map();
    for (const { message, ...occurrence } of this.#occurrences) {
      const { code, kind, method = message?.method } = occurrence;
      const finding = { ...occurrence, ...(method && { method }), count: 1 };
      const transaction = message?.callId && `${kind} ${code} ${message.callId} ${message.sequence}`;
      const last = loose.get(kind);
      const again = last?.code === code && (last.method ?? method) === (method ?? last.method);
      const same = transaction ? ofTransaction.get(transaction) : again ? last : undefined;
      if (transaction) loose.delete(kind);
      if (same) {
        same.count += 1;
        continue;
      }
      found.push(finding);
      if (transaction) ofTransaction.set(transaction, finding);
      else loose.set(kind, finding);
    }
    return found;
  }

  #readPart(text) {
    if (text === '' || emptyLine.test(text)) {
      if (this.#foreign > 0) this.#foreign -= 1;
      if (this.#message?.fields) this.#message.body = true;
      return;
    }
    if (description.test(text)) return;
    this.#readStart(text);
    if (isWhole(text)) {
      this.#message = null;
      this.#readCodes(text, true);
      this.#readReasons(text);
      return;
    }
    const field = this.#readField(text);
    const reason = this.#readReasons(text);
    if (!field && !reason) this.#readCodes(text);
  }

  #readStart(text) {
    if (text.includes('SIP/2.0')) {
      this.#foreign = 0;
      const method = requestLine.exec(text)?.[1];
      if (method) this.#message = methods.has(method) ? { method } : {};
    } else if (foreignStart.test(text)) {
      this.#message = null;
      this.#foreign = 2; // one before the body, one after it
      this.#foreignLine = this.#line;
    } else if (this.#foreign > 0 && this.#isPastForeign(text)) {
      this.#foreign = 0;
    }
  }

  /** Whether a line is no part of the message of another protocol: a log goes on without an empty line. */
  #isPastForeign(text) {
    if (this.#line - this.#foreignLine > linesOfForeign) return true;
    return this.#foreign === 2 ? !headerField.test(text) : timedLine.test(text);
  }

  /** Whether a line is a header field of the message; what it tells of the message is kept. */
  #readField(text) {
    const message = this.#message;
    if (!message || message.body) return false;
    const name = headerField.exec(text)?.[1];
    const isTold = this.#readTransaction(text);
    if (fragmentType.test(text)) message.fragment = true;
    if (!message.fields && (isTold || (name && fieldOfMessage.test(name)))) {
      message.fields = true;
      this.#dropSummary(message);
    }
    return message.fields === true && name !== undefined && !/^status/i.test(name);
  }

  /** Keeps what a line tells of the transaction of the message; gives whether it tells anything. */
  #readTransaction(text) {
    const message = this.#message;
    const [, value, method] = sequence.exec(text) ?? [];
    const id = callId.exec(text)?.[1];
    if (value) {
      message.sequence ??= `${value} ${method}`;
      message.method ??= method.toUpperCase();
    }
    if (id) message.callId ??= id;
    return Boolean(value || id);
  }

  /** A line that announced the response which is now shown in full was no response of its own. */
  #dropSummary(message) {
    const [summary, shown] = this.#occurrences.slice(-2);
    if (!shown || shown.message !== message || summary.kind !== 'response' || summary.message?.fields) return;
    if (summary.code !== shown.code || shown.line - summary.line > linesOfSummary) return;
    this.#occurrences.splice(-2, 1);
  }

  /** Finds the values of a Reason header field, RFC 3326. */
  #readReasons(text) {
    const folded = this.#folded && /^\s/.test(text) ? `${this.#folded} ` : '';
    this.#folded = '';
    const isField = reasonField.test(text);
    if (!folded && !isField && !/cause/i.test(text)) return false;
    const unescaped = folded + text.replace(/%(?:3b|3d|22|20)/gi, decodeURIComponent);
    let found = false;
    for (const match of unescaped.matchAll(reasonProtocol)) {
      const start = match.index + match[0].length;
      const value = unescaped.slice(start, start + reasonLength).split(nextReason, 1)[0];
      const cause = Number(reasonCause.exec(value)?.[1]);
      const kind = match[1].toUpperCase() === 'SIP' ? 'reason' : 'cause';
      if (kind === 'reason' ? !(cause >= 100 && cause <= 699) : !(cause >= 1 && cause <= 127)) continue;
      const finding = { line: this.#line, code: cause, kind, excerpt: excerptOf(unescaped, match.index) };
      if (kind === 'cause') finding.codes = this.#causes.get(cause) ?? [];
      this.#occurrences.push({ ...finding, message: this.#message });
      found = true;
    }
    if (isField && !found) this.#folded = text.slice(0, reasonLength);
    return found;
  }

  /** Finds the codes of a line; where other numbers in it look like codes, only those of messages. */
  #readCodes(text, isWholeMessage) {
    const found = new Set();
    let onlyMessages = isWholeMessage;
    for (const match of text.matchAll(number)) {
      const place = match.index;
      const code = Number(match[0]);
      const before = text.slice(Math.max(0, place - contextBefore), place);
      const after = text.slice(place + 3, place + 3 + contextAfter);
      const shown = evidence(code, before, after, this.#phrases);
      if (!shown || found.has(code)) continue;
      onlyMessages ??= this.#foreign > 0 || foreignLine.test(text);
      if (onlyMessages && shown !== 'message') continue;
      found.add(code);
      if (shown === 'message') this.#addMessage(code, text, place);
      else this.#addMention(code, text, lastPlace(text, place, code));
    }
  }

  #addMessage(code, text, place) {
    const start = text.lastIndexOf('/', place) - 'SIP'.length;
    const found = { line: this.#line, code, excerpt: excerptOf(text.slice(start), 0) };
    // The body of a NOTIFY that tells how a REFER goes on, RFC 3515.
    const inBody = this.#message?.fragment && (emptyLine.test(this.#previous) || /sipfrag/i.test(this.#previous));
    if (inBody) {
      this.#occurrences.push({ ...found, kind: 'fragment', message: this.#message });
      this.#message.fragment = false;
      return;
    }
    this.#message = { code, line: this.#line };
    this.#readTransaction(text);
    this.#occurrences.push({ ...found, kind: 'response', message: this.#message });
  }

  #addMention(code, text, place) {
    const shown = this.#message;
    if (shown?.fields && shown.code === code && this.#line - shown.line <= linesOfEcho) return;
    if (shown?.line === this.#line - 1 && shown.code === code && /\bStatus-Code:/i.test(text)) return;
    const finding = { line: this.#line, code, kind: 'response', excerpt: excerptOf(text, place) };
    const method = methodNear(text, place);
    this.#occurrences.push(method ? { ...finding, method } : finding);
  }
}

/**
 * The response codes of a text in order of appearance: { line, code, kind, excerpt, count, method?, codes? }. `kind` is
 * 'response', 'fragment' (a response told of in a message body), 'reason' (a code in a Reason header field) or 'cause'
 * (a Q.850 cause in one, with the response codes that it goes with as `codes`).
 */
export function findResponses(text, index) {
  const trace = new Trace(index);
  for (const line of text.split(lineEnd)) trace.read(line);
  return trace.findings();
}

/** The response codes of findings, each once, in order of appearance. */
export function codesOf(findings) {
  return [...new Set(findings.filter(({ kind }) => kind !== 'cause').map(({ code }) => code))];
}

/** The findings drawn together to one for each code of each kind, at its first line. */
export function oncePerCode(findings) {
  const merged = new Map();
  for (const finding of findings) {
    const key = `${finding.kind} ${finding.code}`;
    const first = merged.get(key);
    if (!first) {
      merged.set(key, { ...finding });
      continue;
    }
    first.count += finding.count;
    if (first.method !== finding.method) delete first.method;
  }
  return [...merged.values()];
}

const isFinal = (code) => code >= 200;
const isFailure = (code) => code >= 300;

/** How little a comparison tells: failures with failures come first, then other final responses. */
function rank({ a, b }) {
  if (isFailure(a) && isFailure(b)) return 0;
  if (isFinal(a) && isFinal(b)) return 1;
  return isFinal(a) || isFinal(b) ? 2 : 3;
}

/**
 * The place of one of two codes in the list of the other's related ones, which begins with the nearest; if both are in
 * such a list, the lower place. Codes that are not related come after all that are.
 */
function distance(a, b) {
  const places = [(a.related ?? []).indexOf(b.code), (b.related ?? []).indexOf(a.code)].filter((place) => place >= 0);
  return Math.min(...places, Number.MAX_SAFE_INTEGER);
}

/** The comparisons of codes as { a, b, url }, the most useful first; of many codes only the final ones. */
export function comparisons(codes, index) {
  const known = index.codes.filter((code) => codes.includes(code.code) && !code.historic);
  const compared = known.length > fewCodes ? known.filter(({ code }) => isFinal(code)) : known;
  const sorted = [...compared].sort((one, other) => one.code - other.code);
  const pairs = sorted.flatMap((a, place) =>
    sorted.slice(place + 1).map((b) => ({ a: a.code, b: b.code, distance: distance(a, b) })),
  );
  pairs.sort((one, other) => rank(one) - rank(other) || one.distance - other.distance);
  return pairs.map(({ a, b }) => ({ a, b, url: index.pair.replace('{a}', a).replace('{b}', b) }));
}

/** A label with its placeholders filled. */
function filled(label, values = {}) {
  return label.replace(/\{(\w+)\}/g, (placeholder, name) => values[name] ?? placeholder);
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** Number and phrase of a code, linked to its page; for a code without a page the bare number. */
function codeLink(number, byCode) {
  const code = byCode.get(number);
  if (!code) return element('strong', { class: 'code' }, String(number));
  const name = element('span', { lang: 'en', translate: 'no' }, `${number} ${code.phrase}`);
  return element('a', { class: 'code', href: code.url }, name);
}

/** What a finding is besides its code, in words. */
function remarks(finding, byCode, labels) {
  const { code, kind, count, method } = finding;
  const found = [];
  if (kind === 'response' && method) found.push(filled(labels.trace_answers, { method }));
  if (kind === 'reason') found.push(labels.trace_reason);
  if (kind === 'fragment') found.push(labels.trace_fragment);
  if (count > 1) found.push(filled(labels.trace_times, { n: count }));
  if (kind !== 'cause' && !byCode.has(code)) found.push(labels.trace_unknown);
  if (kind !== 'cause' && byCode.get(code)?.historic) found.push(labels.historic);
  if (kind === 'cause' && finding.codes.length === 0) found.push(labels.trace_no_codes);
  return found.map((text) => element('span', { class: 'remark' }, text));
}

/** Puts a space between all parts. */
const spaced = (parts) => parts.flatMap((part, place) => (place > 0 ? [' ', part] : [part]));

function findingItem(finding, byCode, labels) {
  const names =
    finding.kind === 'cause'
      ? [
          element('strong', { class: 'code' }, filled(labels.trace_cause, { cause: finding.code })),
          ...finding.codes.map((code) => codeLink(code, byCode)),
        ]
      : [codeLink(finding.code, byCode)];
  return element(
    'li',
    {},
    ...spaced([
      element('span', { class: 'line' }, filled(labels.trace_line, { line: finding.line })),
      ...names,
      ...remarks(finding, byCode, labels),
      element('code', { class: 'excerpt', dir: 'ltr', translate: 'no' }, finding.excerpt),
    ]),
  );
}

function comparisonItem({ a, b, url }, labels) {
  return element('li', {}, element('a', { href: url }, filled(labels.pair, { a, b })));
}

/** How many codes the list of findings holds; a Q.850 cause is one, even if no response code goes with it. */
export function statusOf(findings, labels) {
  const causes = new Set(findings.filter(({ kind }) => kind === 'cause').map(({ code }) => code));
  const count = codesOf(findings).length + causes.size;
  if (count === 0) return labels.trace_nothing;
  if (count === 1) return labels.trace_found_one;
  return filled(labels.trace_found, { n: count });
}

const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Fills the page from the text of its form, and again whenever that changes. */
function start(form) {
  const field = form.querySelector('textarea');
  const status = document.querySelector('#trace-status');
  const found = document.querySelector('#trace-found');
  const pairs = document.querySelector('#trace-pairs');
  let loading;
  let waiting;
  let whole = null; // the long text of which the field shows the beginning, and which nobody can change there
  let latest = 0;

  function load() {
    // The address of the index is always the same: one that was kept from an earlier version may lack what is used here.
    loading ??= fetch(document.querySelector('#site').dataset.index, { cache: 'no-cache' }).then((response) => {
      if (!response.ok) throw new Error(`${response.status} ${response.url}`);
      return response.json();
    });
    loading.catch(() => (loading = undefined)); // so that the next change tries again
    return loading;
  }

  /** Reads a text in steps between which the page stays usable; gives nothing if the text has changed meanwhile. */
  async function read(text, index, turn) {
    const trace = new Trace(index);
    let rested = performance.now();
    for (const line of text.split(lineEnd)) {
      trace.read(line);
      if (performance.now() - rested < 40) continue;
      await pause();
      if (turn !== latest) return null;
      rested = performance.now();
    }
    return trace.findings();
  }

  function show(section, items, note) {
    section.querySelector('ol, ul').replaceChildren(...items);
    const noteLine = section.querySelector('.note');
    noteLine.textContent = note;
    noteLine.hidden = note === '';
    section.hidden = items.length === 0;
  }

  function clear() {
    status.textContent = '';
    show(found, [], '');
    show(pairs, [], '');
  }

  function fill(findings, index) {
    const { labels } = index;
    const byCode = new Map(index.codes.map((code) => [code.code, code]));
    const tooMany = findings.length > mostFindings;
    const shown = tooMany ? oncePerCode(findings) : findings;
    const note = tooMany ? filled(labels.trace_merged, { n: mostFindings }) : '';
    show(found, shown.map((finding) => findingItem(finding, byCode, labels)), note);
    const compared = comparisons(codesOf(findings), index);
    const left = compared.length - mostComparisons;
    const items = compared.slice(0, mostComparisons).map((comparison) => comparisonItem(comparison, labels));
    show(pairs, items, left > 0 ? filled(labels.trace_pairs_left, { n: left }) : '');
    const shortened = whole === null ? [] : [labels.trace_shortened];
    status.textContent = [statusOf(findings, labels), ...shortened].join(' ');
  }

  async function update() {
    const turn = latest;
    const text = whole ?? field.value;
    if (text.trim() === '') {
      clear();
      return;
    }
    let index;
    try {
      index = await load();
    } catch {
      if (turn !== latest) return;
      clear();
      status.textContent = form.dataset.failed;
      return;
    }
    const findings = turn === latest ? await read(text, index, turn) : null;
    if (findings && turn === latest) fill(findings, index);
  }

  const updateSoon = () => {
    latest += 1;
    clearTimeout(waiting);
    waiting = setTimeout(update, 250);
  };

  /**
   * Keeps a long text that is pasted or dropped out of the field, which shows its beginning and is then closed to
   * changes, as they would be changes of the beginning only; what is pasted next replaces it. The browser puts in all
   * other texts by itself.
   */
  function take(event, data) {
    const added = data?.getData('text/plain') ?? '';
    if (added === '' || (whole === null && added.length <= longText)) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = field;
    const text = whole === null ? value.slice(0, selectionStart) + added + value.slice(selectionEnd) : added;
    field.readOnly = text.length > longText;
    whole = field.readOnly ? text : null;
    field.value = field.readOnly ? text.slice(0, text.lastIndexOf('\n', shownOfLongText) + 1 || shownOfLongText) : text;
    updateSoon();
  }

  field.addEventListener('paste', (event) => take(event, event.clipboardData));
  field.addEventListener('drop', (event) => take(event, event.dataTransfer));
  field.addEventListener('input', updateSoon);
  form.addEventListener('reset', () => {
    whole = null;
    field.readOnly = false;
    updateSoon();
    field.focus();
  });
  if (field.value !== '') update(); // kept by the browser from before
}

const form = globalThis.document?.querySelector('#trace');
if (form) start(form);
