const selector = 'div[data-milieu]';
let warned = false;

/**
 * Puts a tag into each `<div data-milieu="coping-card" data-card="c03">`, for editors that remove tags they do not know. The div stays, so a host can
 * style and remove it; what it holds moves into the tag, as content for browsers without the widgets. Divs that come later are found too, and a div whose
 * content is replaced gets its tag again, with the new content.
 *
 * @param names public tags without `milieu-`. Only their known attributes are taken over: editors let `data-onclick` pass.
 */
export function upgradeDivs(names: readonly string[]): void {
  const upgradeIn = (part: ParentNode): void => {
    for (const div of part.querySelectorAll<HTMLElement>(selector)) upgrade(div, names);
  };
  const isDiv = (node: Node): node is HTMLElement => node instanceof HTMLElement && node.matches(selector);
  const upgradeWithin = (added: HTMLElement): void => {
    if (isDiv(added)) upgrade(added, names);
    upgradeIn(added);
  };
  const isTag = ({ nodeName }: Node): boolean => names.includes(nodeName.toLowerCase().replace('milieu-', ''));
  const start = (): void => {
    upgradeIn(document);
    new MutationObserver((changes) => {
      for (const { target, addedNodes, removedNodes } of changes) {
        // The div around comes first, so that no widget inside opens the store of another community.
        if (isDiv(target) && target.hasChildNodes() && [...removedNodes].some(isTag)) upgrade(target, names);
        for (const node of addedNodes) if (node instanceof HTMLElement) upgradeWithin(node);
      }
    }).observe(document, { childList: true, subtree: true });
  };
  // While the page is parsed, a div may still lack some of its content.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}

function upgrade(div: HTMLElement, names: readonly string[]): void {
  const name = div.dataset['milieu'] ?? '';
  if (!names.includes(name)) return warnOfName(names);
  const tag = `milieu-${name}`;
  const known = customElements.get(tag) as { observedAttributes?: readonly string[] } | undefined;
  // Another single file on the page may register the tag later, or may have put it here before.
  if (!known || [...div.children].some(({ localName }) => localName === tag)) return;
  const element = document.createElement(tag);
  for (const { name: data, value } of div.attributes) {
    const attribute = data.replace(/^data-/, '');
    if (attribute !== data && known.observedAttributes?.includes(attribute)) element.setAttribute(attribute, value);
  }
  element.append(...div.childNodes);
  div.append(element);
}

function warnOfName(names: readonly string[]): void {
  if (warned) return;
  warned = true;
  // eslint-disable-next-line no-console -- the author of a page has no other sign that a name is misspelt.
  console.warn(`milieu-elements: a div has a data-milieu that is not known. Known are: ${names.join(', ')}.`);
}
