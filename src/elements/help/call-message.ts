import type { Values } from '../language/strings.js';
import type { CallState } from './call-state.js';
import type { HelpCall } from './help-call.js';
import type { helpStrings } from './strings.js';

/** ms since the call was made, while nobody has seen it: from when its words send the person to staff, and from when they are loud. */
export const unseenFor = { go: 20_000, loud: 5 * 60_000 } as const;

/** What is said about one call. */
export interface CallMessage {
  readonly icon: 'buoy' | 'saving' | 'waiting' | 'sent' | 'offline' | 'nobody';
  readonly title: string;
  readonly more: string;
  /** Whether it is an alert, which also says where staff are. */
  readonly loud?: boolean;
  /** Whether it says where staff are. */
  readonly where?: boolean;
  /** Whether a screen reader reads `more` too. */
  readonly whole?: boolean;
}

/** The words of the view that shows the message. */
export interface CallWords {
  readonly t: (key: keyof typeof helpStrings, values?: Values) => string;
  readonly time: (iso: string) => string;
  readonly name: (person: string) => string;
}

/** A wish to talk can wait: its words do not become an alert. */
const isUrgent = (call: HelpCall): boolean => call.asked?.data.need !== 'talk';

/** ms until the message of a call that nobody has seen changes; undefined if it does not change by itself. */
export function untilNextMessage(call: HelpCall): number | undefined {
  if (call.state.is !== 'told') return undefined;
  const { age } = call;
  return Object.values(unseenFor)
    .filter((after) => after > age && (after < unseenFor.loud || isUrgent(call)))
    .map((after) => after - age)[0];
}

/** Each sentence says only what is known: a call that was sent has not been seen, however long ago it was. */
export function messageOf(call: HelpCall, { t, time, name }: CallWords): CallMessage | undefined {
  const { state } = call;
  switch (state.is) {
    case 'ready':
      return undefined;
    case 'asking':
      return { icon: 'saving', title: t('help.asking'), more: t('help.asking-more') };
    case 'told':
      return toldMessage(state, isUrgent(call) ? call.age : Math.min(call.age, unseenFor.go), { t, time, name });
    case 'seen':
      return seenMessage(state, { t, time, name });
    case 'settled':
      return { icon: 'sent', title: t('help.settled', { name: name(state.by) }), more: t('help.settled-more', { time: time(state.at) }) };
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

function toldMessage({ at }: CallState & { is: 'told' }, age: number, { t, time }: CallWords): CallMessage {
  const sent = t('help.told-more', { time: time(at) });
  if (age >= unseenFor.loud) return { icon: 'nobody', title: t('help.told-long'), more: sent, loud: true, where: true };
  if (age >= unseenFor.go) return { icon: 'waiting', title: t('help.told'), more: `${t('help.told-go')} ${sent}`, where: true };
  return { icon: 'waiting', title: t('help.told'), more: sent };
}
