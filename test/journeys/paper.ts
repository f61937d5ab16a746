import type { Tab } from '../testing/tab.js';
import { Visit } from '../testing/visit.js';

/** One print, as it comes out of the printer. */
export interface Sheet {
  /** The text on the paper, one line for each block. */
  readonly text: string;
  /** How many pages it takes. */
  readonly pages: { readonly a4: number; readonly letter: number };
}

const margin = { top: '0.5in', right: '0.5in', bottom: '0.5in', left: '0.5in' };

/** Runs in the page: from now on what a frame would print is stored as HTML in `paper`, and nothing is printed. */
function catchPaper(): void {
  const told = globalThis as typeof globalThis & { paper?: string };
  if ('paper' in told) return;
  told.paper = '';
  const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  const childrenOf = (parent: Node): string => [...parent.childNodes].map((child) => written(child)).join('');
  const written = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return escaped(node.nodeValue ?? '');
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    const { localName, attributes, shadowRoot } = node as Element;
    const own = [...attributes].map(({ name, value }) => ` ${name}="${escaped(value)}"`).join('');
    if (['br', 'hr', 'input'].includes(localName)) return `<${localName}${own}>`;
    const rules = shadowRoot?.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join('\n') ?? '';
    const tree = shadowRoot ? `<template shadowrootmode="open"><style>${rules}</style>${childrenOf(shadowRoot)}</template>` : '';
    return `<${localName}${own}>${tree}${childrenOf(node)}</${localName}>`;
  };
  const watch = (frame: HTMLIFrameElement): void => {
    const paper = frame.contentWindow;
    if (!paper) return;
    paper.print = () => {
      told.paper = `<!doctype html><meta charset="utf-8">${written(paper.document.documentElement)}`;
      paper.dispatchEvent(new Event('afterprint'));
    };
  };
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) if (node instanceof HTMLIFrameElement) watch(node);
  }).observe(document.body, { childList: true });
}

/** A printer for pages of any engine. It is Chromium, which can make a PDF without a dialog. */
export class Printer {
  private constructor(private readonly visit: Visit) {}

  static async start(): Promise<Printer> {
    return new Printer(await Visit.start());
  }

  /**
   * Prints what the page puts into its frame for printing when `press` has pressed its buttons.
   * @param name of a picture of it under test/output/paper
   */
  async print(tab: Tab, name: string, press: () => Promise<unknown>): Promise<Sheet> {
    await tab.page.evaluate('globalThis.__name = (one) => one'); // the bundler of these tests keeps the names of functions
    await tab.page.evaluate(catchPaper);
    await tab.page.evaluate(() => void Object.assign(globalThis, { paper: '' }));
    await press();
    const html = await tab.until(
      () => tab.page.evaluate(() => (globalThis as unknown as { paper: string }).paper),
      async () => `Nothing was printed:\n${await tab.text()}`,
    );
    const sheet = await this.visit.open(`data:text/html;base64,${Buffer.from(html).toString('base64')}`);
    try {
      await sheet.page.emulateMediaType('print');
      await sheet.page.setViewport({ width: 698, height: 1027 }); // A4 without its margins
      await sheet.screenshot(`paper/${name}.png`);
      const pages = async (format: 'a4' | 'letter'): Promise<number> => {
        const pdf = Buffer.from(await sheet.page.pdf({ format, margin })).toString('latin1');
        return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      };
      return { text: await sheet.text(), pages: { a4: await pages('a4'), letter: await pages('letter') } };
    } finally {
      await sheet.page.close();
    }
  }

  end(): Promise<void> {
    return this.visit.close();
  }
}
