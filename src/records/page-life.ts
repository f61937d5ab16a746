/** When the page comes back: to the front, to the network, or out of the browser's cache of pages. Returns the way to stop. */
export function whenBack(run: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined;
  const visible = (): void => {
    if (isVisible()) run();
  };
  window.addEventListener('online', run);
  window.addEventListener('pageshow', run);
  document.addEventListener('visibilitychange', visible);
  return () => {
    window.removeEventListener('online', run);
    window.removeEventListener('pageshow', run);
    document.removeEventListener('visibilitychange', visible);
  };
}

export const isVisible = (): boolean => typeof document === 'undefined' || document.visibilityState === 'visible';
