import { aboutNothing, filled, toOnePerson } from '../../needs.js';
import type { As } from '../../record.js';
import type { Kind, Need, Scene } from '../../transition.js';
import { hasWords } from '../../text.js';

/** What a device keeps of a PIN: enough to check it, and not the PIN itself. Few digits are soon tried out, so it keeps people apart and locks nothing. */
export interface Pin extends Readonly<Record<string, unknown>> {
  /** 16 random bytes, as hex. */
  readonly salt: string;
  /** PBKDF2 with SHA-256, 32 bytes, as hex. */
  readonly hash: string;
  readonly rounds: number;
  /** How many digits it has, so that everyone can check the rule for staff. */
  readonly digits: number;
}

/** Somebody who lives, works or visits here, by the name that this house uses. `to` has the id of the person. */
export interface Member extends Readonly<Record<string, unknown>> {
  /** A first name or initials, up to 40 characters. */
  readonly name: string;
  readonly as: As;
  readonly pin?: Pin;
}

/** Limits in characters, digits and rounds. */
export const memberLimits = {
  name: 40,
  salt: 32,
  hash: 64,
  roundsLeast: 10_000,
  rounds: 2_000_000,
  digitsLeast: 4,
  digits: 32,
  staffDigits: 6,
} as const;

/** How many digits the PIN of such a person has at least. Only staff need one. */
export const leastDigits = (as: As): number => (as === 'staff' ? memberLimits.staffDigits : memberLimits.digitsLeast);

/** Whether a person may be here with this PIN, or with none. */
export const isPinEnough = (as: As, pin: Pick<Pin, 'digits'> | undefined): boolean => (pin ? pin.digits >= leastDigits(as) : as !== 'staff');

/** The member after the act. */
const next = ({ root, input: { data, moves } }: Scene<Member>): Partial<Member> => ({ ...(root?.data ?? data), ...moves });

const named: Need<Member> = { code: 'words-missing', met: (scene) => hasWords(next(scene).name) };
const withPin: Need<Member> = { code: 'pin-short', met: (scene) => isPinEnough(next(scene).as ?? 'staff', next(scene).pin) };
const pinGiven: Need<Member> = { code: 'pin-short', met: ({ input }) => input.moves?.['pin'] !== undefined };
const notStaff: Need<Member> = { code: 'pin-short', met: ({ root }) => root?.data.as !== 'staff' };
// Nobody takes the last staff name from a house: it takes another member of staff.
const sameForMyself: Need<Member> = {
  code: 'other-eyes',
  met: (scene) => next(scene).as === scene.root?.data.as || !scene.root?.to.includes(scene.actor.person),
};

/** Staff say who is here. A person may set their own PIN, and take it off again, unless they are staff. */
export const member: Kind<Member> = {
  kind: 'member',
  v: 1,
  words: ['name'],
  transitions: {
    add: { from: [], to: ['here'], who: ['staff'], needs: [toOnePerson, aboutNothing, filled('name'), withPin], shows: 'community' },
    rename: { from: ['here', 'away'], to: [], who: ['staff'], moves: ['name', 'as', 'pin'], needs: [named, sameForMyself, withPin] },
    'mark-away': { from: ['here'], to: ['away'], who: ['staff'], not: ['receiver'] },
    'mark-left': { from: ['here', 'away'], to: ['left'], who: ['staff'], not: ['receiver'] },
    'come-back': { from: ['away', 'left'], to: ['here'], who: ['staff'] },
    'set-pin': { from: ['here', 'away'], to: [], who: ['staff', 'receiver'], moves: ['pin'], needs: [pinGiven, withPin] },
    'clear-pin': { from: ['here', 'away'], to: [], who: ['staff', 'receiver'], moves: ['pin'], move: () => ({ pin: undefined }), needs: [notStaff] },
  },
};
