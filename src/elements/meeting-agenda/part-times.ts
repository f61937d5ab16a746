import { minutesOfParts, usualMinutes } from '../../model/kinds/agenda-item/places.js';
import type { KeptItem } from './meeting-lists.js';

/** The minutes of an item as it was suggested or planned. */
export const minutesOf = (part: KeptItem | undefined): number => part?.record.data.minutes ?? usualMinutes;
/** The minutes of each item of an agenda: what people suggested shares the time of its part. */
export const timesOf = (parts: readonly KeptItem[]): readonly number[] => minutesOfParts(parts.map(({ record }) => record));
