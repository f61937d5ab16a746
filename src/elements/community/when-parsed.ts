/**
 * Calls `run` as soon as the parser has read all of the element: at once, unless the page is still loading and nothing follows the element yet.
 * A page may arrive in pieces, and a piece may end inside of it.
 */
export function whenParsed(element: Element, run: () => void): void {
  if (document.readyState !== 'loading' || isFollowed(element)) run();
  else document.addEventListener('DOMContentLoaded', run, { once: true });
}

function isFollowed(element: Element): boolean {
  for (let at: Node | null = element; at; at = at.parentNode) if (at.nextSibling) return true;
  return false;
}
