import type { Person } from '../elements/community/host-people.js';

/** Invented people, for any test. */
export const people: readonly Person[] = [
  { id: 'p-ana', name: 'Ana', as: 'resident' },
  { id: 'p-sam', name: 'Sam', as: 'resident' },
  { id: 'p-jo', name: 'Jo', as: 'senior-peer' },
  { id: 's-priya', name: 'Priya', as: 'staff' },
];
