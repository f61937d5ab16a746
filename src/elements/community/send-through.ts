import type { Change } from '../../model/change.js';
import type { Answer, CarryInfo, Records, Transport } from '../../records/base/types.js';
import { isThenable } from './events.js';

/** The answer of `send`. A `send` that returns no promise has not waited for the backend, so its result does not count. */
export async function sentBy(transport: Transport, change: Change, info: CarryInfo): Promise<Answer> {
  const answer: unknown = transport.send?.(change, info);
  return (isThenable(answer) ? await answer : undefined) as Answer;
}

/** The host has set another transport: sends waiting changes and pulls through it. */
export function reroute({ records: open, transport }: { readonly records: Records | undefined; readonly transport: Transport | undefined }): void {
  const records: Partial<Records> | undefined = open;
  records?.wake?.();
  if (transport?.pull) records?.pull?.().catch(() => undefined); // the store reports a failed pull itself
}
