/** Calls `run` when the browser goes online or offline. Returns a function that stops it. */
export function watchNetwork(run: () => void): () => void {
  for (const name of ['online', 'offline']) globalThis.addEventListener(name, run);
  return () => {
    for (const name of ['online', 'offline']) globalThis.removeEventListener(name, run);
  };
}
