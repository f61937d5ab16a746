import type { MilieuRecord } from '../../model/record.js';
import type { Asked } from '../../records/base/types.js';
import type { Community } from '../community/community.js';

type Related = Omit<Asked, 'others'> & { readonly others?: readonly (MilieuRecord | undefined)[] };

/** Whether the person on this page may do `action`, also if it creates a record or moves it to another meeting. */
export const mayAct = (community: Community | undefined, action: string, { others = [], ...asked }: Related): boolean =>
  community?.records?.can(action, { ...asked, others: others.filter((record) => record !== undefined) }) ?? false;
