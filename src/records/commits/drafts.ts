import { nextTask } from '../base/clock.js';
import { draftId } from '../crypto/row-codec.js';
import type { OpenSession, StoreContext } from '../context/store-context.js';
import { assertCurrentKey, endedKeyRow } from '../crypto/key-storage.js';
import { hex } from '../crypto/webcrypto.js';
import type { DraftRow } from '../storage/db-schema.js';
import type { Drafts, DraftVersions, PreparedDraft, StoredDraft } from '../base/types.js';

/** Runs work with the store's context, and again if the key turned out to be outdated. */
type Run = <T>(work: (context: StoreContext) => Promise<T>) => Promise<T>;

/** A draft as one key seals it. `row` is missing where the draft is to be removed. */
interface SealedDraft {
  readonly session: OpenSession;
  readonly id: string;
  readonly row: DraftRow | undefined;
}

type Content = { readonly value: unknown } | undefined;

/**
 * What a person has typed and not saved: sealed, and given back to that person only. What this page wrote is remembered until
 * it is removed or the store is locked, so that it can be written again after the browser has cleared its storage.
 */
export class DraftStore implements Drafts {
  readonly #run: Run;
  readonly #written = new Map<string, unknown>();
  /** Increases with `forget`: what was begun before is not remembered after it. */
  #turn = 0;
  #last: Promise<unknown> = Promise.resolve();
  readonly #sealing = new Set<Promise<unknown>>();

  constructor(run: Run) {
    this.#run = run;
  }

  async read(name: string): Promise<unknown> {
    return (await this.find(name))?.value;
  }

  find(name: string): Promise<StoredDraft | undefined> {
    return this.#inTurn((context) => findDraft(context, name));
  }

  async write(name: string, value: unknown): Promise<void> {
    await this.#store(name, { value });
  }

  async remove(name: string): Promise<void> {
    await this.#store(name, undefined);
  }

  async prepare(name: string, value: unknown): Promise<PreparedDraft> {
    const content = value === undefined ? undefined : { value };
    const store = (over: DraftVersions | undefined): Promise<boolean> => this.#store(name, content, over, current);
    const turn = this.#turn;
    const remember = (): void => this.#remember(name, content, turn);
    const current = await this.#tracked(this.#run(async (context) => ({ sealed: await seal(context, name, content), storage: context.storage })));
    return {
      get version() {
        return versionOf(current.sealed.row);
      },
      write: store,
      writeNow: () => {
        const { row, id, session } = current.sealed;
        const requested = current.storage.writeNow({ draft: row ?? id, unless: endedKeyRow(session) });
        if (requested) remember();
        return requested;
      },
    };
  }

  /** Runs the act that deletes this draft, after what is being written of it. */
  saved<T>(name: string, act: (context: StoreContext) => Promise<T>): Promise<T> {
    return this.#inTurn(async (context) => {
      const done = await act(context);
      this.#written.delete(name);
      return done;
    });
  }

  /** Storage was cleared: writes again what this page had written. @throws MilieuError why the first of them could not be written */
  restore(): Promise<void> {
    return this.#inTurn(async (context) => {
      for (const [name, value] of this.#written) await writeDraft(context, await seal(context, name, { value }));
    });
  }

  /** Resolves when no draft is being sealed, and each that was is written or refused. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#sealing);
    await nextTask(); // whoever had it sealed asks for the write first
    await this.#last;
  }

  async #tracked<T>(sealing: Promise<T>): Promise<T> {
    this.#sealing.add(sealing);
    try {
      return await sealing;
    } finally {
      this.#sealing.delete(sealing);
    }
  }

  /** Nothing that can be read may stay in memory. */
  forget(): void {
    this.#turn += 1;
    this.#written.clear();
  }

  /** Seals again where the key has changed since. @returns false where another version than one of `over` is stored */
  #store(name: string, content: Content, over?: DraftVersions, current?: { sealed: SealedDraft }): Promise<boolean> {
    return this.#inTurn(async (context) => {
      const turn = this.#turn;
      const before = current?.sealed;
      const sealed = before?.session.gen === context.session().gen ? before : await seal(context, name, content);
      if (current) current.sealed = sealed;
      const written = await writeDraft(context, sealed, over);
      if (written) this.#remember(name, content, turn);
      return written;
    });
  }

  #remember(name: string, content: Content, turn: number): void {
    if (turn !== this.#turn) return;
    if (content) this.#written.set(name, content.value);
    else this.#written.delete(name);
  }

  /** One after another: an older text never replaces a newer one, and a reader gets what was written before. */
  #inTurn<T>(work: (context: StoreContext) => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#run(work));
    this.#last = turn.then(
      () => undefined,
      () => undefined, // the caller hears of it; the next in line only waits
    );
    return turn;
  }
}

/** The draft under `name`, for the person it belongs to. */
async function findDraft(context: StoreContext, name: string): Promise<StoredDraft | undefined> {
  const { codec, cipher } = context.session();
  const { person } = context.actor;
  const id = await draftId(cipher, person, name);
  const row = await context.storage.run(['drafts'], 'read', (tx) => tx.get('drafts', id));
  const draft = row && (await codec.draft(row));
  return draft?.person === person ? { value: draft.value, version: versionOf(row)! } : undefined;
}

async function seal(context: StoreContext, name: string, content: Content): Promise<SealedDraft> {
  const session = context.session();
  const { person } = context.actor;
  const id = await draftId(session.cipher, person, name);
  return { session, id, row: content && (await session.codec.sealDraft({ person, name, value: content.value })) };
}

/** Every box is sealed with a nonce of its own. */
const versionOf = (row: DraftRow | undefined): string | undefined => row && hex(row.iv);

function writeDraft({ storage }: StoreContext, { session, id, row }: SealedDraft, over?: DraftVersions): Promise<boolean> {
  return storage.run(['drafts', 'meta'], over ? 'yielding' : 'write', async (tx) => {
    await assertCurrentKey(tx, session);
    if (over && !over.includes(versionOf(await tx.get('drafts', id)))) return false;
    if (row) await tx.put('drafts', row);
    else await tx.delete('drafts', id);
    return true;
  });
}
