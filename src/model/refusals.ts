/**
 * Why an act was refused. Each code has one sentence in English, written for the person who acted.
 * Widgets show it through their strings, so that a host can replace the text.
 */
export const refusals = {
  'unknown-kind': 'This page can’t work with that. Reload it, or tell staff.',
  'unknown-action': 'This page can’t do that.',
  'other-community': 'That belongs to another community.',
  'not-now': 'This has changed since you opened it. Take another look.',
  'not-yours': 'This is for someone else to do.',
  'no-receiver': 'Choose who this is for.',
  'one-receiver': 'A reminder goes to one person.',
  'one-person': 'Choose one person.',
  'to-yourself': 'Choose someone other than yourself.',
  'words-missing': 'Write a few words first.',
  'strength-missing': 'Name one strength you see in them.',
  'next-missing': 'Say what would help next time.',
  'views-missing': 'Not everyone has answered yet.',
  'support-missing': 'Say which support there will be.',
  'next-step-missing': 'Name one next thing, and a day within two weeks.',
  'reason-missing': 'Say why, in a sentence they can read.',
  'days-missing': 'Choose at least one day.',
  'owner-missing': 'Say who will do it.',
  'outcome-missing': 'Write what was decided.',
  'no-meeting': 'Choose a meeting.',
  'meeting-over': 'That meeting is over. Choose one that is still to come.',
  'few-votes': 'With fewer than five votes, write what was decided in words.',
  'pin-short': 'Use a PIN of at least 4 digits. Staff need at least 6.',
  'other-eyes': 'Someone else needs to look at this first.',
  'no-clock': 'Another screen runs the clock. You can run it here instead.',
  'bad-answer': 'That doesn’t match what was asked.',
} as const;

export type RefusalCode = keyof typeof refusals;

/** A refusal with its code. `decide` returns it; it is never thrown. */
export class Refused {
  constructor(readonly code: RefusalCode) {}
  /** The sentence for `code`, in English. */
  get sentence(): string {
    return refusals[this.code];
  }
}
