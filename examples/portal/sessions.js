// Who is signed in. A cookie that scripts cannot read has a random id; only the server knows which person it belongs to.
import { randomBytes } from 'node:crypto';

const name = 'portal';

export class Sessions {
  /** @type {Map<string, string>} session id → person id */
  #people = new Map();

  /** @param {string} person @returns {string} the `set-cookie` header */
  open(person) {
    const id = randomBytes(24).toString('base64url');
    this.#people.set(id, person);
    return `${name}=${id}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** @param {import('node:http').IncomingMessage} request */
  person(request) {
    return this.#people.get(this.id(request));
  }

  /** @param {import('node:http').IncomingMessage} request @returns {string} the `set-cookie` header */
  end(request) {
    this.#people.delete(this.id(request));
    return `${name}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;
  }

  /** @param {import('node:http').IncomingMessage} request @returns {string} the id of its session, or '' */
  id(request) {
    return new Map((request.headers.cookie ?? '').split('; ').map((pair) => pair.split('=', 2))).get(name) ?? '';
  }
}
