import { hasBegun } from '../meeting/states.js';
import { toNobody } from '../../needs.js';
import type { Data } from '../../record.js';
import type { Kind, Need } from '../../transition.js';

/** How somebody took part. There is no word for who was not there, and none for why. */
export type TookPart = 'present' | 'part' | 'excused';
export const everyTookPart: readonly TookPart[] = ['present', 'part', 'excused'];

/** Who was at a meeting: ids of people, up to 60 in each list. Only staff can read it. `about` is the meeting. */
export interface Attendance extends Readonly<Record<string, unknown>> {
  /** They were there. */
  readonly present: readonly string[];
  /** They were there for a part of it. */
  readonly part: readonly string[];
  /** They had said that they could not come. */
  readonly excused: readonly string[];
}

/** Most people in each list. */
export const attendanceLimits = { people: 60 } as const;

const listed = (data: Data | undefined): readonly unknown[] =>
  everyTookPart.flatMap((way) => (Array.isArray(data?.[way]) ? (data[way] as readonly unknown[]) : []));
const onceEach: Need<Attendance> = {
  code: 'bad-answer',
  met: ({ root, input }) => {
    const people = listed(root ? { ...root.data, ...input.moves } : input.data);
    return new Set(people).size === people.length;
  },
};
const ofAMeeting: Need<Attendance> = { code: 'no-meeting', met: ({ input, others }) => hasBegun(others.get(input.about ?? '')) };

/** Lists of ids and no text, so any member of staff may correct them. */
export const attendance: Kind<Attendance> = {
  kind: 'attendance',
  v: 1,
  leansOn: (_, input) => [input.about].filter((id) => typeof id === 'string'),
  transitions: {
    note: { from: [], to: ['noted'], who: ['staff'], needs: [toNobody, ofAMeeting, onceEach], shows: 'staff' },
    correct: { from: ['noted'], to: [], who: ['staff'], needs: [onceEach], moves: everyTookPart },
  },
};
