import type { TemplateResult } from 'lit';
import { uuidv7 } from 'uuidv7';
import type { Practice } from '../../src/model/practice.js';
import { ana, Scribe, visit } from '../house.js';

const hour = 3_600_000;

/** What an invented person has kept, and how many hours ago. */
export type Kept = readonly (readonly [hours: number, practice: Partial<Practice>])[];

/** A person at home with a widget, and what they have kept so far. */
export function atHome(inside: TemplateResult, kept: Kept = []): TemplateResult {
  const scribe = new Scribe();
  for (const [hours, practice] of kept) {
    const data: Practice = { card: 'c01', title: 'Longer out-breath', seconds: 180, ...practice };
    scribe.act(ana.person, 'keep', 'practice', uuidv7(), { data }, Date.now() - hours * hour);
  }
  return visit({ actor: ana, scribe }, inside);
}

/** Presses the buttons of these names, one after the other, wherever they stand in shadow roots. */
export async function press(root: Element, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    for (let tries = 0; !find(root, name) && tries < 200; tries += 1) await new Promise(requestAnimationFrame);
    find(root, name)?.click();
  }
}

function find(root: Element | ShadowRoot, name: string): HTMLElement | undefined {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches('button, summary, label') && element.textContent.trim() === name && element.checkVisibility()) return element;
    const inside = element.shadowRoot && find(element.shadowRoot, name);
    if (inside) return inside;
  }
  return undefined;
}
