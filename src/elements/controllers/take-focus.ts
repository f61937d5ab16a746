/**
 * Focuses an element, and brings it into view once the page is laid out again. `focus()` scrolls by the layout of its own moment: views below
 * it that are not rendered yet move it away, and a scroll that a key has started may end after it.
 */
export function takeFocus(element: HTMLElement | null | undefined): void {
  if (!element) return;
  element.focus();
  const taken = element.matches(':focus, :focus-within') ? focused() : null;
  requestAnimationFrame(() => setTimeout(() => taken && taken === focused() && taken.scrollIntoView({ block: 'nearest' })));
}

/** The element that has the focus itself. The view around it may be higher than the window, so that is not what has to be seen. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
