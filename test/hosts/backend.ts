import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Change } from '../../src/model/change.js';
import { jsonOf } from '../testing/http.mjs';

const json = { 'content-type': 'application/json' };
const signIn = '<!DOCTYPE html><html><title>Sign in</title></html>';

/** Every answer of a backend, by the name in the text of the change. */
const answers: Readonly<Record<string, (response: ServerResponse, change: Change) => void>> = {
  '200 with JSON': (response) => response.writeHead(200, json).end('{"records":[]}'),
  '200 with the text OK': (response) => response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('OK'),
  '204': (response) => response.writeHead(204).end(),
  '500 with JSON': (response) => response.writeHead(500, json).end('{"error":"down"}'),
  '413': (response) => response.writeHead(413, json).end('{"error":"too big"}'),
  '409 with records': (response, change) => response.writeHead(409, json).end(JSON.stringify({ records: theirs(change) })),
  '401': (response) => response.writeHead(401, json).end('{}'),
  'a sign-in page': (response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(signIn),
  '200 with errors': (response) => response.writeHead(200, json).end('{"data":null,"errors":[{"message":"no"}]}'),
  '200 with ok: false': (response) => response.writeHead(200, json).end('{"ok":false}'),
};
export const names = Object.keys(answers);

/** The same for a GraphQL mutation: the answer is in the body. */
const mutations: typeof answers = {
  ...answers,
  '200 with JSON': (response) => response.writeHead(200, json).end('{"data":{"saveChange":{"conflict":false,"records":[]}}}'),
  '409 with records': (response, change) =>
    response.writeHead(200, json).end(JSON.stringify({ data: { saveChange: { conflict: true, records: theirs(change) } } })),
  '200 with ok: false': (response) => response.writeHead(200, json).end('{"data":{"saveChange":{"ok":false}}}'),
};

/** What another device stored under the same id. */
const theirs = ({ records: [root] }: Change): unknown[] => [{ ...root, data: { ...root?.data, saw: 'Other words of the same person' } }];

/** Answers as the text of each change says; `asked` counts the attempts for each text. */
export class Backend {
  readonly asked = new Map<string, number>();
  readonly keys = new Set<string>();

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await jsonOf(request)) as Change | { variables: { change: Change } };
    const change = 'variables' in body ? body.variables.change : body;
    const said = String(change.records[0]?.data['saw']);
    this.asked.set(said, (this.asked.get(said) ?? 0) + 1);
    if (request.headers['idempotency-key'] === change.key) this.keys.add(said);
    ('variables' in body ? mutations : answers)[said]?.(response, change);
  }
}
