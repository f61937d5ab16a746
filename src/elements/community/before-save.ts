import { cut, trimmed } from '../../model/text.js';
import { MilieuError } from '../../records/base/errors.js';
import type { ActInputInTime } from './pending-acts.js';
import type { ActInput, Target } from '../../records/base/types.js';

/** Characters of the reason that a person reads. */
const mostReason = 120;

/** Fields of an act that a host may read; the others say how it is stored. */
const told = ['to', 'about', 'from', 'data', 'moves', 'answers'] as const;

/** A call for help and a concern about staff are never asked about, nor what is answered to them. */
const neverAsked: readonly string[] = ['help', 'concern'];

/**
 * `milieu-before-save`: a person is about to save something, and nothing has been stored yet. A listener decides before it returns: `veto()`, or
 * `preventDefault()`, keeps the act from being saved. What was typed stays where it was typed, and the person reads the reason. A call for help, a
 * concern, and an answer to one of them are never asked about. Nothing can be added or changed.
 */
export class MilieuBeforeSaveEvent extends Event {
  readonly #input: ActInputInTime;
  #reason = '';
  /**
   * @param action what the person does, such as `send`
   * @param kind of the record that it is done to or that it creates, such as `feedback`
   * @param id of that record
   */
  constructor(
    readonly action: string,
    readonly kind: string,
    readonly id: string,
    input: ActInputInTime,
  ) {
    super('milieu-before-save', { bubbles: true, composed: true, cancelable: true });
    this.#input = input;
  }

  /**
   * What is to be saved, as `records.act` takes it: a copy, with its text. Undefined where it takes time to make, as for names and PINs of a shared
   * computer.
   */
  get input(): ActInput | undefined {
    const input = this.#input;
    if (typeof input === 'function') return undefined;
    return structuredClone(Object.fromEntries(told.flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]]]))));
  }

  /**
   * Keeps the act from being saved.
   * @param reason a sentence in the language of the page: why, and what the person can do now; at most 120 characters are shown. Without one, the
   * person reads that this page does not allow it.
   * @throws TypeError if the reason is no text; the act is not saved either
   */
  veto(reason = ''): void {
    this.preventDefault();
    if (typeof reason !== 'string') throw new TypeError('veto() takes a text.');
    this.#reason = cut(trimmed(reason.replace(/\s+/g, ' ')), mostReason);
  }

  /**
   * Asks the listeners on `target`.
   * @throws Veto if one does not allow it
   * @internal
   */
  static ask(target: EventTarget | undefined, action: string, { kind, id }: Target, input: ActInputInTime): void {
    if (neverAsked.includes(kind)) return;
    const event = new MilieuBeforeSaveEvent(action, kind, id, input);
    target?.dispatchEvent(event);
    if (event.defaultPrevented) throw new Veto(event.#reason);
  }
}

/** The host does not allow an act. */
export class Veto extends MilieuError {
  /** @param reason the host's words; empty if it gave none */
  constructor(readonly reason: string) {
    super('vetoed');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'milieu-before-save': MilieuBeforeSaveEvent;
  }
}
