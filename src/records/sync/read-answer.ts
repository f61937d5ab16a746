import { isObject, type Reply, replyOf, replyOfRejection } from './normalize-response.js';

/**
 * What the host's backend said about one change. `records` come unchecked, as the answer's JSON had them.
 * `after`: milliseconds that the backend asked to wait. `unclear`: the host gave something that says neither yes nor no.
 */
export type Outcome =
  | { readonly kind: 'delivered'; readonly records: readonly unknown[] }
  | { readonly kind: 'retry'; readonly after?: number; readonly thrown?: unknown; readonly unclear?: true }
  | { readonly kind: 'conflict'; readonly records?: readonly unknown[] }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'pause'; readonly code?: 'opaque-answer' };

/** A row that is due later than this is taken for the work of a clock that was moved, so no answer puts it off for longer. */
const longestWait = 5 * 60_000;

/** From harmless to grave: of several answers the gravest counts. */
const gravity: readonly Outcome['kind'][] = ['delivered', 'retry', 'conflict', 'refused', 'pause'];

const unclear = { kind: 'retry', unclear: true } as const;

/**
 * Reads what listeners or a transport gave for one change. Never rejects; when `signal` aborts, what has not answered yet is a retry.
 * @param now milliseconds, for a `Retry-After` that names a date
 */
export async function readAnswers(promises: readonly Promise<unknown>[], signal: AbortSignal, now: () => number = Date.now): Promise<Outcome> {
  const outcomes = await Promise.all(promises.map((promise) => before(signal, read(promise, now))));
  return outcomes.length === 0 ? { kind: 'retry' } : outcomes.reduce(worse);
}

async function read(promise: Promise<unknown>, now: () => number): Promise<Outcome> {
  const settled = await promise.then(
    (answer) => ({ answer }),
    (thrown: unknown) => ({ thrown }),
  );
  try {
    return 'answer' in settled ? await readAnswer(settled.answer, now()) : await readRejection(settled.thrown, now());
  } catch {
    return unclear; // what a host gives may throw on being looked at
  }
}

/** Only `true`, a `Response` and an object with a status can say "delivered". A parsed body cannot: it looks the same after a 500. */
async function readAnswer(answer: unknown, now: number): Promise<Outcome> {
  if (answer === true) return { kind: 'delivered', records: [] };
  if (answer === false) return { kind: 'retry' };
  const reply = replyOf(answer);
  return reply ? readReply(reply, now) : unclear;
}

/** Most clients reject on a 4xx or 5xx. One that rejects on a 2xx could not make sense of it, and neither can we. */
async function readRejection(thrown: unknown, now: number): Promise<Outcome> {
  const reply = replyOfRejection(thrown);
  if (reply && reply.status >= 300) return readReply(reply, now);
  return reply && reply.status >= 200 ? unclear : { kind: 'retry', thrown };
}

/**
 * Only where the status says success does it matter whether the answer is a page: a sign-in page often comes with 200, and many
 * servers send a page along with 413 or 503.
 */
async function readReply(reply: Reply, now: number): Promise<Outcome> {
  const { status, way } = reply;
  if (way === 'error') return { kind: 'retry' };
  if (way === 'opaque') return { kind: 'pause', code: 'opaque-answer' };
  if (way === 'redirected' || (status >= 300 && status < 400) || status === 401 || status === 403) return { kind: 'pause' };
  if (status === 409 || status === 412) return { kind: 'conflict', ...(await theirs(reply)) };
  if (status === 408 || status === 425 || status === 429 || status >= 500) return { kind: 'retry', ...wait(reply, now) };
  if (status >= 400) return { kind: 'refused', status };
  const outcome = status >= 200 ? await readSuccess(reply) : unclear;
  return outcome === unclear ? { ...unclear, ...wait(reply, now) } : outcome;
}

async function readSuccess(reply: Reply): Promise<Outcome> {
  const type = reply.header('content-type');
  const body = await reply.body().catch(() => undefined);
  if (!body) return { kind: 'retry' }; // the connection broke in the middle of it
  const outcome = body.is === 'text' ? readText(body.text.trim(), type) : body.is === 'value' ? readValue(body.value) : readNothing(type);
  return outcome.kind === 'delivered' && failed(reply.made) ? unclear : outcome;
}

/** XHTML is a page as well, although it is XML. */
const isPageType = (type: string): boolean => /\bx?html\b/i.test(type);
const isXmlType = (type: string): boolean => /[/+]xml\b/i.test(type) && !isPageType(type);

/** Nothing but the status and the type can be seen. */
const readNothing = (type: string): Outcome => (isPageType(type) ? { kind: 'pause' } : { kind: 'delivered', records: [] });

function readText(text: string, type: string): Outcome {
  if (text === '') return { kind: 'delivered', records: [] };
  if (/^<(!doctype\s+html|html)\b/i.test(text) || (text.startsWith('<') && !isXmlType(type))) return { kind: 'pause' };
  const json = parse(text);
  // Many servers call their JSON a page; a number or a word that happens to be JSON is text there.
  if (json && (!isPageType(type) || isObject(json.value))) return readValue(json.value);
  return /^text\/plain\b/i.test(type) || (isXmlType(type) && text.startsWith('<')) ? { kind: 'delivered', records: [] } : unclear;
}

/** A body that was parsed: JSON, or something such as a blob, which says nothing. */
function readValue(value: unknown): Outcome {
  const plain = !isObject(value) || Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
  return !plain || failed(value) ? unclear : { kind: 'delivered', records: recordsOf(value) ?? [] };
}

/** GraphQL and many wrappers say with a 200 that something failed. */
function failed(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { errors } = value;
  return value['ok'] === false || value['success'] === false || (Array.isArray(errors) && errors.length > 0);
}

async function theirs(reply: Reply): Promise<{ records?: readonly unknown[] }> {
  const body = await reply.body().catch(() => undefined); // cut off: the status has said what matters
  const records = body?.is === 'text' ? recordsOf(parse(body.text)?.value) : body?.is === 'value' ? recordsOf(body.value) : undefined;
  return records ? { records } : {};
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function recordsOf(body: unknown): readonly unknown[] | undefined {
  const list: unknown = isObject(body) && 'records' in body ? body['records'] : body;
  return Array.isArray(list) ? (list as unknown[]) : undefined;
}

/** `Retry-After` in seconds or as a date; a date counts from the server's own clock where that can be read. */
function wait(reply: Reply, now: number): { after?: number } {
  const value = reply.header('retry-after');
  if (/^\d+$/.test(value)) return { after: Math.min(longestWait, Number(value) * 1000) };
  const until = /[a-z]/i.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(until)) return {};
  const here = Date.parse(reply.header('date'));
  return { after: Math.min(longestWait, Math.max(0, until - (Number.isNaN(here) ? now : here))) };
}

/** The gravest; of two alike, both their records, the longer wait, and whatever the host has to hear. */
function worse(a: Outcome, b: Outcome): Outcome {
  if (a.kind === 'delivered' && b.kind === 'delivered') return { kind: 'delivered', records: [...a.records, ...b.records] };
  if (a.kind === 'conflict' && b.kind === 'conflict')
    return a.records && b.records ? { ...a, records: [...a.records, ...b.records] } : a.records ? a : b;
  if (a.kind === 'retry' && b.kind === 'retry') {
    const longer = (b.after ?? -1) > (a.after ?? -1) ? b : a;
    return a.unclear || b.unclear ? { ...longer, unclear: true } : longer;
  }
  return gravity.indexOf(b.kind) > gravity.indexOf(a.kind) ? b : a;
}

function before(signal: AbortSignal, reading: Promise<Outcome>): Promise<Outcome> {
  return new Promise((resolve) => {
    const late = (): void => resolve({ kind: 'retry' });
    if (signal.aborted) return late();
    signal.addEventListener('abort', late, { once: true });
    void reading.then((outcome) => {
      signal.removeEventListener('abort', late);
      resolve(outcome);
    });
  });
}
