import type { Change } from '../../model/record.js';
import type { ErrorCode } from '../../records/errors.js';
import type { Status } from '../../records/types.js';

const travels = { bubbles: true, composed: true };

/** A ready request: spread it into `fetch`. Its headers are a plain object, so that more can be added without losing the key. */
export interface DeliverRequest {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

/**
 * Something was saved by the person in this tab: the transaction has completed.
 * The text stands behind the getter `change`, so what serialises the event finds none.
 */
export class MilieuSavedEvent extends Event {
  readonly #change: Change;
  readonly action: string;
  readonly kind: string;
  readonly id: string;
  readonly status: string;
  readonly rev: number;
  constructor(change: Change) {
    super('milieu-saved', travels);
    this.#change = change;
    const root = change.records[0];
    this.action = change.action;
    this.kind = root?.kind ?? '';
    this.id = root?.id ?? '';
    this.status = root?.status ?? '';
    this.rev = root?.rev ?? 0;
  }
  /** The whole change, with its text. */
  get change(): Change {
    return this.#change;
  }
}

/** A change wants to go to the host's backend. Call `waitUntil` before the first `await` of the listener. */
export class MilieuDeliverEvent extends Event {
  readonly #change: Change;
  readonly #signal: AbortSignal;
  readonly #promises: Promise<unknown>[] = [];
  #open = true;
  /** 1 the first time. */
  readonly attempt: number;
  /** A call for help. */
  readonly urgent: boolean;
  constructor(change: Change, info: { attempt: number; urgent: boolean; signal: AbortSignal }) {
    super('milieu-deliver', travels);
    this.#change = change;
    this.#signal = info.signal;
    this.attempt = info.attempt;
    this.urgent = info.urgent;
  }
  get change(): Change {
    return this.#change;
  }
  /** A plain object for `fetch(url, e.request)`: POST, JSON, `Idempotency-Key`, body, and a signal that aborts after 30 s. */
  get request(): DeliverRequest {
    return {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': this.#change.key },
      body: JSON.stringify(this.#change),
      signal: this.#signal,
    };
  }
  /**
   * Takes the change on. A `Response` is read for its status; a promise of anything else means delivered.
   * @throws DOMException `InvalidStateError` after the dispatch
   */
  waitUntil(promise: Promise<unknown>): void {
    if (!this.#open) throw new DOMException('Call waitUntil while the event is dispatched, before any await.', 'InvalidStateError');
    this.#promises.push(Promise.resolve(promise));
  }
  /** Dispatches on `target`; null where nobody called `waitUntil`. */
  static carry(
    target: EventTarget,
    change: Change,
    info: { attempt: number; urgent: boolean; signal: AbortSignal },
  ): readonly Promise<unknown>[] | null {
    const event = new MilieuDeliverEvent(change, info);
    target.dispatchEvent(event);
    event.#open = false;
    return event.#promises.length > 0 ? event.#promises : null;
  }
}

/** The state of the store changed. */
export class MilieuStatusEvent extends Event {
  constructor(readonly status: Status) {
    super('milieu-status', travels);
  }
}

/** Something went wrong that a host may want to know: a code from a fixed list, never a raw message. */
export class MilieuErrorEvent extends Event {
  constructor(
    readonly code: ErrorCode,
    readonly id?: string,
  ) {
    super('milieu-error', travels);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'milieu-saved': MilieuSavedEvent;
    'milieu-deliver': MilieuDeliverEvent;
    'milieu-status': MilieuStatusEvent;
    'milieu-error': MilieuErrorEvent;
  }
}
