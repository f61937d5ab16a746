import { audit, ofLooks } from './audit.js';
import { outlineOf } from './outline.js';

/** The globals of the toolbar that do not render the story again. */
export interface Dress {
  readonly theme: string;
  readonly dir: string;
}

const root = (): Element => {
  const found = document.querySelector('#storybook-root');
  if (!found) throw new Error('Storybook shows no story');
  return found;
};

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Names of elements that are not registered, also in shadow roots. */
function undefinedNow(within: ParentNode = root(), names = new Set<string>()): readonly string[] {
  for (const element of within.querySelectorAll('*')) {
    if (element.localName.includes('-') && !customElements.get(element.localName)) names.add(element.localName);
    if (element.shadowRoot) undefinedNow(element.shadowRoot, names);
  }
  return [...names];
}

/** The names that are still not registered after `patience` ms: views are loaded when they are opened. */
async function undefinedTags(patience = 20_000): Promise<readonly string[]> {
  const start = performance.now();
  while (undefinedNow().length > 0 && performance.now() - start < patience) await frame();
  return undefinedNow();
}

/** Sets another theme or direction, as the toolbar does, and waits for the rendering. The preview listens. */
async function dress(detail: Dress): Promise<void> {
  if (dispatchEvent(new CustomEvent('milieu-dress', { detail, cancelable: true }))) throw new Error('The preview does not listen to milieu-dress');
  await frame();
}

/**
 * The outline when it equals `wanted`; otherwise the one that did not change for `calm` ms, or the last one after `patience` ms.
 * Content is shown when the store is open, which is after Storybook calls a story finished.
 */
async function outline(wanted: string | undefined, { calm = wanted === undefined ? 400 : 2500, patience = 20_000 } = {}): Promise<string> {
  const start = performance.now();
  let [text, since] = [outlineOf(root()), start];
  while (text !== wanted && performance.now() - since < calm && performance.now() - start < patience) {
    await frame();
    const next = outlineOf(root());
    if (next !== text) [text, since] = [next, performance.now()];
  }
  return text;
}

/** Loads every font of the Storybook before text is measured or pictures are taken. @throws if one cannot be loaded */
async function loadFonts(): Promise<void> {
  if (document.fonts.size === 0) throw new Error('The Storybook brings no font along');
  await Promise.all([...document.fonts].map((font) => font.load()));
  await document.fonts.ready;
}

const forPictures = new CSSStyleSheet();

/** Prepares the page for pictures: no blinking cursor. */
function pose(): void {
  forPictures.replaceSync(':root, body { caret-color: transparent !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((sheet) => sheet !== forPictures), forPictures];
}

function unpose(): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== forPictures);
}

/** The area of the story, in CSS pixels. */
function size(): { width: number; height: number } {
  const { documentElement: page, body } = document;
  const below = parseFloat(getComputedStyle(body).paddingBlockEnd) || 0;
  return { width: page.clientWidth, height: Math.ceil(root().getBoundingClientRect().bottom + scrollY + below) };
}

const storyPage = {
  undefinedTags,
  dress,
  outline,
  outlineNow: () => outlineOf(root()),
  audit: (looksOnly: boolean) => audit(root(), looksOnly ? ofLooks : undefined),
  loadFonts,
  pose,
  unpose,
  size,
};
declare global {
  var storyPage: unknown;
}
globalThis.storyPage = storyPage;
