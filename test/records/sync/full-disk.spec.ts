import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { Change } from '../../../src/model/change.js';
import type { Answer, Carry } from '../../../src/records/base/types.js';
import { sendMs } from '../../../src/records/storage/outbox-rows.js';
import { affirm, HeldClock, idOf, json, newCommunityId, open, remind, rewrite, until } from '../store-setup.js';

type Put = typeof IDBObjectStore.prototype.put;
type Begin = typeof IDBDatabase.prototype.transaction;

const restores: (() => void)[] = [];
const restore = (): void =>
  restores
    .splice(0)
    .reverse()
    .forEach((back) => back());
afterEach(restore);

function stub<K extends string, T extends Record<K, unknown>>(target: T, method: K, other: T[K]): void {
  const original = target[method];
  Object.defineProperty(target, method, { configurable: true, writable: true, value: other });
  restores.push(() => Object.defineProperty(target, method, { configurable: true, writable: true, value: original }));
}

/** As Firefox does, and Chromium where a quota ends: what is there can be read. */
function writesFail(): void {
  const refuse = function (): never {
    throw new DOMException('/home/somebody/profile is full', 'QuotaExceededError');
  } as unknown as Put;
  stub(IDBObjectStore.prototype, 'put', refuse);
  stub(IDBObjectStore.prototype, 'add', refuse);
}

/** As Chromium does where the disk is full: it closes the database at the first write, and does not open it again. */
function databaseCloses(): void {
  const lost = (): never => {
    throw new DOMException('Connection is closing because of: IO error: FILE_ERROR_NO_SPACE', 'UnknownError');
  };
  stub(IDBDatabase.prototype, 'transaction', lost as unknown as Begin);
  stub(indexedDB as unknown as { open: () => unknown }, 'open', lost);
}

/** Lets what was begun go on: time is held, but an answer takes some tasks to be read. */
async function turns(): Promise<void> {
  for (let left = 50; left > 0; left--) await new Promise((resume) => setTimeout(resume));
}

/** A backend that is down until `isUp`, and what it was asked. */
class Line {
  constructor(private readonly clock: HeldClock) {}

  isUp = false;
  readonly got: Change[] = [];
  /** Keys that were sent again before the time was over after which a send is given up. */
  readonly early: string[] = [];
  readonly #sentAt = new Map<string, number>();
  answer: (change: Change) => unknown = () => json({});
  readonly carry: Carry = (change) => {
    if (!this.isUp) return [Promise.reject(new TypeError('no line'))];
    if (this.#open.has(change.key)) this.overlaps.push(change.key);
    this.#open.add(change.key);
    if (this.clock.passed - (this.#sentAt.get(change.key) ?? -Infinity) < sendMs) this.early.push(change.key);
    this.#sentAt.set(change.key, this.clock.passed);
    this.got.push(change);
    return [this.#answered(change)];
  };
  /** Keys that were sent while they were being sent already. */
  readonly overlaps: string[] = [];
  readonly #open = new Set<string>();

  async #answered(change: Change): Promise<Answer> {
    await new Promise((resume) => setTimeout(resume));
    this.#open.delete(change.key);
    return this.answer(change) as Answer;
  }

  get keys(): string[] {
    return this.got.map(({ key }) => key);
  }
}

for (const [what, fill] of [
  ['can be read', writesFail],
  ['is closed by the browser', databaseCloses],
] as const) {
  describe(`delivery from a full disk that ${what}`, () => {
    async function waiting(clock: HeldClock): Promise<{ records: Awaited<ReturnType<typeof open>>; line: Line; community: string; made: Change[] }> {
      const line = new Line(clock);
      const community = newCommunityId();
      const records = await open({ community, carry: line.carry }, { clock });
      const first = await remind(records, ['p-2'], 'First');
      const second = await rewrite(records, first, 'Second');
      const made = [first, second, await affirm(records), await affirm(records, ['p-3'])];
      made.push(await records.act('ask', { kind: 'help', id: uuidv7() }, { data: { need: 'come' } }));
      await until(() => records.status.waiting === 5, 'five wait');
      // The last look after the acts has read what waits.
      await until(async () => {
        clock.pass(10_000);
        await records.list({ kind: 'feedback' });
        return clock.passed > 60_000;
      }, 'looked');
      return { records, line, community, made };
    }

    it('sends all that waits once, the call for help too, and the changes of a record in order', async () => {
      const clock = new HeldClock();
      const { records, line, made } = await waiting(clock);
      fill();
      await turns(); // what was under way while the line was down has ended
      line.isUp = true;
      clock.pass(10_000); // the call may be tried again
      await until(() => {
        clock.pass(200); // far less than the time after which a send is given up
        records.wake();
        return line.got.length >= 5;
      }, 'all sent');
      for (let count = 0; count < 20; count++) {
        clock.pass(10_000);
        records.wake();
        await turns();
      }
      expect(line.keys).to.have.members(made.map(({ key }) => key));
      expect(line.keys.indexOf(made[0]!.key)).to.be.lessThan(line.keys.indexOf(made[1]!.key));
      restore();
      await until(async () => {
        clock.pass(500);
        return records.status.waiting === 0 && records.status.store === 'open';
      }, 'the answers written');
      expect(line.got).to.have.length(5);
      expect((await records.get(idOf(made[1]!)))?.sent).to.equal('sent');
      await affirm(records);
      await until(() => line.got.length === 6 && records.status.waiting === 0, 'everything goes on');
    });

    it('sends also what was saved in the moment before', async () => {
      const clock = new HeldClock();
      const { records, line, made } = await waiting(clock);
      // From now on nothing of the outbox can be read in time: what delivery knows, it knows from the acts themselves.
      const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')!.value as Begin;
      stub(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, ...args: Parameters<Begin>) {
        if (args[1] === 'readonly' && (args[0] as string[]).every((name) => name === 'outbox')) throw new DOMException('', 'UnknownError');
        return begin.apply(this, args);
      } as Begin);
      const last = await Promise.all(['p-4', 'p-5', 'p-6'].map((to) => affirm(records, [to])));
      fill();
      await turns();
      line.isUp = true;
      clock.pass(10_000);
      await until(() => {
        clock.pass(200);
        records.wake();
        return line.got.length >= 8;
      }, 'all sent');
      expect(line.keys).to.have.members([...made, ...last].map(({ key }) => key));
      expect(line.overlaps).to.deep.equal([]);
    });

    it('remembers what the backend refused until it can be written', async () => {
      const clock = new HeldClock();
      const { records, line, made } = await waiting(clock);
      line.answer = (change) => json({}, change.key === made[0]!.key ? 422 : 200);
      fill();
      await turns(); // what was under way while the line was down has ended
      line.isUp = true;
      await until(() => {
        clock.pass(200); // far less than the time after which a send is given up
        records.wake();
        return line.got.length >= 4;
      }, 'all but what waits behind the refused change');
      expect(line.keys).to.not.include(made[1]!.key);
      restore();
      await until(async () => {
        clock.pass(500); // slower than the browser's own tries, which are not on this clock
        return records.status.waiting === 0 && records.status.refused > 0;
      }, 'written');
      // On a slow machine more may pass on this clock than a send may take. Then it is sent again, under the same key.
      expect(line.early).to.deep.equal([]);
      expect((await records.troubles()).map(({ change }) => change.action)).to.include('send');
    });

    it('two tabs do not send the same change at once, nor again while the disk is full', async () => {
      const clock = new HeldClock();
      const { records, line, community, made } = await waiting(clock);
      const other = await open({ community, carry: line.carry }, { clock });
      await until(async () => {
        clock.pass(10_000);
        await other.list({ kind: 'feedback' });
        return clock.passed > 200_000;
      }, 'the other one has looked');
      fill();
      await turns(); // what was under way while the line was down has ended
      line.isUp = true;
      clock.pass(10_000);
      await until(() => {
        clock.pass(200);
        records.wake();
        other.wake();
        return line.got.length >= 5;
      }, 'all sent');
      for (let count = 0; count < 20; count++) {
        clock.pass(10_000);
        other.wake();
        await turns();
      }
      expect([...line.keys].sort()).to.deep.equal(made.map(({ key }) => key).sort());
      restore();
      await until(() => {
        clock.pass(500); // slower than the browser's own tries, which are not on this clock
        return records.status.waiting === 0 && other.status.waiting === 0;
      }, 'written');
      expect(line.overlaps).to.deep.equal([]);
      expect(line.early).to.deep.equal([]);
      expect(new Set(line.keys).size).to.equal(5);
    });
  });
}
