import type { MilieuRecord } from '../../model/record.js';
import { compareText } from '../../model/text.js';
import type { WayIn } from '../community/ways-in.js';

/** A list of records with one status. */
export interface ShiftList {
  readonly kind: string;
  readonly status: string;
}

/** One part of the shift sheet: what waits for the same kind of answer. */
export interface ShiftSection {
  readonly name: 'calls' | 'concerns' | 'talks' | 'readings' | 'reports' | 'reminders' | 'steps' | 'jobs' | 'ideas' | 'minutes';
  readonly lists: readonly ShiftList[];
  /** Acts of which staff must be allowed one, so that they are not shown what somebody else has to answer. */
  readonly acts: readonly string[];
  /** Where it is answered. */
  readonly tag: string;
  readonly view: string;
  /** Whether it must not be noticed by staff whom it goes round: it is not on paper, and no sentence says that nothing waits there. */
  readonly discreet?: boolean;
}

/** The parts, most urgent first. */
export const shiftSections: readonly ShiftSection[] = [
  {
    name: 'calls',
    lists: [
      { kind: 'help', status: 'asked' },
      { kind: 'help', status: 'seen' },
    ],
    acts: ['see', 'close'],
    tag: 'milieu-help',
    view: '',
  },
  {
    name: 'concerns',
    lists: [
      { kind: 'concern', status: 'raised' },
      { kind: 'concern', status: 'read' },
    ],
    acts: ['answer'],
    tag: 'milieu-help',
    view: 'staff-concerns',
    discreet: true,
  },
  { name: 'reports', lists: [{ kind: 'feedback', status: 'reported' }], acts: ['retract'], tag: 'milieu-peer-feedback', view: 'queue' },
  { name: 'talks', lists: [{ kind: 'feedback-reply', status: 'asked' }], acts: ['arrange'], tag: 'milieu-peer-feedback', view: 'queue' },
  { name: 'readings', lists: [{ kind: 'feedback-reading', status: 'asked' }], acts: ['have-read'], tag: 'milieu-peer-feedback', view: 'queue' },
  { name: 'reminders', lists: [{ kind: 'feedback', status: 'held' }], acts: ['release'], tag: 'milieu-peer-feedback', view: 'queue' },
  {
    name: 'steps',
    lists: ['asked', 'opened', 'appealed'].map((status) => ({ kind: 'step', status })),
    acts: ['open-now', 'decide'],
    tag: 'milieu-responsibility-ladder',
    view: 'step',
  },
  {
    name: 'jobs',
    lists: [
      { kind: 'duty', status: 'help-asked' },
      { kind: 'duty', status: 'swap-asked' },
      { kind: 'duty', status: 'declined' },
      { kind: 'job-day', status: 'help-asked' },
      { kind: 'job-day', status: 'declined' },
    ],
    acts: ['helped', 'offer-again', 'note'],
    tag: 'milieu-responsibility-ladder',
    view: 'give',
  },
  { name: 'ideas', lists: [{ kind: 'item', status: 'proposed' }], acts: ['redirect'], tag: 'milieu-meeting-agenda', view: 'plan' },
  {
    name: 'minutes',
    lists: [
      { kind: 'minutes', status: 'draft' },
      { kind: 'minutes', status: 'checked' },
    ],
    acts: ['check', 'publish'],
    tag: 'milieu-meeting-agenda',
    view: 'minutes',
  },
];

export const wayTo = ({ tag, view }: ShiftSection, { id }: MilieuRecord): WayIn => ({ tag, view, about: id });

/** The longest waiting first. */
export const longestFirst = (records: readonly MilieuRecord[]): readonly MilieuRecord[] => [...records].sort((a, b) => compareText(a.at, b.at));
