/** The element with the focus, and whether all of it was in view when the page was last drawn. A page has only one focus. */
let kept: { readonly element: Element; isWhole: boolean } | undefined;
let sight: IntersectionObserver | undefined;
let size: ResizeObserver | undefined;
const nearlyAll = 0.99;

/**
 * Keeps the focused element in view while its widget changes its size: what arrives above would push it out of the window, and a person who
 * uses the keyboard would not see where they are. What the person has scrolled away, even a little, stays where it is.
 * @param element has the focus
 * @param widget the outermost view around it
 */
export function keepInView(element: Element, widget: Element): void {
  sight ??= new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio } of entries) if (target === kept?.element) kept.isWhole = intersectionRatio >= nearlyAll;
    },
    { threshold: [0, nearlyAll, 1] },
  );
  size ??= new ResizeObserver(() => {
    if (kept?.isWhole && kept.element.matches(':focus-visible')) kept.element.scrollIntoView({ block: 'nearest' });
  });
  sight.disconnect();
  size.disconnect();
  // Not before the browser has said so: a press does not bring into view what it focuses.
  kept = { element, isWhole: false };
  sight.observe(element);
  size.observe(widget);
}
