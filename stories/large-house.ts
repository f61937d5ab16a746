import type { Person } from '../src/elements/community/index.js';
import { people } from './fixtures.js';

const first = 'Ada Bo Cleo Dov Elif Finn Greta Hugo Ines Jonas Kaya Lior Maja Nils Oona Pavel Rosa Sven Tova Ümit'.split(' ');
const last =
  'Abel Berg Cruz Dahl Eder Falk Gomez Haas Iqbal Jung Kovač Lund Moreau Núñez Olsen Park Quist Reyes Sørby Toth Urban Vega Wolff Yıldız'.split(' ');

const all: readonly Person[] = [
  ...people,
  { id: 'p-lee-1', name: 'Lee Chang', as: 'resident', note: 'east wing' },
  { id: 'p-lee-2', name: 'Lee Chang', as: 'resident', note: 'west wing' },
  ...first.flatMap((one) => last.map((two): Person => ({ id: `p-${one}-${two}`, name: `${one} ${two}`, as: 'resident' }))),
];
/** A person and five hundred others, invented: the usual ones, two of one name, and many more. */
export const largeHouse = all.slice(0, 501);
