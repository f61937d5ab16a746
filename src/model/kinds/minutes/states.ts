import type { MilieuRecord } from '../../record.js';

type Stands = Pick<MilieuRecord, 'status'>;

/** Not checked yet. */
export const isDraft = ({ status }: Stands): boolean => status === 'draft';
/** Checked, and not published. */
export const isChecked = ({ status }: Stands): boolean => status === 'checked';
export const isPublished = ({ status }: Stands): boolean => status === 'published';
