import { createContext } from '@lit/context';
import type { Community } from './community.js';

/** The key is a string, so that two copies of this project on one page share it. */
export const communityContext = createContext<Community>('milieu-community');
