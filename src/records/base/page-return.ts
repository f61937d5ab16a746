/** Calls `run` when the page becomes visible, goes online, or is restored from the back/forward cache. Returns a function that stops it. */
export function onPageReturn(run: () => void): () => void {
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
