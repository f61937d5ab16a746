import { type ErrorCode, MilieuError } from '../base/errors.js';
import type { StatusStore } from '../base/status.js';
import type { Status } from '../base/types.js';
import type { OpenSession, StoreLocation } from './store-context.js';

/** What the status says of a session: where records lie, what locks them, and why they cannot be reached. */
export class SessionStatus {
  #failed: MilieuError | undefined;

  constructor(readonly board: StatusStore) {}

  /** Why records cannot be reached. */
  get failed(): MilieuError | undefined {
    return this.#failed;
  }

  /** Nothing is read or written any more before the page is loaded anew. */
  get isOver(): boolean {
    return this.#failed?.code === 'newer' || this.#failed?.code === 'removed';
  }

  /** The key of what is stored is damaged, so nothing is written over it. */
  get isDamaged(): boolean {
    return this.#failed?.code === 'damaged-key';
  }

  fail(error: unknown): void {
    this.#failed = error instanceof MilieuError ? error : new MilieuError('unknown');
    this.board.setCode('place', this.#failed.code);
    this.board.set({ store: 'failed', loss: undefined });
  }

  /** Storage can be reached, or is off and replaced by memory. */
  located({ off, storage }: StoreLocation): void {
    this.#failed = undefined;
    this.board.setCode('place', off ? 'storage-off' : storage.isReadOnly ? 'newer-schema' : undefined);
  }

  opened({ storage: { lasting, isReadOnly } }: StoreLocation, { mode }: OpenSession, loss: Status['loss']): void {
    this.board.setCode('key', undefined);
    this.board.set({
      store: !lasting ? 'memory' : isReadOnly ? 'failed' : loss ? 'lost' : 'open',
      loss: isReadOnly ? undefined : loss,
      key: lasting || mode !== 'device' ? mode : 'none',
    });
  }

  locked(key?: Status['key']): void {
    this.board.set({ store: 'locked', loss: undefined, ...(key ? { key } : {}) });
  }

  /** Locked, because the key that was given does not open it; undefined if none was tried to the end. */
  refused(code: ErrorCode | undefined, key: Status['key']): void {
    this.board.setCode('key', code);
    this.locked(key);
  }
}
