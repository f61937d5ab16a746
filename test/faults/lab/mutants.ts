// Products that are broken on purpose. The lab must notice each: a lab that cannot fail proves nothing.
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../../scripts/entries.mjs';

export interface Mutant {
  readonly name: string;
  /** What is wrong with it. */
  readonly what: string;
  /** A file of src, a place in it, and what stands there instead. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The scenarios that must notice it. */
  readonly noticedBy: readonly string[];
  /** What they must say: a product that does not start at all proves nothing. */
  readonly fault: string;
}

export const mutants: readonly Mutant[] = [
  {
    name: 'relaxed',
    what: 'A save does not wait until the browser has flushed it to the disk',
    file: 'records/storage/indexeddb-adapter.ts',
    from: "mode === 'strict' ? 'strict' : 'relaxed'",
    to: "mode === 'strict' ? 'relaxed' : 'relaxed'",
    noticedBy: ['power-cuts'],
    fault: 'was saved as',
  },
  {
    name: 'early-ack',
    what: 'A save is called done when its requests have succeeded, before its transaction has completed',
    file: 'records/storage/indexeddb-adapter.ts',
    from: '  await done;\n  return result;',
    to: '  return result;',
    noticedBy: ['slow-disk'],
    fault: 'was saved as',
  },
  {
    name: 'unsealed-drafts',
    what: 'What is typed is not sealed ahead, so that nothing can be put when the page goes',
    file: 'elements/controllers/draft-keeper.ts',
    from: 'void this.#sealer.run(() => this.#editToSeal()).then(() => this.#writeIfClosed());',
    to: '',
    noticedBy: ['typing-left'],
    fault: 'are gone',
  },
  {
    name: 'no-compare',
    what: 'An act is stored although the record has moved since the screen was drawn',
    file: 'records/sync-rules/plan-act.ts',
    from: "if ((row?.current.rev ?? 0) !== (target.rev ?? 0)) return new MilieuError('moved');",
    to: '',
    noticedBy: ['races-leveldb'],
    fault: "went over another tab's",
  },
  {
    name: 'clear-key',
    what: 'The root key lies on the disk in clear beside the wrapped one',
    file: 'records/crypto/key-storage.ts',
    from: "return { ...row, mode: 'host', wrapped:",
    to: "return { ...row, mode: 'host', raw: root, wrapped:",
    noticedBy: ['wrong-keys'],
    fault: 'another key opened it',
  },
  {
    name: 'delete-first',
    what: 'A waiting change is deleted when its sending begins',
    file: 'records/storage/outbox-rows.ts',
    from: "await tx.put('outbox', taken);",
    to: "await tx.delete('outbox', row.seq);",
    noticedBy: ['kills-leveldb'],
    fault: 'no drained',
  },
  {
    name: 'talking-event',
    what: 'An event carries the text of the record in a field that can be serialised',
    file: 'elements/community/events.ts',
    from: '    this.rev = root?.rev ?? 0;\n  }\n  /** The whole change',
    to: '    this.rev = root?.rev ?? 0;\n    Object.assign(this, { detail: change });\n  }\n  /** The whole change',
    noticedBy: ['leaks'],
    fault: 'can be read in event',
  },
  {
    name: 'nobody-unchecked',
    what: 'Staff are told that nobody waits although nothing was checked',
    file: 'elements/parts/list-freshness.ts',
    from: "is: pulls === false && !community.transport?.pull ? 'alone' : 'never'",
    to: "is: 'alone'",
    noticedBy: ['staff-list'],
    fault: 'staff read that nobody waits',
  },
];

/** Builds the product with one place changed. Returns its folder under the project root. */
export async function buildMutant({ name, file, from, to }: Mutant): Promise<string> {
  const folder = `test/output/mutants/${name}`;
  let isChanged = false;
  const change = {
    name: 'mutant',
    enforce: 'pre' as const,
    transform(code: string, id: string): string | undefined {
      if (id !== join(root, 'src', file)) return undefined;
      if (!code.includes(from)) throw new Error(`${file} does not hold what ${name} changes`);
      isChanged = true;
      return code.replace(from, () => to);
    },
  };
  for (const mode of ['cdn', 'cdn-records']) await build({ root, mode, logLevel: 'error', plugins: [change], build: { outDir: folder } });
  if (!isChanged) throw new Error(`${file} is not part of the product`);
  return folder;
}
