import { createContext } from '@lit/context';
import type { Community } from './community.js';

/** A string, so that two copies of this project on one page meet. */
export const communityContext = createContext<Community>('milieu-community');
