import { uuidv7 } from 'uuidv7';
import { isHere } from '../../model/kinds/member/states.js';
import type { Member } from '../../model/kinds/member/table.js';
import { digitsOf } from '../../model/text.js';
import type { MilieuRecord } from '../../model/record.js';
import { realClock } from '../../records/base/clock.js';
import type { ActInput, Kept, Records, Target } from '../../records/base/types.js';
import { isPin, sealPin } from '../../records/crypto/pin.js';
import type { Named } from '../community/entrance.js';
import type { EntryResult, FirstStaff, HouseNames } from '../community/house.js';
import { listAll, RecordPages } from '../controllers/record-pages.js';
import { afterWrong, PinTries, waitLeft } from './pin-tries.js';

export type MemberRecord = MilieuRecord<Member>;

const every = { kind: 'member' } as const;
const membersOf = (kept: readonly Kept[]): readonly MemberRecord[] => kept.map(({ record }) => record as unknown as MemberRecord);

/** What a view needs of a member. */
export const namedOf = (record: MemberRecord): Named => ({
  id: record.to[0] ?? '',
  name: record.data.name,
  as: record.data.as,
  isHere: isHere(record),
});

/** Reads the names of a house and checks PINs. */
export class MemberNames implements HouseNames {
  #checking: Promise<unknown> = Promise.resolve();
  readonly #tries = new PinTries();

  follow(records: Records, run: { readonly named: (names: readonly Named[]) => void; readonly failed: (error: unknown) => void }): () => void {
    let stopped = false;
    const tell = (kept: readonly Kept[]): void => void (!stopped && run.named(membersOf(kept).map(namedOf)));
    // A store that is locked, or is changing its key, hands on empty lists too. This question it answers when it is open again, or never.
    const make = (kept: readonly Kept[]): void => (kept.length > 0 ? tell(kept) : void listAll(records, every).then(tell, () => undefined));
    const pages = new RecordPages(records, every, Infinity, { took: make, failed: run.failed });
    return () => {
      stopped = true;
      pages.stop();
    };
  }

  /** One check at a time, so that the pause cannot be passed by many at once. */
  check(records: Records, person: string, typed: string | undefined): Promise<EntryResult> {
    const checked = this.#checking.then(() => check(records, this.#tries, person, typed));
    this.#checking = checked.catch(() => undefined);
    return checked;
  }

  async firstAct({ name, digits }: FirstStaff): Promise<{ readonly person: string; readonly target: Target; readonly input: ActInput }> {
    const person = uuidv7();
    const data: Member = { name, as: 'staff', pin: await sealPin(digits) };
    return { person, target: { kind: 'member', id: uuidv7() }, input: { to: [person], data } };
  }
}

async function check(records: Records, tries: PinTries, person: string, typed: string | undefined): Promise<EntryResult> {
  const member = membersOf(await listAll(records, { ...every, to: person }))[0];
  if (!member || !isHere(member)) return { is: 'gone' };
  const { as, pin } = member.data;
  if (!pin) return as === 'staff' ? { is: 'no-pin' } : { is: 'in', as };
  if (typed === undefined) return { is: 'pin' };
  const before = await tries.of(records, person);
  const wait = waitLeft(before, realClock.now());
  if (wait > 0) return { is: 'wait', wait };
  const digits = digitsOf(typed);
  if (digits === undefined) return { is: 'wrong', wait: 0 };
  // Counted before it is checked: a page that is closed meanwhile has tried as well.
  const now = afterWrong(before, realClock.now());
  await tries.set(records, person, now);
  if (!(await isPin(digits, pin))) {
    const told = { ...now, at: realClock.now() }; // on plain `http:` the check itself takes longer than the first pause
    await tries.set(records, person, told);
    return { is: 'wrong', wait: waitLeft(told, told.at) };
  }
  await tries.set(records, person, undefined);
  return { is: 'in', as };
}
