import { kinds } from '../../model/kinds.js';
import type { MilieuRecord } from '../../model/record.js';

const row = (action: string, { kind }: MilieuRecord) => kinds[kind]?.transitions[action];

/** Whether `action` starts from where the record stands, whoever may do it. */
export const standsBefore = (action: string, record: MilieuRecord): boolean => row(action, record)?.from.includes(record.status) ?? false;

/** Whether the record stands where `action` leads. */
export const standsAfter = (action: string, record: MilieuRecord): boolean => row(action, record)?.to.includes(record.status) ?? false;
