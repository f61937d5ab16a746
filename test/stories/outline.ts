import { computeAccessibleDescription, getRole } from 'dom-accessibility-api';
import { nameOf, withoutIsolates } from '../../src/testing/find-elements.js';
import { statesOf } from './states.js';

/** Roles that add nothing: their text belongs to the sentence around them. */
const plain = new Set([
  'generic',
  'presentation',
  'none',
  'strong',
  'emphasis',
  'code',
  'time',
  'mark',
  'subscript',
  'superscript',
  'deletion',
  'insertion',
]);
/** Roles whose content is not announced. */
const closed = new Set(['img', 'graphics-document', 'meter', 'progressbar', 'separator', 'slider', 'textbox', 'searchbox', 'spinbutton']);
const silent = new Set(['STYLE', 'SCRIPT', 'TEMPLATE']);

interface Line {
  readonly depth: number;
  readonly text: string;
}

const calm = (text: string): string => withoutIsolates(text).replace(/\s+/g, ' ').trim();
const quoted = (text: string): string => JSON.stringify(text);

/** The children of the tree that is rendered. */
function childrenOf(node: Element): readonly ChildNode[] {
  if (node.shadowRoot) return [...node.shadowRoot.childNodes];
  if (node instanceof HTMLSlotElement) {
    const given = node.assignedNodes();
    if (given.length) return given as ChildNode[];
  }
  return [...node.childNodes];
}

function hidden(element: Element, { display }: CSSStyleDeclaration): boolean {
  if (silent.has(element.nodeName) || element.getAttribute('aria-hidden') === 'true') return true;
  if (element instanceof HTMLElement && element.inert) return true;
  return display !== 'contents' && !element.checkVisibility();
}

/** The control that a label or a legend names. */
function labelled(element: Element): Element | null {
  if (element instanceof HTMLLabelElement) return element.control;
  return element instanceof HTMLLegendElement && element.parentElement instanceof HTMLFieldSetElement ? element.parentElement : null;
}

const roleOf = (element: Element): string => getRole(element) ?? 'generic';

function describe(element: Element, role: string): string {
  const name = nameOf(element);
  const description = calm(computeAccessibleDescription(element));
  return [role, ...(name ? [quoted(name)] : []), ...statesOf(element, role), ...(description ? [`(${quoted(description)})`] : [])].join(' ');
}

class Outline {
  readonly lines: Line[] = [];
  #text = '';
  /** The name from the label that is being read: it is told with its control and not again. */
  #named = '';

  /** Ends the sentence that was being gathered. */
  flush(depth: number): void {
    const text = calm(this.#text);
    this.#text = '';
    if (text && !this.#named.includes(text)) this.lines.push({ depth, text: `text ${quoted(text)}` });
  }

  visit(node: Node, depth: number): void {
    if (node instanceof Text) this.#text += node.data;
    if (!(node instanceof Element)) return;
    const style = getComputedStyle(node);
    if (hidden(node, style)) return;
    const role = roleOf(node);
    const control = labelled(node);
    if (control) this.#label(node, nameOf(control), depth);
    else if (plain.has(role)) this.#passThrough(node, style, depth);
    else this.#enter(node, role, depth);
  }

  #label(label: Element, name: string, depth: number): void {
    this.flush(depth);
    this.#named = name;
    for (const child of childrenOf(label)) this.visit(child, depth);
    this.flush(depth);
    this.#named = '';
  }

  #passThrough(element: Element, { display }: CSSStyleDeclaration, depth: number): void {
    const block = !/^(inline|contents)/.test(display);
    if (block) this.flush(depth);
    for (const child of childrenOf(element)) this.visit(child, depth);
    if (block) this.flush(depth);
  }

  #enter(element: Element, role: string, depth: number): void {
    this.flush(depth);
    const at = this.lines.push({ depth, text: describe(element, role) });
    if (closed.has(role)) return;
    for (const child of childrenOf(element)) this.visit(child, depth + 1);
    this.flush(depth + 1);
    // A button "Send" need not say "Send" once more.
    const [only, more] = this.lines.slice(at);
    if (only && !more && only.text === `text ${quoted(nameOf(element))}`) this.lines.pop();
  }
}

/**
 * What a screen reader finds under `root`, in order: roles, names, states, descriptions and the text between, through shadow roots.
 * The same in every engine, as it is computed here and not by the engine.
 */
export function outlineOf(root: Element): string {
  const outline = new Outline();
  for (const child of childrenOf(root)) outline.visit(child, 0);
  outline.flush(0);
  return outline.lines.map(({ depth, text }) => `${'  '.repeat(depth)}${text}\n`).join('');
}
