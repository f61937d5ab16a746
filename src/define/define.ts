import { version } from './version.js';

/** Versions, and tags of other libraries, that the console has been told of. */
const told = new Set<string>();

/** Marks a class that this project registered with its version, so that a second copy on the page can tell which was first. */
const mark = Symbol.for('milieu-elements.version');
interface Marked {
  [mark]?: string;
}

/**
 * Registers a tag once. A second call of the same version does nothing. A call of another version keeps the first class; the console gets one
 * line for each such version. It never throws, because an error in the middle of a bundle would leave some tags undefined.
 */
export function define(tag: string, element: CustomElementConstructor, registry: CustomElementRegistry = customElements): void {
  const before: (CustomElementConstructor & Marked) | undefined = registry.get(tag);
  if (!before) {
    Object.defineProperty(element, mark, { value: version, configurable: true });
    registry.define(tag, element);
    return;
  }
  const first = before[mark];
  if (first === version || told.has(first ?? tag)) return;
  told.add(first ?? tag);
  // eslint-disable-next-line no-console -- a page with two versions needs to know which one runs.
  console.warn(
    first
      ? `milieu-elements ${first} was registered before ${version}, with <${tag}>; the first stays.`
      : `<${tag}> was registered by another library before milieu-elements ${version}; the first stays.`,
  );
}
