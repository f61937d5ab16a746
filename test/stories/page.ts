import { audit, ofLooks } from './audit.js';
import { outlineOf } from './outline.js';

/** What a story looks like on: the globals of the toolbar that put no story on anew. */
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

/** Names of elements, shadow roots included, that nothing registered. */
function undefinedTags(within: ParentNode = root(), names = new Set<string>()): readonly string[] {
  for (const element of within.querySelectorAll('*')) {
    if (element.localName.includes('-') && !customElements.get(element.localName)) names.add(element.localName);
    if (element.shadowRoot) undefinedTags(element.shadowRoot, names);
  }
  return [...names];
}

/** Puts another theme or direction on the page, as the toolbar does, and lets it be drawn. The preview listens. */
async function dress(detail: Dress): Promise<void> {
  if (dispatchEvent(new CustomEvent('milieu-dress', { detail, cancelable: true }))) throw new Error('The preview does not listen to milieu-dress');
  await frame();
}

/**
 * The outline once it is `wanted`; else that which stood still for `calm` ms, or the last one after `patience` ms.
 * Content comes when a store is open, which is after Storybook calls a story finished.
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

/** Width of a sample, by family: the same figures come from the same fonts. */
function measureFonts(families: readonly string[]): Readonly<Record<string, number>> {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) throw new Error('This browser draws no text on a canvas');
  const width = (family: string): number => {
    pen.font = `40px ${family}`;
    return Math.round(pen.measureText('Milieu: 0123456789 — “Thank you”, Åse; quick brown fox ✓ مرحبا').width * 100) / 100;
  };
  return Object.fromEntries(families.map((family) => [family, width(family)]));
}

const forPictures = new CSSStyleSheet();

/** Readies the page for its pictures: one font that is the same wherever it is installed, and no cursor that blinks. */
function pose(family: string): void {
  forPictures.replaceSync(`:root, body { font-family: ${family} !important; caret-color: transparent !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((sheet) => sheet !== forPictures), forPictures];
}

function unpose(): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== forPictures);
}

/** How much of the page the story takes, in CSS pixels. */
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
  measureFonts,
  pose,
  unpose,
  size,
};
declare global {
  var storyPage: unknown;
}
globalThis.storyPage = storyPage;
