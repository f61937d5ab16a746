/** Which tabs of this database are alive. A tab is alive while it holds the lock of its name. */
export interface TabLocks {
  /** Resolves when this tab is known to others. Before that nothing may be claimed: it would be taken for gone. */
  readonly ready: Promise<void>;
  /** Ids of the tabs that are alive; undefined where the browser cannot tell. Ask only after reading the leases. */
  alive(): Promise<ReadonlySet<string> | undefined>;
  /** Runs `gone` when that tab has closed. Returns the way to stop waiting. */
  whenGone(tab: string, gone: () => void): () => void;
  /**
   * Holds the lock of a waiting change while this tab sends it. Where the browser has no locks, it is always granted.
   * @param byForce takes it from a tab whose lease is over: that tab may be frozen, and would hold it for ever
   * @returns the way to let go; undefined: another tab holds it
   */
  holdChange(key: string, byForce: boolean): Promise<(() => void) | undefined>;
  close(): void;
}

export const noTabLocks: TabLocks = {
  ready: Promise.resolve(),
  alive: async () => undefined,
  whenGone: () => () => undefined,
  holdChange: async () => () => undefined,
  close: () => undefined,
};

/** Without locks (plain `http:`, blocked storage) a closed tab is noticed when its lease ends. */
export function openTabLocks(database: string, tab: string): TabLocks {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
  return locks ? withLocks(locks, `${database}:`, tab) : noTabLocks;
}

function withLocks(locks: LockManager, prefix: string, tab: string): TabLocks {
  let broken = false;
  let release = (): void => undefined;
  const ready = new Promise<void>((resolve) => {
    const held = locks.request(prefix + tab, () => {
      resolve();
      return new Promise<void>((end) => {
        release = end;
      });
    });
    held.catch(() => {
      broken = true; // forbidden in this frame: as if there were none
      resolve();
    });
  });
  return {
    ready,
    alive: async () => {
      if (broken) return undefined;
      const { held = [] } = await locks.query();
      return new Set(held.flatMap(({ name, mode }) => (mode === 'exclusive' && name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
    },
    whenGone: (other, gone) => {
      const waiting = new AbortController();
      if (!broken) void locks.request(prefix + other, { signal: waiting.signal, mode: 'shared' }, gone).catch(() => undefined); // stopped waiting
      return () => waiting.abort();
    },
    holdChange: (key, byForce) =>
      new Promise((resolve) => {
        if (broken) return resolve(() => undefined);
        const held = locks.request(`${prefix}change:${key}`, byForce ? { steal: true } : { ifAvailable: true }, (lock) =>
          lock ? new Promise<void>((end) => resolve(end)) : resolve(undefined),
        );
        held.catch(() => resolve(() => undefined)); // taken by force meanwhile: there is nothing to let go of
      }),
    close: () => void ready.then(() => release()),
  };
}
