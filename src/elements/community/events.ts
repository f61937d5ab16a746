import type { Change } from '../../model/change.js';
import type { As } from '../../model/record.js';
import type { ErrorCode } from '../../records/base/errors.js';
import type { Answer, Status } from '../../records/base/types.js';
import { toJson } from '../../model/json.js';

const travels = { bubbles: true, composed: true };

export const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  (typeof value === 'object' || typeof value === 'function') && value !== null && 'then' in value && typeof value.then === 'function';

/** The options of a `fetch` call. `headers` is a plain object, so that a host can add headers and keep the idempotency key. */
export interface DeliverRequest {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

/**
 * `milieu-saved`: the person saved something in this tab, and the transaction has completed.
 * The text is available only through the getter `change`, so that serialising the event does not leak it.
 */
export class MilieuSavedEvent extends Event {
  readonly #change: Change;
  /** What the person did, such as `send`. */
  readonly action: string;
  /** Kind of the record that it was done to or that it created, such as `feedback`. */
  readonly kind: string;
  /** Id of that record. */
  readonly id: string;
  /** Its revision now: 1 for a new record. */
  readonly rev: number;
  constructor(change: Change) {
    super('milieu-saved', travels);
    this.#change = change;
    const root = change.records[0];
    this.action = change.action;
    this.kind = root?.kind ?? '';
    this.id = root?.id ?? '';
    this.rev = root?.rev ?? 0;
  }
  /** The whole change, including its text. */
  get change(): Change {
    return this.#change;
  }
}

/** `milieu-deliver`: a change is to be sent to the host's backend. Call `waitUntil` before the first `await` of the listener. */
export class MilieuDeliverEvent extends Event {
  readonly #change: Change;
  readonly #signal: AbortSignal;
  readonly #promises: Promise<Answer>[] = [];
  #open = true;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** True for a call for help. */
  readonly urgent: boolean;
  constructor(change: Change, info: { attempt: number; urgent: boolean; signal: AbortSignal }) {
    super('milieu-deliver', travels);
    this.#change = change;
    this.#signal = info.signal;
    this.attempt = info.attempt;
    this.urgent = info.urgent;
  }
  /** The change as your backend is to store it, including its text. */
  get change(): Change {
    return this.#change;
  }
  /** The options for `fetch(url, e.request)`: POST, JSON, `Idempotency-Key`, body, and a signal that aborts after 30 s. */
  get request(): DeliverRequest {
    return {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': this.#change.key },
      body: toJson(this.#change),
      signal: this.#signal,
    };
  }
  /**
   * Takes over the change; the promise resolves with the backend's answer. The change is delivered if the answer is `true`, or a `Response`
   * or response object with a 2xx status whose body is not an HTML page and does not report an error. Any other value, such as a parsed
   * body, is unclear: the change is sent again later, and `milieu-error` has the code `unclear-answer`. If it is called more than once, the
   * worst answer counts.
   * @throws TypeError if the argument is not a promise: `sendBeacon`, for example, returns `true` before anything has arrived
   * @throws DOMException `InvalidStateError` after the event was dispatched
   */
  waitUntil(promise: Promise<Answer>): void {
    if (!isThenable(promise)) throw new TypeError('waitUntil takes a promise that settles when the backend has answered.');
    if (!this.#open) throw new DOMException('Call waitUntil while the event is dispatched, before any await.', 'InvalidStateError');
    this.#promises.push(Promise.resolve(promise));
  }
  /**
   * Dispatches the event on `target`. Returns the promises, or null if nobody called `waitUntil`.
   * @internal
   */
  static carry(
    target: EventTarget,
    change: Change,
    info: { attempt: number; urgent: boolean; signal: AbortSignal },
  ): readonly Promise<Answer>[] | null {
    const event = new MilieuDeliverEvent(change, info);
    target.dispatchEvent(event);
    event.#open = false;
    return event.#promises.length > 0 ? event.#promises : null;
  }
}

/** `milieu-status`: the state of the store changed. */
export class MilieuStatusEvent extends Event {
  /** @param status the state now; the same as `community.status` */
  constructor(readonly status: Status) {
    super('milieu-status', travels);
  }
}

/**
 * `milieu-error`: an error that the host may have to fix. `code` is from a fixed list, never a raw message. Among others: `refused` (the
 * backend rejected a change; `id` of its root), `pull-failed` and `invalid` (once until a pull succeeds), `invalid-record` (the backend
 * sent a record that is not valid; its `id`), `kept-aside` and `aside-full` (records of a kind or version that only a newer version of these
 * widgets knows were kept, or there was no room; `count`, and their `kinds`: sorted, at most 20), `bad-property` (a value of the host does not
 * fit; `property` is its name, as an attribute if it is one, never its value; `row` and `id` say which row of `people`).
 */
export class MilieuErrorEvent extends Event {
  /**
   * @param code what happened
   * @param id of the record or change that it is about, or of the row of a property
   * @param count how many records and changes it is about
   * @param kinds the kinds of these records, sorted, at most 20
   * @param property name of the attribute or property that does not fit
   * @param row index in `people` of the first row that does not fit, from 0; of `help`, in its `people`
   */
  constructor(
    readonly code: ErrorCode,
    readonly id?: string,
    readonly count?: number,
    readonly kinds?: readonly string[],
    readonly property?: string,
    readonly row?: number,
  ) {
    super('milieu-error', travels);
  }
}

/**
 * `milieu-signed-out`: a person has signed out on a community with `after-sign-out="remove"`, and what the backend has of them was removed from
 * this device. What waits to be sent, what they have to settle, and texts that were not saved have stayed. If it could not be removed,
 * `milieu-error` says why instead.
 */
export class MilieuSignedOutEvent extends Event {
  /**
   * @param person id of the person who has signed out
   * @param removed records that were removed
   * @param unsent changes that no backend has, and entries of `troubles()`: they have stayed
   * @param drafts texts that were not saved yet: they have stayed
   */
  constructor(
    readonly person: string,
    readonly removed: number,
    readonly unsent: number,
    readonly drafts: number,
  ) {
    super('milieu-signed-out', travels);
  }
}

/**
 * `milieu-open`: the person wants to see a page of a widget that is not on this page, or not visible. Show the widget, or go to the page of yours
 * that has it. If nobody listens, nothing happens.
 */
export class MilieuOpenEvent extends Event {
  /**
   * @param tag of the widget that has the page, such as `milieu-peer-feedback`
   * @param view name of the page, for its attribute `view`
   * @param about id of the record that the page is to show; undefined if it is about none
   */
  constructor(
    readonly tag: string,
    readonly view: string,
    readonly about?: string,
  ) {
    super('milieu-open', travels);
  }
}

/**
 * `milieu-person`: somebody has chosen who they are, or has left, on a page with `keep="house"` whose host names nobody. It has no name. It does not fire
 * for a `person` of the host.
 */
export class MilieuPersonEvent extends Event {
  /**
   * @param id of the person who is here now; undefined if somebody has left
   * @param as what this person is
   */
  constructor(
    readonly id: string | undefined,
    readonly as: As | undefined,
  ) {
    super('milieu-person', travels);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'milieu-saved': MilieuSavedEvent;
    'milieu-deliver': MilieuDeliverEvent;
    'milieu-status': MilieuStatusEvent;
    'milieu-error': MilieuErrorEvent;
    'milieu-signed-out': MilieuSignedOutEvent;
    'milieu-open': MilieuOpenEvent;
    'milieu-person': MilieuPersonEvent;
  }
}
