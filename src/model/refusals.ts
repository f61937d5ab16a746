/**
 * Why an act was refused. Every code has one sentence, in English, fit to be read by the person who acted;
 * widgets show it through their strings, so a host can put its own words in its place.
 */
export const refusals = {
  'unknown-kind': 'This page does not know that kind of record.',
  'unknown-action': 'That is not something this page can do.',
  'other-community': 'That belongs to another community.',
  'not-now': 'This has moved on since you opened it. Have another look.',
  'not-yours': 'This is for someone else to do.',
  'no-receiver': 'Choose who this is for.',
  'one-receiver': 'A reminder goes to one person.',
  'one-person': 'Choose one person.',
  'to-yourself': 'Choose someone other than yourself.',
  'words-missing': 'A few words are missing.',
  'strength-missing': 'Name one strength you see in them.',
  'next-missing': 'Say what would help next time.',
  'reason-missing': 'Say why, in a sentence they can read.',
  'owner-missing': 'Say who will do it.',
  'outcome-missing': 'Write what was decided.',
  'no-meeting': 'Choose a meeting.',
  'meeting-over': 'That meeting is over. Choose one that is still to come.',
  'few-votes': 'With fewer than five votes, write what was decided in words.',
  'other-eyes': 'Someone else needs to look at this first.',
  'no-clock': 'Another screen runs the clock. You can take it over.',
  'bad-answer': 'That does not fit what was asked.',
} as const;

export type RefusalCode = keyof typeof refusals;

/** A refusal by name: `decide` returns it, it never throws. */
export class Refused {
  constructor(readonly code: RefusalCode) {}
  /** The sentence for `code`, in English. */
  get sentence(): string {
    return refusals[this.code];
  }
}
