import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { Backend } from '../../examples/portal/backend.js';
import { memoryJournal } from '../../examples/portal/journal.js';
import { decide } from '../../src/model/decide.js';
import type { Change } from '../../src/model/change.js';
import type { Actor, MilieuRecord } from '../../src/model/record.js';
import { Refused } from '../../src/model/refusals.js';
import type { Input } from '../../src/model/transition.js';

export const sam: Actor = { person: 'p-01', as: 'resident' };
export const ana: Actor = { person: 'p-02', as: 'resident' };
export const priya: Actor = { person: 's-01', as: 'staff' };
export const tom: Actor = { person: 's-02', as: 'staff' };
export const community = 'north-house';

/** A change as a device makes it: by the table, from the record that the device has. */
export function change(
  actor: Actor,
  action: string,
  root: MilieuRecord | { readonly kind: string },
  input: Input = {},
  leaned: readonly MilieuRecord[] = [],
): Change {
  const stands = 'id' in root ? root : undefined;
  const id = stands?.id ?? uuidv7();
  const at = new Date().toISOString();
  const decided = decide(action, {
    kind: root.kind,
    id,
    community,
    root: stands,
    input,
    actor,
    now: at,
    others: new Map(leaned.map((one) => [one.id, one])),
  });
  assert.ok(!(decided instanceof Refused), decided instanceof Refused ? `${action}: ${decided.code}` : '');
  return { key: uuidv7(), action, by: actor.person, as: actor.as, at, community, records: decided.records };
}

export const rootOf = ({ records: [root] }: Change): MilieuRecord => {
  assert.ok(root);
  return root;
};

export const affirm = (from: Actor, to: Actor, saw = 'You sat with Kit.'): Change =>
  change(from, 'send', { kind: 'feedback' }, { to: [to.person], data: { mode: 'affirm', saw } });

/** What a reminder to somebody says. */
export const reminderOf = (to: string, saw: string): Input => ({
  to: [to],
  data: { mode: 'remind', saw, next: 'Shall we do them together?', strength: 'You are quick.' },
});

export const remind = (from: Actor, to: Actor, saw = 'The pans stood in the sink.'): Change =>
  change(from, 'send', { kind: 'feedback' }, reminderOf(to.person, saw));

/** What staff say with `release`, `return` or `withhold`. */
export const says = (note: string): Input => ({ answers: [{ id: uuidv7(), kind: 'feedback-review', data: { note } }] });

export const emptyBackend = (): Backend => new Backend(memoryJournal(), { community });

/** A folder that is deleted when the test ends. */
export function folder(t: { after(run: () => void): void }): string {
  const path = mkdtempSync(join(tmpdir(), 'portal-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
