import { version } from './version.js';

const versions = new Map<string, string>();

/** Marks a class that this project registered with its version, so that a second copy on the page can tell which was first. */
const mark = Symbol.for('milieu-elements.version');
interface Marked {
  [mark]?: string;
}

/**
 * Registers a tag once. A second call of the same version does nothing. A call of another version keeps the first class and warns once
 * in the console. It never throws, because an error in the middle of a bundle would leave some tags undefined.
 */
export function define(tag: string, element: CustomElementConstructor, registry: CustomElementRegistry = customElements): void {
  const before: (CustomElementConstructor & Marked) | undefined = registry.get(tag);
  if (!before) {
    Object.defineProperty(element, mark, { value: version, configurable: true });
    registry.define(tag, element);
    return;
  }
  const first = before[mark] ?? 'another library';
  if (first === version || versions.has(tag)) return;
  versions.set(tag, first);
  // eslint-disable-next-line no-console -- a page with two versions needs to know which one runs.
  console.warn(`<${tag}> was registered by ${first} before ${version}; the first stays.`);
}
