import { leansOn } from '../../model/decide.js';
import { kinds } from '../../model/kinds/tables.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Input } from '../../model/transition.js';
import { rowsOf } from './optimistic-transaction.js';
import type { StoreContext } from '../context/store-context.js';
import type { DecisionContext } from '../sync-rules/index.js';
import { maxListLength, readUnfiltered } from './read-records.js';

/** A root about to be acted on. `root` is missing where the act makes it. */
export interface ActOnRoot {
  readonly id: string;
  readonly kind: string;
  readonly root: MilieuRecord | undefined;
  readonly input: Input;
}

/** Loads what `decide` looks at beside the roots themselves: the answers they have, and the records they lean on. */
export async function loadDecisionContext(context: StoreContext, acts: readonly ActOnRoot[]): Promise<DecisionContext> {
  const answers = new Map<string, MilieuRecord[]>();
  for (const { id, kind, root } of acts) if (root && !answers.has(id)) answers.set(id, await answersTo(context, id, kind));
  const others = await opened(
    context,
    acts.flatMap(({ kind, root, input }) => leansOn(kind, root, input)),
  );
  return { policy: context.policy, answers: (id) => answers.get(id) ?? [], others };
}

/** An act as its change shows it: what the rules of a replay lean on. */
export function actOfRoot(root: MilieuRecord): ActOnRoot {
  return { id: root.id, kind: root.kind, root, input: { data: root.data, moves: root.data } };
}

async function answersTo(context: StoreContext, about: string, kind: string): Promise<MilieuRecord[]> {
  const rules = Object.values(kinds[kind]?.transitions ?? {}).flatMap(({ answers }) => answers ?? []);
  const found: MilieuRecord[] = [];
  for (const answer of new Set(rules.map((rule) => rule.kind))) {
    found.push(...(await readUnfiltered(context, { kind: answer, about, limit: maxListLength })).map(({ record }) => record));
  }
  return found;
}

async function opened(context: StoreContext, ids: readonly string[]): Promise<Map<string, MilieuRecord>> {
  const rows = ids.length ? await context.storage.run(['rows'], 'read', (tx) => rowsOf(tx, ids)) : [];
  const { codec } = context.session();
  return new Map(await Promise.all(rows.map(async (row) => [row.id, await codec.version(row.id, row)] as const)));
}
