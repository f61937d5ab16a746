import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import { elementsOf, nameOf, reachable, textOf, withoutIsolates } from '../../src/testing/find-elements.js';
import { stopOf } from './focus.js';

/** The distance of two edges that a person does not see, in CSS pixels. */
const hair = 1;

const named = (element: Element): string => {
  const role = getRole(element);
  return `${element.localName}${element.className ? `.${[...element.classList].join('.')}` : ''}${role ? ` ${stopOf(element)}` : ''}`;
};

/** Text only for screen readers; it is not visible. */
const isUnseen = (element: Element): boolean => element.closest('.vh') !== null;
const seen = (root: Element): HTMLElement[] => [...elementsOf(root)].filter((element) => reachable(element) && !isUnseen(element));

/** Elements that are wider than the widget or make it scroll horizontally. */
export function sideways(widget: Element): string[] {
  const host = widget.getBoundingClientRect();
  const out = seen(widget).filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (left < host.left - hair || right > host.right + hair);
  });
  const page = document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
  const self = widget.scrollWidth > widget.clientWidth + hair ? [`the widget is ${widget.scrollWidth} wide`] : [];
  return [...page, ...self, ...out.map(named)];
}

const cuts = (element: Element): boolean => /hidden|clip/.test(getComputedStyle(element).overflow);
const isSpread = (element: Element): boolean => getComputedStyle(element, '::after').position === 'absolute';
const isBox = (element: Element): boolean => /^(button|label|summary)$/.test(element.localName) && !isSpread(element);

/** Elements that are cut off or do not fit into the box drawn around them. */
export function clipped(widget: Element): string[] {
  return [widget, ...seen(widget)]
    .filter((element) => cuts(element) || isBox(element))
    .filter((element) => getComputedStyle(element).display !== 'inline' && element.localName !== 'input')
    .filter(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => scrollHeight > clientHeight + hair || scrollWidth > clientWidth + hair)
    .map(named);
}

const controls = 'a[href], button, input, select, textarea, summary';
export const controlsOf = (widget: Element): HTMLElement[] =>
  [...elementsOf(widget)].filter((element) => element.matches(controls) && reachable(element));

/** The target of a control in a label is the whole label; the target of a control that covers its card is the whole card. */
function target(control: HTMLElement): DOMRect {
  return ((isSpread(control) ? control.offsetParent : control.closest('label')) ?? control).getBoundingClientRect();
}

/** Targets that are smaller than `wide` and `high` CSS pixels. */
export function small(widget: Element, wide: number, high: number, except = ''): string[] {
  return controlsOf(widget)
    .filter((control) => !except || !control.matches(except))
    .filter((control) => target(control).width < wide - 0.1 || target(control).height < high - 0.1)
    .map((control) => `${named(control)}: ${target(control).width.toFixed(1)} x ${target(control).height.toFixed(1)}`);
}

const plain = (words: string): string => words.replace(/\s+/g, ' ').trim().toLocaleLowerCase('en');

/** Controls without a name, and controls whose visible words are not in their name. */
export function misnamed(widget: Element): string[] {
  return controlsOf(widget)
    .filter((control) => {
      const name = plain(withoutIsolates(computeAccessibleName(control)));
      const labels = 'labels' in control ? [...(control.labels as NodeListOf<HTMLLabelElement>)] : [];
      const words = control.matches('button, a, summary') ? [textOf(control)] : labels.map((label) => textOf(label));
      return name === '' || !words.every((one) => name.includes(plain(one)));
    })
    .map((control) => `${named(control)}: "${nameOf(control)}"`);
}

const references = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'];

/** References to elements outside the same root, positive tabindex values, and one-letter shortcuts. */
export function astray(widget: Element): string[] {
  return [...elementsOf(widget)].flatMap((element) => {
    const root = element.getRootNode() as ShadowRoot | Document;
    const lost = references
      .flatMap((name) => (element.getAttribute(name) ?? '').split(/\s+/).filter(Boolean))
      .filter((id) => !root.getElementById(id))
      .map((id) => `${named(element)} names ${id}, which is not there`);
    const twice = element.id && root.querySelectorAll(`#${CSS.escape(element.id)}`).length > 1 ? [`${element.id} is there twice`] : [];
    const placed = element.tabIndex > 0 ? [`${named(element)} has tabindex ${element.tabIndex}`] : [];
    const key = element.hasAttribute('accesskey') || element.hasAttribute('aria-keyshortcuts') ? [`${named(element)} has a key of its own`] : [];
    return [...lost, ...twice, ...placed, ...key];
  });
}

/** Pairs of controls on one line whose order in the page differs from their order on the screen. */
export function disordered(widget: Element, dir: 'ltr' | 'rtl'): string[] {
  const all = controlsOf(widget).map((control) => ({ control, box: target(control) }));
  return all.flatMap(({ control, box }, at) => {
    const next = all[at + 1];
    if (!next || Math.abs(next.box.top - box.top) > 4 || next.box.left === box.left) return [];
    const before = dir === 'ltr' ? box.left < next.box.left : box.left > next.box.left;
    return before ? [] : [`${named(control)} and ${named(next.control)}`];
  });
}
