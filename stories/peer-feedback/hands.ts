import { fill, findByRole } from '../../src/testing/by-role.js';

/** Actions of a person in a story, by the names of controls. */
export interface Hands {
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly choose: (name: string | RegExp) => Promise<void>;
  readonly type: (name: string | RegExp, words: string) => Promise<void>;
  /** Waits for a heading. */
  readonly see: (name: string | RegExp) => Promise<void>;
}

export const handsOn = (page: HTMLElement): Hands => ({
  press: async (name) => (await findByRole(page, 'button', name)).click(),
  choose: async (name) => (await findByRole(page, 'radio', name)).click(),
  type: async (name, words) => fill(await findByRole(page, 'textbox', name), words),
  see: async (name) => void (await findByRole(page, 'heading', name)),
});
