import { leansOn } from '../../model/decide.js';
import { kinds } from '../../model/kinds.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Input } from '../../model/transition.js';
import { rowsOf } from './amend.js';
import type { Ground } from '../ground.js';
import type { Around } from '../law.js';
import { mostInAList, readAll } from './reading.js';

/** A root about to be acted on. `root` is missing where the act makes it. */
export interface Acted {
  readonly id: string;
  readonly kind: string;
  readonly root: MilieuRecord | undefined;
  readonly input: Input;
}

/** Loads what `decide` looks at beside the roots themselves: the answers they have, and the records they lean on. */
export async function aroundOf(ground: Ground, acts: readonly Acted[]): Promise<Around> {
  const answers = new Map<string, MilieuRecord[]>();
  for (const { id, kind, root } of acts) if (root && !answers.has(id)) answers.set(id, await answersTo(ground, id, kind));
  const others = await opened(
    ground,
    acts.flatMap(({ kind, root, input }) => leansOn(kind, root, input)),
  );
  return { policy: ground.policy, answers: (id) => answers.get(id) ?? [], others };
}

/** An act as its change shows it: what the rules of a replay lean on. */
export function actedOf(root: MilieuRecord): Acted {
  return { id: root.id, kind: root.kind, root, input: { data: root.data, moves: root.data } };
}

async function answersTo(ground: Ground, about: string, kind: string): Promise<MilieuRecord[]> {
  const rules = Object.values(kinds[kind]?.transitions ?? {}).flatMap(({ answers }) => answers ?? []);
  const found: MilieuRecord[] = [];
  for (const answer of new Set(rules.map((rule) => rule.kind))) {
    found.push(...(await readAll(ground, { kind: answer, about, limit: mostInAList })).map(({ record }) => record));
  }
  return found;
}

async function opened(ground: Ground, ids: readonly string[]): Promise<Map<string, MilieuRecord>> {
  const rows = ids.length ? await ground.shelf.run(['rows'], 'read', (tx) => rowsOf(tx, ids)) : [];
  const { boxes } = ground.session();
  return new Map(await Promise.all(rows.map(async (row) => [row.id, await boxes.version(row.id, row)] as const)));
}
