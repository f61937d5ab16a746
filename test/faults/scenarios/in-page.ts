import { pageRound } from '../lab/page-round.js';
import type { Scenario } from '../lab/scenario.js';

/** Each has its page, of the same name. */
const pages: readonly Omit<Scenario, 'round'>[] = [
  {
    name: 'copies',
    promise: 'A copy that was changed is taken whole or refused with a code, and never changes anything else',
    unit: 'copies',
    total: { short: 300, full: 20_000 },
    perRound: 2500,
  },
  {
    name: 'wrong-keys',
    promise: 'A wrong key leaves the store locked and the disk as it is',
    unit: 'keys',
    total: { short: 60, full: 1000 },
    perRound: 500,
  },
  {
    name: 'tampering',
    promise: 'A row that was changed on the disk is noticed, and the others can be read',
    unit: 'changes',
    total: { short: 60, full: 10_000 },
    perRound: 1000,
  },
  {
    name: 'leaks',
    promise: 'What a person writes is in no event, console line, address, title, storage or message that a page can read',
    unit: 'feedbacks',
    total: { short: 2, full: 200 },
    perRound: 50,
  },
  {
    name: 'staff-list',
    promise: 'Staff read that nobody waits only after a complete check of the backend',
    unit: 'pages',
    total: { short: 6, full: 500 },
    perRound: 100,
  },
];

export const scenarios: readonly Scenario[] = pages.map((page) => ({ ...page, round: (input) => pageRound(input, page.name) }));
