import { isUrgent } from '../../model/kinds/help/states.js';
import type { HelpSteps } from '../../model/record.js';
import type { Values } from '../language/strings.js';
import type { CallState } from './call-state.js';
import type { HelpCall } from './help-call.js';
import type { helpStrings } from './strings.js';

/** What is said about one call. */
export interface CallMessage {
  readonly icon: 'buoy' | 'saving' | 'waiting' | 'sent' | 'offline' | 'nobody';
  readonly title: string;
  readonly more: string;
  /** Whether it is an alert, which also says where staff are. */
  readonly loud?: boolean;
  /** Whether it says where staff are. */
  readonly where?: boolean;
  /** Whether it lists the people to call. */
  readonly people?: boolean;
  /** Whether a screen reader reads `more` too. */
  readonly whole?: boolean;
}

/** The words of the view that shows the message. */
export interface CallWords {
  readonly t: (key: keyof typeof helpStrings, values?: Values) => string;
  readonly time: (iso: string) => string;
  readonly name: (person: string) => string;
}

/** The steps in ms. A wish to talk can wait: its words do not become an alert. */
function stepsOf(call: HelpCall, { go, loudest }: HelpSteps): readonly number[] {
  const isWorthIt = call.asked ? isUrgent(call.asked) : true;
  return isWorthIt ? [go * 1000, loudest * 1000] : [go * 1000];
}

/** ms until the message of a call that nobody has seen changes; undefined if it does not change by itself. */
export function untilNextMessage(call: HelpCall, steps: HelpSteps): number | undefined {
  if (call.state.is !== 'told') return undefined;
  const next = stepsOf(call, steps).find((step) => step > call.age);
  return next === undefined ? undefined : next - call.age;
}

/** Each sentence says only what is known: a call that was sent has not been seen, however long ago it was. */
export function messageOf(call: HelpCall, { t, time, name }: CallWords, steps: HelpSteps): CallMessage | undefined {
  const { state } = call;
  switch (state.is) {
    case 'ready':
      return undefined;
    case 'asking':
      return { icon: 'saving', title: t('help.asking'), more: t('help.asking-more') };
    case 'told':
      return toldMessage(state, stepsOf(call, steps).filter((step) => step <= call.age).length, { t, time, name });
    case 'seen':
      return seenMessage(state, { t, time, name });
    case 'settled':
      return settledMessage(state, { t, time, name });
    case 'cancelled':
      return { icon: 'buoy', title: t('help.cancelled'), more: t(state.known ? 'help.purpose' : 'help.cancelled-untold') };
    case 'untold':
      return {
        icon: state.why === 'offline' ? 'offline' : 'nobody',
        title: t(`help.${state.why}`),
        more: t(`help.${state.why}-more`),
        loud: true,
        where: true,
      };
  }
}

function seenMessage({ by, at, note, coming }: CallState & { is: 'seen' }, { t, time, name }: CallWords): CallMessage {
  const [key, seen] = [coming ? 'help.coming' : 'help.seen', t('help.seen-more', { time: time(at) })] as const;
  if (!note) return { icon: 'sent', title: t(key, { name: name(by) }), more: seen };
  return { icon: 'sent', title: t(`${key}-words`, { name: name(by) }), more: `${t('help.seen-note', { note })} ${seen}`, whole: true };
}

function settledMessage({ by, at, note }: CallState & { is: 'settled' }, { t, time, name }: CallWords): CallMessage {
  const [title, more] = [t('help.settled', { name: name(by) }), t('help.settled-more', { time: time(at) })];
  return note ? { icon: 'sent', title, more: `${t('help.seen-note', { note })} ${more}`, whole: true } : { icon: 'sent', title, more };
}

function toldMessage({ at }: CallState & { is: 'told' }, climbed: number, { t, time }: CallWords): CallMessage {
  const sent = t('help.told-more', { time: time(at) });
  if (climbed > 1) return { icon: 'nobody', title: t('help.told-long'), more: sent, loud: true, where: true, people: true };
  if (climbed > 0) return { icon: 'waiting', title: t('help.told'), more: `${t('help.told-go')} ${sent}`, where: true };
  return { icon: 'waiting', title: t('help.told'), more: sent };
}
