import { tables } from '../stories/words/sources.js';
import { longerFrom } from './longer-from.js';

export const longerWords: Readonly<Record<string, string>> = longerFrom(tables.map(([, exported]) => exported));
