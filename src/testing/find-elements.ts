import { computeAccessibleName, getRole } from 'dom-accessibility-api';

/** What an element must have besides its role. */
export interface Wanted {
  /** Accessible name: exactly this text, or a pattern that it matches. */
  readonly name?: string | RegExp;
  /** Also finds hidden elements: not rendered, `aria-hidden`, `inert`. */
  readonly hidden?: boolean;
  /** Level of a heading. */
  readonly level?: number;
}
export type Name = string | RegExp;
export type Root = Document | ShadowRoot | Element;

/** Marks that isolate names are seen and heard by nobody; a test of them reads the text itself. */
export const withoutIsolates = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

const calm = (text: string): string => withoutIsolates(text).replace(/\s+/g, ' ').trim();
const fits = (text: string, wanted: Name): boolean => (typeof wanted === 'string' ? text === calm(wanted) : wanted.test(text));

/** All elements under `root`, in tree order, also in open shadow roots. */
export function* elementsOf(root: Root): Generator<HTMLElement> {
  if (root instanceof Element && root.shadowRoot) yield* elementsOf(root.shadowRoot);
  for (const child of root.children) {
    if (child instanceof HTMLElement) yield child;
    yield* elementsOf(child);
  }
}

/** The parent in the tree that is rendered. */
const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

/** Whether the element is rendered. For an element without a box (a slot) its parent decides. */
function rendered(element: Element): boolean {
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  const parent = parentOf(element);
  return getComputedStyle(element).display === 'contents' && parent !== null && rendered(parent);
}

/** Whether a person can find the element, by sight or by screen reader. */
export function reachable(element: Element): boolean {
  if (!rendered(element)) return false;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (at.getAttribute('aria-hidden') === 'true' || (at instanceof HTMLElement && at.inert)) return false;
  }
  return true;
}

export const nameOf = (element: Element): string => calm(computeAccessibleName(element));

function levelOf(element: Element): number {
  return Number(element.getAttribute('aria-level') ?? /^h([1-6])$/.exec(element.localName)?.[1] ?? 0);
}

/** All elements of a role; `wanted` may be just the name. */
export function allByRole(root: Root, role: string, wanted: Wanted | Name = {}): HTMLElement[] {
  const { name, hidden, level } = typeof wanted === 'string' || wanted instanceof RegExp ? { name: wanted } : wanted;
  return [...elementsOf(root)].filter(
    (element) =>
      getRole(element) === role &&
      (hidden || reachable(element)) &&
      (level === undefined || levelOf(element) === level) &&
      (name === undefined || fits(nameOf(element), name)),
  );
}

/** The rendered text of `root`, with slotted content in its place, and one line for each block. */
export function textOf(root: Root): string {
  if (root instanceof HTMLSlotElement && root.assignedNodes().length) return root.assignedNodes({ flatten: true }).map(textOfNode).join('');
  const inside = root instanceof Element && root.shadowRoot ? root.shadowRoot : root;
  return [...inside.childNodes].map(textOfNode).join('');
}

const unseen = new Set(['STYLE', 'SCRIPT', 'TEMPLATE']);

function textOfNode(node: Node): string {
  if (node instanceof Text) return withoutIsolates(node.data);
  if (!(node instanceof Element) || unseen.has(node.nodeName) || !rendered(node)) return '';
  const text = textOf(node);
  return /^(inline|contents)/.test(getComputedStyle(node).display) ? text : `\n${text}\n`;
}

/** The innermost elements whose own rendered text equals or matches `text`. */
export function allByText(root: Root, text: Name): HTMLElement[] {
  const found = [...elementsOf(root)].filter((element) => !unseen.has(element.nodeName) && reachable(element) && fits(calm(textOf(element)), text));
  return found.filter((element) => !found.some((other) => other !== element && holds(element, other)));
}

function holds(outer: Element, inner: Element): boolean {
  for (let at = parentOf(inner); at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

/** All roles and names that can be found: a failed search shows them. */
export function outline(root: Root): string {
  const lines = [...elementsOf(root)].flatMap((element) => {
    const role = getRole(element);
    return role && role !== 'presentation' && role !== 'generic' && reachable(element) ? [`  ${role} "${nameOf(element)}"`] : [];
  });
  return lines.length ? lines.join('\n') : '  nothing';
}
