/** What tabs tell each other: ids, never a word anybody wrote. */
export type Message =
  | { readonly say: 'changed'; readonly ids: readonly string[] }
  /** Something waits that this tab cannot send. */
  | { readonly say: 'turn' }
  /** The root is another one now. */
  | { readonly say: 'key' }
  /** Nothing is kept here any more. */
  | { readonly say: 'removed' };

export interface Channel {
  post(message: Message): void;
  close(): void;
}

/** A channel to the other tabs of this database; where the browser has none, nobody is told, and each tab looks by itself. */
export function openChannel(name: string, hear: (message: Message) => void): Channel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  let open = true;
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = read(data);
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
function read(data: unknown): Message | undefined {
  if (typeof data !== 'object' || data === null || !('say' in data)) return undefined;
  if (data.say === 'turn' || data.say === 'key' || data.say === 'removed') return { say: data.say };
  const ids: unknown = data.say === 'changed' && 'ids' in data ? data.ids : undefined;
  return Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? { say: 'changed', ids: ids } : undefined;
}
