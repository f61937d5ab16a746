import { version } from './version.js';

const versions = new Map<string, string>();

/** What a class that was registered by this project carries, so that a second copy on the page knows which came first. */
const mark = Symbol.for('milieu-elements.version');
interface Marked {
  [mark]?: string;
}

/**
 * Registers a tag once. The same version again does nothing; another version leaves the first in place and says so once
 * in the console. It never throws: a throw in the middle of a bundle would leave half of the tags undefined.
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
  // eslint-disable-next-line no-console -- the only word this project says there: a page with two versions needs to know which one runs.
  console.warn(`<${tag}> was registered by ${first} before ${version}; the first stays.`);
}
