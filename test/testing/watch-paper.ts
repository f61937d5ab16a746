import { allByRole, findByRole, until } from '../../src/testing/by-role.js';
import { withoutIsolates } from '../../src/testing/find-elements.js';

/** What would come out of the printer. */
export interface Paper {
  readonly document: Document;
  readonly words: string;
  readonly size: string;
}

/** All text of a tree of another window, shadow trees too. */
const wordsOf = (node: Node): string => {
  const tree = (node as Partial<Element>).shadowRoot;
  const own = node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : ((node as Partial<HTMLInputElement>).value ?? '');
  return [own, ...(tree ? [wordsOf(tree)] : []), ...[...node.childNodes].map(wordsOf)].join(' ');
};

/** Catches each frame before it prints. */
export function watchPaper(): { readonly sheets: readonly Paper[]; stop(): void } {
  const sheets: Paper[] = [];
  const watch = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof HTMLIFrameElement) || !node.contentWindow) continue;
      const { document } = node.contentWindow;
      node.contentWindow.print = (): void => {
        sheets.push({ document, words: withoutIsolates(wordsOf(document.body)).replace(/\s+/g, ' '), size: document.documentElement.style.fontSize });
        node.contentWindow?.dispatchEvent(new Event('afterprint'));
      };
    }
  });
  watch.observe(document.body, { childList: true });
  return { sheets, stop: () => watch.disconnect() };
}

/** Prints what a widget shows, by the buttons at its foot. */
export async function printed(widget: Element, choice = 'Print'): Promise<Paper> {
  const paper = watchPaper();
  try {
    (await findByRole(widget, 'button', 'Print')).click();
    await findByRole(widget, 'heading', 'Print this page');
    const choices = await until(() => allByRole(widget, 'button', choice).filter(({ id }) => id !== 'open-print'));
    choices[0]?.click();
    return await until(() => paper.sheets[0]);
  } finally {
    paper.stop();
  }
}
