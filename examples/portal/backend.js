// What any backend of milieu-elements does: it accepts a change whole or not at all, decides by the same table as the
// widgets, and returns only what the person of its own session may read.
import { admit, inputOf, leansOn, mayRead, parseChange, Refused } from 'milieu-elements/model';

/** How far a device's clock may be ahead, in milliseconds: enough for a wrong time zone, not for a wrong year. */
const clockSlack = 26 * 3_600_000;
/** Records in one answer to a pull; the widgets ask again until there are no more. */
const pageSize = 200;

/** @typedef {import('milieu-elements/model').MilieuRecord} MilieuRecord */
/** @typedef {import('milieu-elements/model').Change} Change */
/** @typedef {import('milieu-elements/model').Actor} Actor */

export class Backend {
  /** @type {Map<string, MilieuRecord>} */
  #records = new Map();
  /** @type {Map<string, string[]>} ids of the answers to a record */
  #answers = new Map();
  /** Accepted keys with their senders; refused keys are not remembered. @type {Set<string>} */
  #keys = new Set();
  /** Ids in the order of their changes: a cursor is a position in this list. @type {string[]} */
  #order = [];
  /** @type {Map<string, number>} the last position of each id in `#order` */
  #place = new Map();
  /** @type {Set<(records: readonly MilieuRecord[]) => void>} */
  #listeners = new Set();
  /** Who could read a record before its last change: a person who no longer can is told to remove it. @type {Map<string, Pick<MilieuRecord, 'by' | 'to' | 'visibility'>[]>} */
  #before = new Map();
  #journal;

  /**
   * @param {import('./journal.js').Journal} journal where accepted changes are kept
   * @param {{ community: string, policy?: Partial<import('milieu-elements/model').Policy> }} options
   */
  constructor(journal, { community, policy = {} }) {
    this.community = community;
    this.policy = policy;
    this.#journal = journal;
    for (const change of journal.entries) this.#take(change);
  }

  /**
   * The rules for a backend: the author of the change is the signed-in person; an accepted key is always answered 200; every record's stored rev is
   * the sent rev − 1, else 409 with the stored records; and the table agrees.
   * @param {unknown} body what was posted
   * @param {Actor} actor the person of the server's own session, never one that the body names
   * @returns {{ status: number, body: object }}
   */
  accept(body, actor) {
    const change = parseChange(body);
    if (!change) return refuse(400, 'invalid');
    if (change.community !== this.community || change.by !== actor.person || change.as !== actor.as) return refuse(403, 'not-yours');
    if (this.#keys.has(keyOf(change))) return { status: 200, body: { records: this.#readable(change, actor) } };
    if (Date.parse(change.at) > Date.now() + clockSlack) return refuse(422, 'clock-ahead');
    const root = this.#records.get(change.records[0]?.id ?? '');
    // Not 403: that means the session has ended and pauses the whole page. This is about one record.
    if (root && !mayRead(root, actor)) return refuse(422, 'not-yours');
    if (change.records.some(({ id, rev }) => (this.#records.get(id)?.rev ?? 0) !== rev - 1)) {
      return { status: 409, body: { records: this.#readable(change, actor) } };
    }
    const decided = admit(change, this.#scene(change, root), actor);
    // A change may arrive before the one it needs: 425 asks for it again later, so that no text is rejected for being early.
    if (decided instanceof Refused) return this.#lacks(change, root) ? refuse(425, 'not-yet') : refuse(422, decided.code);
    this.#journal.append(change);
    this.#take(change);
    for (const tell of this.#listeners) tell(change.records);
    return { status: 200, body: { records: this.#readable(change, actor) } };
  }

  /**
   * What the person may read and has not seen yet, oldest first, and the cursor behind it.
   * @param {Actor} actor
   * @param {string | undefined} cursor of the answer before; a cursor of another journal starts from the beginning
   * @returns {{ records: MilieuRecord[], gone: string[], cursor: string }} `gone`: ids that they could read and may no longer read
   */
  pull(actor, cursor) {
    const { id: journal } = this.#journal;
    const [before, place] = cursor?.split('.') ?? [];
    const records = [];
    const gone = [];
    let at = before === journal ? Number.parseInt(place ?? '', 10) || 0 : 0;
    // Stays where it is until there is something for this person, so that no cursor tells them that others wrote something.
    let read = at;
    for (; at < this.#order.length && records.length < pageSize; at += 1) {
      const record = this.#records.get(this.#order[at]);
      if (this.#place.get(record.id) !== at) continue;
      if (mayRead(record, actor)) records.push(record);
      else if (this.#before.get(record.id)?.some((earlier) => mayRead(earlier, actor))) gone.push(record.id);
      else continue;
      read = at + 1;
    }
    return { records, gone, cursor: `${journal}.${read}` };
  }

  /** All current records. A real backend must not return this. */
  all() {
    return [...this.#records.values()];
  }

  /** Everything, in the order in which it last changed. */
  latest() {
    return this.all().sort((one, other) => this.#place.get(one.id) - this.#place.get(other.id));
  }

  /** @param {(records: readonly MilieuRecord[]) => void} tell called after every accepted change @returns {() => void} a function that stops it */
  listen(tell) {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  }

  close() {
    this.#journal.close();
  }

  /** Whether it needs a record that has not arrived yet. @param {Change} change @param {MilieuRecord | undefined} root */
  #lacks(change, root) {
    return leansOn(change.records[0].kind, root, inputOf(change)).some((id) => !this.#records.has(id));
  }

  /** @param {Change} change @param {MilieuRecord | undefined} root */
  #scene(change, root) {
    const stored = (id) => this.#records.get(id) ?? [];
    const others = leansOn(change.records[0].kind, root, inputOf(change)).flatMap(stored);
    const answers = (this.#answers.get(root?.id) ?? []).flatMap(stored);
    return { root, answers, others: new Map(others.map((record) => [record.id, record])), policy: this.policy, community: this.community };
  }

  /** @param {Change} change @param {Actor} actor */
  #readable({ records }, actor) {
    return records.flatMap(({ id }) => this.#records.get(id) ?? []).filter((record) => mayRead(record, actor));
  }

  /** @param {Change} change */
  #take(change) {
    this.#keys.add(keyOf(change));
    for (const record of change.records) {
      if (record.about && !this.#records.has(record.id)) this.#answers.set(record.about, [...(this.#answers.get(record.about) ?? []), record.id]);
      const { by, to, visibility } = this.#records.get(record.id) ?? record;
      if (visibility !== record.visibility) this.#before.set(record.id, [...(this.#before.get(record.id) ?? []), { by, to, visibility }]);
      this.#records.set(record.id, record);
      this.#place.set(record.id, this.#order.push(record.id) - 1);
    }
  }
}

const refuse = (status, code) => ({ status, body: { code } });

/** A key counts only for its sender, so that a key which another person used does not swallow a change. @param {Change} change */
const keyOf = ({ by, key }) => `${by} ${key}`;
