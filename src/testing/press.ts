import { findByRole } from './by-role.js';

/** Waits for the one button of this name, and presses it. */
export const press = async (root: Element, name: string | RegExp): Promise<void> => (await findByRole(root, 'button', name)).click();

/** The element that has the focus, through shadow roots. */
export const deepActive = (): Element | null => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
};
