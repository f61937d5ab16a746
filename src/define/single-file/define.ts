import { define as defineAlways } from '../define.js';
import { isNewEnough } from './browser-floor.js';

const newEnough = isNewEnough();
// eslint-disable-next-line no-console -- a host's developer who sees only the content of the tags looks here.
if (!newEnough) console.warn('milieu-elements: this browser is too old for the widgets. The page shows what is written inside their tags.');

/**
 * Stands in for `define` in the single files. Below the floor nothing is registered, so that what a page has inside a tag stays readable.
 */
export const define: typeof defineAlways = (...tag) => {
  if (newEnough) defineAlways(...tag);
};
