/** The browser's locks, which end with the tab that holds them. Undefined where it has none: on plain `http:`, or if they are forbidden. */
const locks = (): LockManager | undefined => (typeof navigator === 'undefined' ? undefined : navigator.locks);

/** Holds a lock of this name until the returned function is called, or the tab ends. Without locks nothing is held. */
export async function holdLock(name: string): Promise<() => void> {
  let release = (): void => undefined;
  const end = new Promise<void>((resolve) => (release = resolve));
  await new Promise<void>((held) => {
    const asked = locks()?.request(name, () => (held(), end)) ?? Promise.reject(new DOMException('', 'NotSupportedError'));
    asked.catch(() => held()); // as if there were none
  });
  return release;
}

/** Names of the locks that any tab holds; undefined if the browser does not tell. */
export async function heldLocks(): Promise<ReadonlySet<string> | undefined> {
  try {
    const { held = [] } = (await locks()?.query()) ?? {};
    return locks() && new Set(held.flatMap(({ name }) => (name === undefined ? [] : [name])));
  } catch {
    return undefined; // forbidden in this frame
  }
}
