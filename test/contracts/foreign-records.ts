import { uuidv7 } from 'uuidv7';
import type { MilieuRecord } from '../../src/model/record.js';

let texts = 0;
const made = (community: string, by: string, to: string): MilieuRecord => ({
  id: uuidv7(),
  kind: 'feedback',
  v: 1,
  community,
  by,
  to: [to],
  visibility: 'named-and-staff',
  at: new Date().toISOString(),
  status: 'delivered',
  rev: 1,
  data: { mode: 'affirm', saw: `Words ${++texts}` },
});

/** A record of another person, to another person. */
export const toAnother = (community: string): MilieuRecord => made(community, 'p-8', 'p-9');

/** A record of another person, to the person who acts in the tests. */
export const toMe = (community: string): MilieuRecord => made(community, 'p-8', 'p-1');
