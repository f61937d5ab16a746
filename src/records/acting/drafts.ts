import { draftId } from '../sealing/boxes.js';
import type { Ground } from '../ground.js';
import { guard } from '../sealing/keys.js';
import type { Drafts } from '../types.js';

/** What a person has written and not saved: sealed, and given back to that person only. */
export class KeptDrafts implements Drafts {
  readonly #ground: () => Promise<Ground>;
  constructor(ground: () => Promise<Ground>) {
    this.#ground = ground;
  }

  async read(name: string): Promise<unknown> {
    const ground = await this.#ground();
    const { boxes, vault } = ground.session();
    const { person } = ground.actor;
    const id = await draftId(vault, person, name);
    const row = await ground.shelf.run(['drafts'], 'read', (tx) => tx.get('drafts', id));
    const draft = row && (await boxes.draft(row));
    return draft?.person === person ? draft.value : undefined;
  }

  async write(name: string, value: unknown): Promise<void> {
    const ground = await this.#ground();
    const session = ground.session();
    const row = await session.boxes.sealDraft({ person: ground.actor.person, name, value });
    await ground.shelf.run(['drafts', 'meta'], 'write', async (tx) => {
      await guard(tx, session, ground.clock);
      await tx.put('drafts', row);
    });
  }

  async remove(name: string): Promise<void> {
    const ground = await this.#ground();
    const session = ground.session();
    const id = await draftId(session.vault, ground.actor.person, name);
    await ground.shelf.run(['drafts', 'meta'], 'write', async (tx) => {
      await guard(tx, session, ground.clock);
      await tx.delete('drafts', id);
    });
  }
}
