import type { View } from './view.js';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** `lockAfter` is `lock-after`. */
const attributeName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function attributes(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && !isOnlyProperty(value))
    .map(([name, value]) => ` ${attributeName(name)}="${escaped(typeof value === 'string' ? value : JSON.stringify(value))}"`)
    .join('');
}

/** Functions have no place in markup. */
const isOnlyProperty = (value: unknown): boolean =>
  typeof value === 'function' || (typeof value === 'object' && value !== null && Object.values(value).some((inner) => typeof inner === 'function'));

/** The view as a server writes it: objects are JSON in attributes. */
export const markupOf = ({ community, tag, widget, fallback }: View): string =>
  `<milieu-community${attributes(community)}><${tag}${attributes(widget)}>${escaped(fallback)}</${tag}></milieu-community>`;

/** What markup cannot say, and a script of the page adds. Returns what takes the listeners away. */
export function addScript(root: HTMLElement, { community, listeners }: View): () => void {
  const element = root.querySelector('milieu-community');
  const left = Object.entries(community).filter(([, value]) => isOnlyProperty(value));
  if (element) Object.assign(element, Object.fromEntries(left));
  const added = Object.entries(listeners);
  for (const [name, listener] of added) root.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of added) root.removeEventListener(name, listener);
  };
}
