import type { Records, Transport } from '../../records/base/types.js';

/** The host has set another transport: sends waiting changes and pulls through it. */
export function reroute({ records: open, transport }: { readonly records: Records | undefined; readonly transport: Transport | undefined }): void {
  const records: Partial<Records> | undefined = open;
  records?.wake?.();
  if (transport?.pull) records?.pull?.().catch(() => undefined); // the store reports a failed pull itself
}
