import { computeAccessibleDescription, getRole } from 'dom-accessibility-api';
import { nameOf, withoutIsolates } from '../../src/testing/find-elements.js';

/** The element that has the focus, through shadow roots. */
export function focused(): HTMLElement | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement && at !== document.body ? at : undefined;
}

/** The parent in the tree that is rendered. */
export const above = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

export function holds(outer: Element, inner: Element | null): boolean {
  for (let at = inner; at; at = above(at)) if (at === outer) return true;
  return false;
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const days = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const clock = String.raw`\d{1,2}:\d\d(?:\s?[AP]M)?`;
const day = `(?:(?:${days}, )?(?:${months}) \\d{1,2}|${days}|today|yesterday)`;
const when = new RegExp(`\\b(?:${day}(?:[,.]? (?:at )?${clock})?|${clock})`, 'gi');

/** Replaces dates and times, so that the words are the same on any day. */
const timeless = (words: string): string => words.replace(when, '(when)').replace(/\s+/g, ' ');

export const roleOf = (element: Element): string =>
  element.localName === 'summary' ? 'disclosure' : (getRole(element) ?? (element instanceof HTMLInputElement ? element.type : element.localName));

/** The name, or for what can have none the words in it. */
export const wordsOf = (element: Element): string => nameOf(element) || withoutIsolates(element.textContent).replace(/\s+/g, ' ').trim();

/** Role and name as for a screen reader; for a button also its description. */
export function stopOf(element: Element): string {
  const role = roleOf(element);
  const more = role === 'button' ? withoutIsolates(computeAccessibleDescription(element)).trim() : '';
  return timeless(`${role} "${wordsOf(element)}"${more ? ` (${more})` : ''}`);
}

const ringed = (element: Element | null, mark?: '::after'): boolean => {
  if (!element) return false;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element, mark);
  return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/^(transparent|rgba\(.*, 0\))$/.test(outlineColor);
};

/** Whether a focus ring is drawn at the element, or at the label or mark that represents it. */
export const hasRing = (element: Element): boolean => {
  const label = element.closest('label');
  return ringed(element) || ringed(element, '::after') || ringed(label) || ringed(label && element.nextElementSibling);
};

function elementAt(x: number, y: number): Element | null {
  let at = document.elementFromPoint(x, y);
  for (let inside = at?.shadowRoot?.elementFromPoint(x, y); inside && inside !== at; inside = at?.shadowRoot?.elementFromPoint(x, y)) at = inside;
  return at;
}

/** Whether the visible middle of the element is not covered by another element. */
export function isUncovered(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const [x0, x1, y0, y1] = [Math.max(left, 0), Math.min(right, innerWidth), Math.max(top, 0), Math.min(bottom, innerHeight)];
  if (x1 - x0 < 1 || y1 - y0 < 1) return false;
  const hit = elementAt((x0 + x1) / 2, (y0 + y1) / 2);
  const label = element.closest('label');
  return holds(element, hit) || (label !== null && holds(label, hit));
}
