import { type As, type Fairness, isInside, type MilieuRecord, within } from '../../record.js';
import { isDelivered, isWithdrawn } from './states.js';

/** Source: the project's field study of written feedback in therapeutic communities, where reminders are often returned. */
export const defaultFairness: Fairness = {
  sentPerDay: 3,
  receivedPerDay: 2,
  receivedPerWeek: 5,
  pairHours: 48,
  returnHours: 24,
  pileOn: 3,
  affirmWeeks: 3,
};

/** Least and most of each number in `policy.fairness`. */
export const fairnessLimits = {
  sentPerDay: { least: 1, most: 50 },
  receivedPerDay: { least: 1, most: 50 },
  receivedPerWeek: { least: 1, most: 100 },
  pairHours: { least: 1, most: 336 },
  returnHours: { least: 1, most: 336 },
  pileOn: { least: 2, most: 50 },
  affirmWeeks: { least: 1, most: 26 },
} as const satisfies Record<keyof Fairness, object>;

/** The numbers as they are used: what a host gave within its limits, else the nearest of the two; the default for what is no number. */
export function fairnessOf(given: Partial<Fairness> = {}): Fairness {
  const used = (name: keyof Fairness): number => within(fairnessLimits[name], given[name], defaultFairness[name]);
  return {
    sentPerDay: used('sentPerDay'),
    receivedPerDay: used('receivedPerDay'),
    receivedPerWeek: used('receivedPerWeek'),
    pairHours: used('pairHours'),
    returnHours: used('returnHours'),
    pileOn: used('pileOn'),
    affirmWeeks: used('affirmWeeks'),
  };
}

/** What staff may want to know before they pass a reminder on. It is about the moment, never about a person. */
export type FairnessSignal = 'sent-many' | 'received-day' | 'received-week' | 'same-pair' | 'tit-for-tat' | 'pile-on';

/** What is known around a reminder. */
export interface FairnessScene {
  /** Feedback and reviews of the last 14 days at least: a week that the limits look back, and one that a reminder may have waited. */
  readonly records: readonly MilieuRecord[];
  readonly fairness?: Partial<Fairness> | undefined;
  /** When staff look at it, ISO 8601 in UTC. */
  readonly now: string;
}

const hour = 3_600_000;
const day = 24 * hour;
const isReminder = ({ kind, data }: MilieuRecord): boolean => kind === 'feedback' && data['mode'] === 'remind' && data['inPerson'] !== true;
const sentAt = ({ at }: MilieuRecord): number => Date.parse(at);

/** When the receiver got it: when staff passed it on, or when it was sent if nobody held it. */
const gotAt = (reminder: MilieuRecord, records: readonly MilieuRecord[]): number =>
  Math.max(sentAt(reminder), ...reviewsOf(reminder, records).map(sentAt));

/** What staff wrote to its author when they looked at it. */
const reviewsOf = (reminder: MilieuRecord, records: readonly MilieuRecord[]): readonly MilieuRecord[] =>
  records.filter(({ kind, about, to }) => kind === 'feedback-review' && about === reminder.id && to.includes(reminder.by));

/** For staff, and for a server that has to decide. No text and no view for anybody else may depend on it. */
export function signalsOf(reminder: MilieuRecord, { records, fairness, now }: FairnessScene): readonly FairnessSignal[] {
  if (!isReminder(reminder)) return [];
  const most = fairnessOf(fairness);
  const [receiver = ''] = reminder.to;
  const sent = sentAt(reminder);
  const looked = Date.parse(now);
  const others = records.filter((record) => isReminder(record) && !isWithdrawn(record) && record.id !== reminder.id);
  const before = (record: MilieuRecord, hours: number): boolean => sentAt(record) <= sent && sent - sentAt(record) < hours * hour;
  const toReceiver = others.filter(({ to }) => to.includes(receiver));
  const gotWithin = (span: number): number => toReceiver.filter((record) => isDelivered(record) && looked - gotAt(record, records) < span).length;
  const byAuthor = others.filter(({ by }) => by === reminder.by);
  const found: Record<FairnessSignal, boolean> = {
    'pile-on': isPileOn([sent, ...toReceiver.map(sentAt)], sent, most.pileOn),
    'received-day': gotWithin(day) >= most.receivedPerDay,
    'received-week': gotWithin(7 * day) >= most.receivedPerWeek,
    'tit-for-tat': others.some((record) => {
      if (record.by !== receiver || !record.to.includes(reminder.by) || !isDelivered(record)) return false;
      const got = gotAt(record, records);
      return got <= sent && sent - got < most.returnHours * hour;
    }),
    'same-pair': byAuthor.some((record) => record.to.includes(receiver) && before(record, most.pairHours)),
    'sent-many': byAuthor.filter((record) => before(record, 24)).length >= most.sentPerDay,
  };
  return (Object.keys(found) as FairnessSignal[]).filter((signal) => found[signal]);
}

/** Whether so many were sent within 24 hours of each other, this one among them. */
const isPileOn = (moments: readonly number[], sent: number, least: number): boolean =>
  moments.some((start) => start <= sent && sent - start < day && moments.filter((at) => at >= start && at - start < day).length >= least);

/** Whom staff may want to think of, by id and in no order. */
export interface FairnessOverview {
  /** Too few people to name anybody: fewer than five live here. Both lists are empty. */
  readonly isFew: boolean;
  /** Those to whom several reminders were sent within the last 24 hours. */
  readonly piledOn: readonly string[];
  /** Those who have had no affirmation for `affirmWeeks`. */
  readonly notAffirmed: readonly string[];
  /** Over all people: `kind` if there were two affirmations or more for each reminder. Undefined while there is too little to say. */
  readonly balance?: 'kind' | 'stern';
  /** `short` if half of the reviewed reminders or more were looked at within a day. Undefined while there is too little to say. */
  readonly waits?: 'short' | 'long';
}

/**
 * Fewer people than this are not listed, because each of them could be compared with the others. Nothing is said about fewer slips of
 * feedback than this, because it would be said about their authors.
 */
export const leastListed = 5;

/**
 * Call it only with all feedback since `overviewSince`: what is not in `records` counts as not given. There are no counts in the result, so
 * that no page can rank people.
 */
export function fairnessOverview(people: readonly { readonly id: string; readonly as: As }[], scene: FairnessScene): FairnessOverview {
  const residents = people.filter(({ as }) => isInside(as) && as !== 'staff').map(({ id }) => id);
  if (residents.length < leastListed) return { isFew: true, piledOn: [], notAffirmed: [] };
  const { records, now } = scene;
  const most = fairnessOf(scene.fairness);
  const since = (span: number): readonly MilieuRecord[] => records.filter((record) => Date.parse(now) - sentAt(record) < span);
  const recent = since(most.affirmWeeks * 7 * day);
  const reminders = recent.filter((record) => isReminder(record) && !isWithdrawn(record));
  const today = reminders.filter((record) => Date.parse(now) - sentAt(record) < day);
  const affirmations = recent.filter(({ kind, data, ...one }) => kind === 'feedback' && data['mode'] === 'affirm' && isDelivered(one));
  const waited = reminders.flatMap((reminder) => firstReview(reminder, recent) ?? []);
  return {
    isFew: false,
    piledOn: residents.filter((id) => today.filter(({ to }) => to.includes(id)).length >= most.pileOn),
    notAffirmed: residents.filter((id) => !affirmations.some(({ to }) => to.includes(id))),
    ...(affirmations.length + reminders.length < leastListed
      ? {}
      : { balance: affirmations.length >= 2 * reminders.length ? ('kind' as const) : ('stern' as const) }),
    ...(waited.length < leastListed
      ? {}
      : { waits: waited.filter((span) => span < day).length * 2 >= waited.length ? ('short' as const) : ('long' as const) }),
  };
}

/** How long a reminder waited until staff first answered its author; undefined if they have not. */
function firstReview(reminder: MilieuRecord, records: readonly MilieuRecord[]): number | undefined {
  const reviews = reviewsOf(reminder, records);
  return reviews.length === 0 ? undefined : Math.min(...reviews.map(sentAt)) - sentAt(reminder);
}

/** The first moment that `fairnessOverview` needs, ISO 8601 in UTC. */
export const overviewSince = (now: string, given?: Partial<Fairness>): string =>
  new Date(Date.parse(now) - fairnessOf(given).affirmWeeks * 7 * day).toISOString();

/** The first moment that `signalsOf` needs, ISO 8601 in UTC. */
export const signalsSince = (now: string): string => new Date(Date.parse(now) - 14 * day).toISOString();
