import type { DateOptions } from '../language/format.js';
import type { Values } from '../language/strings.js';
import type { IconName } from '../parts/icons.js';
import type { DayLine } from './day-lines.js';
import type { TodayKey } from './strings.js';

interface Words {
  readonly t: (key: TodayKey, values?: Values) => string;
  readonly date: (iso: string, options?: DateOptions) => string;
  readonly time: (iso: string) => string;
  readonly name: (person: string) => string;
  /** Calendar day, `2026-11-29`. */
  readonly today: string;
}

/** How one line is written. */
export interface DayWords {
  readonly icon: IconName;
  readonly title: string;
  readonly more?: string | undefined;
}

const toTheMinute: DateOptions = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' };
const toTheDay: DateOptions = { weekday: 'long', day: 'numeric', month: 'long' };

/** The sentences of one line. A letter says who it is from, and nothing of its text: others may look at the same screen. */
export function dayWords(line: DayLine, { t, date, time, name, today }: Words): DayWords {
  const { record } = line;
  switch (line.kind) {
    case 'call':
      return { icon: 'buoy', title: t('today.call'), more: time(record.at) };
    case 'call-seen':
      return { icon: 'buoy', title: t('today.call-seen'), more: time(record.at) };
    case 'concern':
      return { icon: 'buoy', title: t('today.concern') };
    case 'letter':
      return { icon: 'slip', title: t('today.letter', { name: name(record.by) }) };
    case 'reword':
      return { icon: 'pencil', title: t('today.reword') };
    case 'meeting-on':
      return { icon: 'circle', title: t('today.meeting-on', { title: line.record.data.title }), more: line.record.data.place };
    case 'meeting': {
      const { title, startsAt, place } = line.record.data;
      return { icon: 'circle', title: t('today.meeting', { title, time: time(startsAt) }), more: place };
    }
    case 'job': {
      const { title, area } = line.record.data;
      return { icon: 'calendar', title: t('today.job', { title }), more: area };
    }
    case 'job-offer': {
      const { title, area } = line.record.data;
      return { icon: 'calendar', title: t('today.job-offer', { title }), more: area };
    }
    case 'swap': {
      const { day } = line.record.data;
      const title = line.job?.data.title ?? '';
      return { icon: 'speech', title: t('today.swap', { name: name(record.by), title }), more: t('today.swap-day', { date: date(day, toTheDay) }) };
    }
    case 'decided':
      return { icon: 'circle', title: t('today.decided') };
    case 'view':
      return { icon: 'speech', title: t('today.view', { name: name(record.by) }) };
    case 'talk': {
      const { startsAt, place, who } = line.record.data;
      return { icon: 'speech', title: t('today.talk', { when: date(startsAt, toTheMinute) }), more: t('today.talk-with', { place, who }) };
    }
    case 'promise': {
      const { text, due } = line.record.data;
      return {
        icon: 'pencil',
        title: t('today.promise', { text }),
        more: due ? t(due < today ? 'today.promise-was' : 'today.promise-by', { date: date(due, toTheDay) }) : undefined,
      };
    }
  }
}
