import { html } from '@open-wc/testing';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import type { Drafts } from '../../../src/records/base/types.js';
import { openCommunity } from '../../testing/community.js';
import { findByRole, until } from '../../../src/testing/by-role.js';
import { storeOf } from '../peer-feedback/feedback-scene.js';

export const saw = 'What did you see?';
export const kept = 'We kept what you wrote.';
export const other = 'We also kept something else you wrote here.';

/** A page of the same person in the same community; two on one page share nothing but the disk and the channel, as two tabs do. */
export const feedback = (community: string = crypto.randomUUID()): Promise<MilieuCommunity> =>
  openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`, { community, keep: 'person' });

export const field = async (one: MilieuCommunity, name = saw): Promise<HTMLTextAreaElement> =>
  (await findByRole(one, 'textbox', name)) as HTMLTextAreaElement;
export const draftOf = (one: MilieuCommunity, name: string): Promise<unknown> => storeOf(one).drafts.read(name);
export const wordsIn = async (one: MilieuCommunity, words: string, name = 'feedback'): Promise<unknown> =>
  until(async () => JSON.stringify((await draftOf(one, name)) ?? '').includes(words), { what: `a draft with “${words}”` });
export const taken = { send: (): Promise<Response> => Promise.resolve(new Response(null, { status: 204 })) };

/** Lets a call of `drafts` wait until it is let go. */
export function hold<K extends 'find' | 'prepare'>(drafts: Drafts, name: K): () => void {
  const own = drafts[name].bind(drafts) as (...given: unknown[]) => Promise<never>;
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  drafts[name] = async (...given: unknown[]) => {
    await gate;
    return own(...given);
  };
  return go;
}

export function find(root: Element | ShadowRoot, tag: string): Element | undefined {
  for (const element of root.querySelectorAll('*')) {
    if (element.localName === tag) return element;
    const inside = element.shadowRoot && find(element.shadowRoot, tag);
    if (inside) return inside;
  }
  return undefined;
}
