/**
 * Focuses an element, and brings it into view once the page is laid out again. `focus()` scrolls by the layout of its own moment: views below
 * it that are not rendered yet move it away, and a scroll that a key has started may end after it.
 */
export function takeFocus(element: HTMLElement | null | undefined): void {
  if (!element) return;
  element.focus();
  requestAnimationFrame(() => setTimeout(() => showIfFocused(element)));
}

function showIfFocused(element: HTMLElement): void {
  if (element.matches(':focus, :focus-within')) element.scrollIntoView({ block: 'nearest' });
}
