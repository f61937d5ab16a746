import type { Scene } from './scenes.js';
import { fill, findByRole, findInText } from '../../src/testing/by-role.js';
import { ana, ben, comeIn, crowd, nora, typePin } from '../elements/house/house-scene.js';
import { press } from './scene-steps.js';

const tag = 'milieu-peer-feedback';
const house = [nora, ana, ben];
const asNora = (root: Element): Promise<void> => comeIn(root, 'Nora', nora.pin);

/** The views of a shared computer. */
export const atTheHouse: readonly Scene[] = [
  {
    name: 'house: set up names, with a mistake',
    tag,
    house: [],
    steps: (root) => press(root, 'Add me as staff'),
    says: ['Set up names', 'Write a first name or initials.', 'Remember this PIN.'],
  },
  { name: 'house: who are you', tag, house, says: ['Who are you?', 'A PIN keeps your pages separate. It is not a lock', 'Your name isn’t here?'] },
  {
    name: 'house: no such name',
    tag,
    house: crowd,
    steps: async (root) => fill(await findByRole(root, 'searchbox', 'Find a name'), 'xy'),
    says: ['No name matches.'],
  },
  {
    name: 'house: a wrong PIN',
    tag,
    house,
    steps: async (root) => {
      await press(root, 'Ana');
      await typePin(root, 'Ana', '0000');
      await findInText(root, 'That isn’t the PIN. Try again in 1 second.');
    },
    says: ['You can try again now.', 'Forgot it? Ask staff'],
  },
  {
    name: 'house: my PIN',
    tag,
    house,
    steps: async (root) => {
      await comeIn(root, 'Ben');
      await press(root, 'My PIN', 'Save my PIN');
    },
    says: ['You don’t have to have one.', 'A PIN has only digits. Use at least 4.'],
  },
  {
    name: 'house: people here, one of them being changed',
    tag,
    house: crowd,
    steps: async (root) => {
      await asNora(root);
      await press(root, 'People here', 'Change: Ben');
    },
    says: ['Add a person', 'Here now', 'Change: Ben', 'Mark as away', 'A passphrase for each shift'],
  },
  {
    name: 'house: locked with a passphrase',
    tag,
    house,
    steps: async (root) => {
      await root.unlock('four words for a shift');
      root.lock();
      await press(root, 'Open');
    },
    says: ['Open this device', 'That is not the passphrase.'],
  },
];
