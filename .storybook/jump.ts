/** How long a heading that was jumped to is held at the top. Stories above it load and grow in this time. */
const patience = 15_000;
const ended = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
let stop: () => void = () => undefined;

const toTop = (heading: Element): void => {
  const { top } = heading.getBoundingClientRect();
  const room = parseFloat(getComputedStyle(heading).scrollMarginBlockStart) || 0;
  if (Math.abs(top - room) >= 1) scrollTo({ top: scrollY + top - room, behavior: 'instant' });
};

/** Brings a heading to the top and keeps it there while the page grows, until the reader scrolls or presses something. */
export function jumpTo(heading: Element): void {
  stop();
  const hold = (): void => toTop(heading);
  const grows = new ResizeObserver(hold);
  const timer = setTimeout(() => stop(), patience);
  stop = (): void => {
    grows.disconnect();
    clearTimeout(timer);
    for (const name of ended) removeEventListener(name, stop, true);
  };
  hold();
  for (const part of document.querySelectorAll('body, .sbdocs-content > *, docs-stage')) grows.observe(part);
  for (const name of ended) addEventListener(name, stop, { capture: true, passive: true });
}

// The list “On this page” scrolls by itself, smoothly, to where the heading was before the stories above it grew.
addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.toc-link') : null;
    const heading = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!heading) return;
    event.preventDefault();
    event.stopPropagation();
    jumpTo(heading);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  },
  true,
);
