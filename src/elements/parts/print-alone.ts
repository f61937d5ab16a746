/** How a page of a widget is printed. */
export interface PrintOptions {
  /** Letters half as large again. */
  readonly large?: boolean;
  /** Without what was typed or chosen: a form to fill in by hand. */
  readonly blank?: boolean;
  /** A line below it that says of what time it is. */
  readonly asOf?: string;
}

/** The copy that is printed now, or was last. */
let last: HTMLIFrameElement | undefined;

/**
 * Prints a widget alone, without the page around it: a copy of what it shows goes into a frame of its own, which is removed after printing. The
 * frame has no title, so that no name or place comes into the head of the paper or the name of a file.
 */
export async function printAlone(widget: HTMLElement, options: PrintOptions = {}): Promise<void> {
  last?.remove();
  const frame = hiddenFrame();
  last = frame;
  document.body.append(frame);
  const paper = frame.contentWindow;
  if (!paper) {
    frame.remove();
    window.print(); // the page around is better than nothing
    return;
  }
  setUp(paper.document, widget, options);
  paper.document.body.append(copyOf(widget, paper as Realm, options), ...footOf(paper.document, options));
  paper.addEventListener('afterprint', () => frame.remove(), { once: true });
  await new Promise(requestAnimationFrame);
  paper.print();
}

/** The classes of another window, whose style sheets its documents can use. */
type Realm = Window & Pick<typeof globalThis, 'CSSStyleSheet'>;

/** A frame of the width of a sheet of paper, out of sight. */
function hiddenFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  Object.assign(frame.style, {
    position: 'fixed',
    insetBlockStart: '0',
    insetInlineStart: '-100rem',
    inlineSize: '45rem',
    blockSize: '60rem',
    border: '0',
  });
  return frame;
}

function setUp({ documentElement, body }: Document, widget: HTMLElement, { large }: PrintOptions): void {
  const style = getComputedStyle(widget);
  documentElement.lang = widget.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang;
  documentElement.dir = style.direction;
  documentElement.style.fontSize = large ? '150%' : '100%';
  Object.assign(body.style, { margin: '0', fontFamily: style.fontFamily });
}

/** A list on paper does not change any more, so it says of what time it is. A blank form is the same at any time. */
function footOf(paper: Document, { asOf, blank }: PrintOptions): readonly HTMLElement[] {
  if (!asOf || blank) return [];
  const foot = paper.createElement('p');
  foot.textContent = asOf;
  Object.assign(foot.style, { margin: '0', paddingInline: '0.9rem', fontSize: '0.875em' }); // in line with the text of a sheet on paper
  return [foot];
}

/** A copy of an element with its shadow tree and its styles, as it looks now. It does nothing: its tag is not registered in the frame. */
function copyOf(source: Element, paper: Realm, options: PrintOptions): Element {
  const copy = paper.document.importNode(source, false);
  copyChildren(source, copy, paper, options);
  if (source instanceof HTMLElement) setLooks(copy as HTMLElement, source, options);
  const tree = source.shadowRoot;
  if (!tree) return copy;
  const root = copy.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = tree.adoptedStyleSheets.map((sheet) => sheetIn(paper, sheet));
  copyChildren(tree, root, paper, options);
  return copy;
}

function copyChildren(from: ParentNode & Node, to: Node, paper: Realm, options: PrintOptions): void {
  for (const child of from.childNodes) {
    if (child instanceof Element) to.appendChild(copyOf(child, paper, options));
    else if (child instanceof Text) to.appendChild(paper.document.importNode(child));
  }
}

/** What the attributes of an element do not say. A group that is closed on the screen is open on paper. */
function setLooks(copy: HTMLElement, source: HTMLElement, { blank }: PrintOptions): void {
  copy.removeAttribute('style'); // a strict policy refuses the attribute, and not the property
  copy.style.cssText = source.style.cssText;
  if (source instanceof HTMLDetailsElement) (copy as HTMLDetailsElement).open = true;
  if (source instanceof HTMLOptionElement) (copy as HTMLOptionElement).defaultSelected = !blank && source.selected;
  if (blank) empty(copy, source);
}

/** A copy has what was typed and chosen. */
function empty(copy: HTMLElement, source: HTMLElement): void {
  const isChoice = source instanceof HTMLInputElement && (source.type === 'radio' || source.type === 'checkbox');
  if (isChoice) (copy as HTMLInputElement).checked = false;
  else if (source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement) (copy as HTMLTextAreaElement).value = '';
}

function sheetIn({ CSSStyleSheet: Sheet }: Realm, sheet: CSSStyleSheet): CSSStyleSheet {
  const copy = new Sheet();
  copy.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join('\n'));
  return copy;
}

/** Whether a widget shows a field to write in, so that a blank form can be printed. */
export const hasForm = (root: Element | ShadowRoot): boolean =>
  [...root.querySelectorAll('*')].some(
    (one) => (one.matches('textarea, input') && one.checkVisibility()) || (one.shadowRoot && hasForm(one.shadowRoot)),
  ) ||
  (root instanceof Element && root.shadowRoot !== null && hasForm(root.shadowRoot));
