import { longestRetry } from '../storage/backoff.js';

/** What tabs tell each other: ids, never a word anybody wrote. */
export type TabMessage =
  | { readonly say: 'changed'; readonly ids: readonly string[] }
  /** All that the backend had at `at` (ms since 1970) for the person behind the blind tag `who` is on the disk. */
  | { readonly say: 'checked'; readonly who: string; readonly at: number }
  /** Something waits that this tab cannot send. */
  | { readonly say: 'turn' }
  /** The backend asked to wait for so many ms. */
  | { readonly say: 'wait'; readonly ms: number }
  /** The root is another one now. */
  | { readonly say: 'key' }
  /** Nothing is kept here any more. */
  | { readonly say: 'removed' }
  /** The store was locked: every tab drops the key and what can be read. */
  | { readonly say: 'lock' };

export interface TabChannel {
  post(message: TabMessage): void;
  close(): void;
}

/** A channel to the other tabs of this database; where the browser has none, nobody is told, and each tab looks by itself. */
export function openTabChannel(name: string, hear: (message: TabMessage) => void): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  let open = true;
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = parseMessage(data);
    if (message && open) hear(message);
  };
  return {
    post: (message) => {
      if (open) channel.postMessage(message);
    },
    close: () => {
      open = false;
      channel.close();
    },
  };
}

/** Other scripts of this origin may post here: what is not one of ours is dropped. */
function parseMessage(data: unknown): TabMessage | undefined {
  if (typeof data !== 'object' || data === null || !('say' in data)) return undefined;
  if (data.say === 'turn' || data.say === 'key' || data.say === 'removed' || data.say === 'lock') return { say: data.say };
  if (data.say === 'checked') {
    const { who, at } = data as { who?: unknown; at?: unknown };
    return typeof who === 'string' && typeof at === 'number' && Number.isFinite(at) ? { say: 'checked', who, at } : undefined;
  }
  if (data.say === 'wait') {
    const { ms } = data as { ms?: unknown };
    return typeof ms === 'number' && ms > 0 ? { say: 'wait', ms: Math.min(ms, longestRetry) } : undefined;
  }
  const ids: unknown = data.say === 'changed' && 'ids' in data ? data.ids : undefined;
  return Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? { say: 'changed', ids: ids } : undefined;
}
