/** What one answer says, in one form, whatever client of the host's it came from. */
export interface Reply {
  readonly status: number;
  /** `error`: no answer came. `opaque`: it may not be read. `redirected`: somebody else may have answered. */
  readonly way: 'plain' | 'redirected' | 'opaque' | 'error';
  /** The header's value, empty where there is none. */
  header(name: string): string;
  /** @throws whatever cuts the body off */
  body(): Promise<Body>;
  /** The object that the host made of the answer; it may say `ok: false` itself. */
  readonly made?: object;
}

/** `unread`: the host has read the body and did not hand it over. */
export type Body = { readonly is: 'unread' } | { readonly is: 'text'; readonly text: string } | { readonly is: 'value'; readonly value: unknown };

type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** A `Response`, or an object with a status of HTTP; undefined for anything else. */
export function replyOf(value: unknown): Reply | undefined {
  if (!isObject(value)) return undefined;
  return isResponse(value) ? ofResponse(value) : hasStatus(value) ? ofFields(value) : undefined;
}

/**
 * What a rejection says: axios and ky hold the answer in `response`, Angular and jQuery reject with an object that has the status itself.
 * Some clients have read the body and keep it in a field of the error.
 */
export function replyOfRejection(error: unknown): Reply | undefined {
  if (!isObject(error)) return undefined;
  const reply = replyOf(error['response']) ?? replyOf(error);
  if (!reply) return undefined;
  const spare = ['data', 'error', 'responseJSON', 'responseText'].map((name) => error[name]).find((one) => one !== undefined);
  return {
    ...reply,
    body: async () => {
      const body = await reply.body();
      return body.is === 'unread' ? given(spare) : body;
    },
  };
}

/** A page may hand over a response of another frame or of a polyfill, whose class is not ours. */
function isResponse(value: Fields): value is Fields & Response {
  const tag = Object.prototype.toString.call(value);
  return tag === '[object Response]' || (typeof value['clone'] === 'function' && typeof value['text'] === 'function');
}

const hasStatus = ({ status }: Fields): boolean => Number.isInteger(status) && Number(status) >= 100 && Number(status) <= 599;

const ofResponse = (response: Response): Reply => ({
  status: response.status,
  way: wayOf(response),
  header: (name) => response.headers.get(name)?.trim() ?? '',
  // The host may still read its own copy.
  body: async () => (response.bodyUsed || response.body?.locked ? { is: 'unread' } : { is: 'text', text: await response.clone().text() }),
});

function ofFields(fields: Fields): Reply {
  const body = given(['body', 'data', 'response'].map((name) => fields[name]).find((one) => one !== undefined));
  return { status: Number(fields['status']), way: wayOf(fields), header: (name) => headerOf(fields, name), body: async () => body, made: fields };
}

function wayOf({ type, redirected }: { readonly type?: unknown; readonly redirected?: unknown }): Reply['way'] {
  if (type === 'error' || type === 'opaque') return type;
  return type === 'opaqueredirect' || redirected === true ? 'redirected' : 'plain';
}

/** Null is how Angular says that a body is empty. */
function given(body: unknown): Body {
  if (body === undefined) return { is: 'unread' };
  return typeof body === 'string' ? { is: 'text', text: body } : { is: 'value', value: body };
}

/** From an object with `get()`, a plain object in any case of letters, or a jqXHR. */
function headerOf(fields: Fields, name: string): string {
  const { headers } = fields;
  const ask = (owner: Fields, method: string): unknown => (owner as Record<string, (name: string) => unknown>)[method]?.(name);
  const asked = isObject(headers) && typeof headers['get'] === 'function' ? ask(headers, 'get') : undefined;
  const listed = isObject(headers) ? Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] : undefined;
  const told = !headers && typeof fields['getResponseHeader'] === 'function' ? ask(fields, 'getResponseHeader') : undefined;
  const value: unknown = [asked, listed, told].find((one) => one !== undefined && one !== null);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' || typeof first === 'number' ? String(first).trim() : '';
}
