import { findByText, findFirst } from '../../src/testing/by-role.js';

export const press = async (root: Element, ...names: readonly (string | RegExp)[]): Promise<void> => {
  for (const name of names) (await findFirst(root, 'button', name)).click();
};
export const unfold = async (root: Element, words: string): Promise<void> => (await findByText(root, words)).click();
