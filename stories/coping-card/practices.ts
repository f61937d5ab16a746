import type { TemplateResult } from 'lit';
import { uuidv7 } from 'uuidv7';
import type { Card } from '../../src/elements/coping-card/index.js';
import type { Practice } from '../../src/model/kinds/practice/table.js';
import type { Actor } from '../../src/model/record.js';
import type { Records } from '../../src/records/index.js';
import { withoutIsolates } from '../../src/testing/find-elements.js';
import { ana, FakeHistory, visit } from '../fixtures.js';
import { type Backend, kept as onDisk, storeOf } from '../states.js';

const hour = 3_600_000;

/** What an invented person has saved, and how many hours ago. */
export type Kept = readonly (readonly [hours: number, practice: Partial<Practice>])[];

/** Creates the practices that a person has saved. */
export function keep(history: FakeHistory, { person }: Actor, kept: Kept): FakeHistory {
  for (const [hours, practice] of kept) {
    const data: Practice = { card: 'c01', title: 'Longer out-breath', seconds: 180, ...practice };
    history.act(person, 'keep', 'practice', uuidv7(), { data }, Date.now() - hours * hour);
  }
  return history;
}

export interface Home {
  readonly actor?: Actor;
  readonly kept?: Kept | undefined;
  /** Another state of the store; default on the disk and locked. */
  readonly store?: ((records: Records) => Records) | undefined;
  readonly backend?: Backend | undefined;
}

/** A widget with the practices that a person has saved. */
export const atHome = (inside: TemplateResult, { actor = ana, kept = [], store = onDisk, backend }: Home = {}): TemplateResult =>
  visit({ actor, records: storeOf(actor, keep(new FakeHistory(), actor, kept), backend).then(store) }, inside);

/** Three and a half weeks of one card: sometimes it eased, sometimes not. */
export const someTimes: Kept = [
  [120, { before: 5, after: 6, helped: 'not-now', note: 'Too loud in the living room.' }],
  [72, { before: 9, after: 4, helped: 'helped' }],
  [48, { seconds: 60, helped: 'a-bit' }],
  [26, { before: 6, after: 6, helped: 'a-bit' }],
  [3, { before: 8, after: 5, helped: 'a-bit', note: 'Better by the window.' }],
];

/** More than one page. */
export const manyTimes: Kept = Array.from({ length: 26 }, (_, at) => [
  (26 - at) * 20,
  { before: 5 + (at % 5), after: 3 + ((at * 3) % 6), helped: (['helped', 'a-bit', 'not-now'] as const)[at % 3] ?? 'helped' },
]);

/** A card of the host's own. */
export const pond: Card = {
  id: 'own-pond',
  title: 'Sit by the pond',
  why: 'Water moves on, and so will this.',
  moments: ['flat', 'racing'],
  steps: ['Walk to the pond. Tell someone where you go.', 'Sit down on the stone.', 'Watch the water until the time is up.'],
  seconds: 300,
  upTo: 900,
  cautions: ['Wear shoes. The stones are wet.'],
};

const line =
  'Look for a place where you can sit with your back to a wall and see the door, and tell the person on duty in a few words that you will be there a while.';
/** As long as the fields allow. */
export const longCard: Card = {
  ...pond,
  id: 'own-long',
  title: 'Sitting with my back to a wall where I can see every door',
  why: 'When I can see who comes and goes, the part of me that keeps watch may rest for a little, and the rest of me gets its breath back in its own good time.',
  steps: [line, line, line],
  cautions: [line],
  evidence: {
    word: 'practice',
    note: 'Many people who live in shared houses say that it helps them. It has not been tested much, and it suits some people better than others.',
  },
};

/** Presses the buttons with these names, one after the other, also in shadow roots. */
export async function press(root: Element, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    for (let tries = 0; !find(root, name) && tries < 200; tries += 1) await new Promise(requestAnimationFrame);
    const found = find(root, name);
    if (!found) throw new Error(`Nothing to press is called ${name}`);
    found.click();
  }
}

function find(root: Element | ShadowRoot, name: string): HTMLElement | undefined {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches('button, summary, label') && withoutIsolates(element.textContent).trim() === name && element.checkVisibility())
      return element;
    const inside = element.shadowRoot && find(element.shadowRoot, name);
    if (inside) return inside;
  }
  return undefined;
}
