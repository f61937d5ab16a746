/**
 * What the host's backend said about one change. `records` come unchecked, as the answer's JSON had them.
 * `after`: milliseconds that the backend asked to wait.
 */
export type Outcome =
  | { readonly kind: 'delivered'; readonly records: readonly unknown[] }
  | { readonly kind: 'retry'; readonly after?: number; readonly thrown?: unknown }
  | { readonly kind: 'conflict'; readonly records?: readonly unknown[] }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'pause'; readonly code?: 'opaque-answer' };

/** A row that is due later than this is taken for the work of a clock that was moved, so no answer puts it off for longer. */
const longestWait = 5 * 60_000;

/** From harmless to grave: of several answers the gravest counts. */
const gravity: readonly Outcome['kind'][] = ['delivered', 'retry', 'conflict', 'refused', 'pause'];

/**
 * Reads what listeners or a transport gave for one change. Never rejects; when `signal` aborts, what has not answered yet is a retry.
 * @param now milliseconds, for a `Retry-After` that names a date
 */
export async function readAnswers(promises: readonly Promise<unknown>[], signal: AbortSignal, now: () => number = Date.now): Promise<Outcome> {
  const outcomes = await Promise.all(promises.map((promise) => before(signal, read(promise, now))));
  return outcomes.length === 0 ? { kind: 'retry' } : outcomes.reduce(worse);
}

async function read(promise: Promise<unknown>, now: () => number): Promise<Outcome> {
  try {
    const answer = await promise;
    return isResponse(answer) ? await readResponse(answer, now()) : { kind: 'delivered', records: [] };
  } catch (thrown) {
    return { kind: 'retry', thrown };
  }
}

/**
 * Only where the status says success does it matter whether the answer is a page: a sign-in page often comes with 200, and many
 * servers send a page along with 413 or 503. A success that is neither empty nor JSON is asked for again, for only the
 * backend may say "delivered" and the key makes asking twice harmless.
 */
async function readResponse(response: Response, now: number): Promise<Outcome> {
  const { status, type, redirected } = response;
  if (type === 'error') return { kind: 'retry' };
  if (type === 'opaque') return { kind: 'pause', code: 'opaque-answer' };
  if (type === 'opaqueredirect' || redirected || (status >= 300 && status < 400) || status === 401 || status === 403) return { kind: 'pause' };
  if (status === 409 || status === 412) return { kind: 'conflict', ...(await theirs(response)) };
  if (status === 408 || status === 425 || status === 429 || status >= 500) return { kind: 'retry', ...wait(response, now) };
  if (status >= 400) return { kind: 'refused', status };
  return status >= 200 ? readSuccess(response) : { kind: 'retry' };
}

async function readSuccess(response: Response): Promise<Outcome> {
  const page = /\b(x?html)\b/i.test(response.headers.get('content-type') ?? '');
  const text = await textOf(response);
  if (text === undefined) return page ? { kind: 'pause' } : { kind: 'delivered', records: [] };
  if (text === '') return { kind: 'delivered', records: [] };
  if (page || text.startsWith('<')) return { kind: 'pause' };
  const body = parse(text);
  return body ? { kind: 'delivered', records: recordsOf(body.value) ?? [] } : { kind: 'retry' };
}

async function theirs(response: Response): Promise<{ records?: readonly unknown[] }> {
  const text = await textOf(response);
  const records = text && recordsOf(parse(text)?.value);
  return records ? { records } : {};
}

/** Undefined where the host's page has read the body already: then the status alone counts. The host may still read its own copy. */
async function textOf(response: Response): Promise<string | undefined> {
  if (response.bodyUsed || response.body?.locked) return undefined;
  return (await response.clone().text()).trim();
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function recordsOf(body: unknown): readonly unknown[] | undefined {
  const list: unknown = typeof body === 'object' && body !== null && 'records' in body ? body.records : body;
  return Array.isArray(list) ? (list as unknown[]) : undefined;
}

/** `Retry-After` in seconds or as a date; a date counts from the server's own clock where that can be read. */
function wait(response: Response, now: number): { after?: number } {
  const value = response.headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return { after: Math.min(longestWait, Number(value) * 1000) };
  const until = /[a-z]/i.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(until)) return {};
  const here = Date.parse(response.headers.get('date') ?? '');
  return { after: Math.min(longestWait, Math.max(0, until - (Number.isNaN(here) ? now : here))) };
}

/** The gravest; of two alike, both their records and the longer wait. */
function worse(a: Outcome, b: Outcome): Outcome {
  if (a.kind === 'delivered' && b.kind === 'delivered') return { kind: 'delivered', records: [...a.records, ...b.records] };
  if (a.kind === 'conflict' && b.kind === 'conflict')
    return a.records && b.records ? { ...a, records: [...a.records, ...b.records] } : a.records ? a : b;
  if (a.kind === 'retry' && b.kind === 'retry') return (b.after ?? -1) > (a.after ?? -1) ? b : a;
  return gravity.indexOf(b.kind) > gravity.indexOf(a.kind) ? b : a;
}

/** A page may hand over a response of another frame, whose class is not ours. */
const isResponse = (answer: unknown): answer is Response => Object.prototype.toString.call(answer) === '[object Response]';

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
