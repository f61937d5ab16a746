import type { MilieuCommunity } from '../../src/elements/community/index.js';

/** Properties that a host gives as JSON in an attribute. `people` and `help` have a slot for it. */
const attributes = ['content', 'cards', 'circles', 'policy'] as const;
const slots = ['people', 'help'] as const;
/** Set by the stories: nothing is stored on the disk of whoever looks at them, and the toolbar sets the density. */
const ofStories = new Set(['keep=page', 'density=comfortable']);
/** A list of people is as long as the house. These are enough to see its form. */
const fewPeople = 3;
const lineRoom = 76;

const inAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const inText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const isFilled = (value: unknown): value is object => typeof value === 'object' && value !== null && Object.keys(value).length > 0;
const isWidget = ({ localName }: Element): boolean => localName.startsWith('milieu-');

function written({ name, value }: Attr): string {
  return value ? `${name}="${inAttribute(value)}"` : name;
}

function openTag(element: Element): string {
  const given = [...element.attributes].filter(({ name, value }) => !ofStories.has(`${name}=${value}`)).map(written);
  const objects = isWidget(element)
    ? attributes.flatMap((name) => {
        const value: unknown = Reflect.get(element, name);
        return isFilled(value) && !element.hasAttribute(name) ? [`${name}='${json(value).replaceAll('&', '&amp;').replaceAll("'", '&#39;')}'`] : [];
      })
    : [];
  return `<${[element.localName, ...given, ...objects].join(' ')}>`;
}

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

/** JSON in lines that need no sideways scroll: what fits into one stays in one. */
function jsonLines(value: unknown): readonly string[] {
  const flat = json(value).replace(/("(?:[^"\\]|\\.)*")(:?)|,|[{}]/g, spaced);
  if (flat.length <= lineRoom || typeof value !== 'object' || value === null) return [flat];
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(([name, one]) => {
    const [first = '', ...rest] = jsonLines(one);
    return isList ? [first, ...rest] : [`${json(name)}: ${first}`, ...rest];
  });
  const body = parts.flatMap((lines, at) => (at < parts.length - 1 ? [...lines.slice(0, -1), `${lines.at(-1) ?? ''},`] : lines));
  return [isList ? '[' : '{', ...indented(body), isList ? ']' : '}'];
}

/** A blank after commas, after the names of fields and inside braces, but not in texts. */
function spaced(mark: string, text: string | undefined, colon: string | undefined): string {
  if (text !== undefined) return colon ? `${text}: ` : text;
  return mark === ',' ? ', ' : mark === '{' ? '{ ' : ' }';
}

function slotLines(name: string, value: object): readonly string[] {
  const shown: object = Array.isArray(value) ? value.slice(0, fewPeople) : value;
  const more = Array.isArray(value) ? value.length - fewPeople : 0;
  return [
    ...(more > 0 ? [`<!-- ${more} more people of this story are left out here. -->`] : []),
    `<script type="application/json" slot="${name}">`,
    ...indented(jsonLines(shown)),
    '</script>',
  ];
}

const given = (community: MilieuCommunity): readonly string[] =>
  slots.flatMap((name) => (isFilled(community[name]) && !community.querySelector(`:scope > [slot=${name}]`) ? slotLines(name, community[name]) : []));

/** Text, and tags inside of a line of text. */
function flat(node: Node): string {
  if (node instanceof Text) return inText(node.data.replace(/\s+/g, ' '));
  if (!(node instanceof Element)) return '';
  const tag = openTag(node);
  return node.matches('img, br, hr, input, link, meta') ? tag : `${tag}${[...node.childNodes].map(flat).join('')}</${node.localName}>`;
}

function linesOf(element: Element): readonly string[] {
  const tag = openTag(element);
  const end = `</${element.localName}>`;
  const inside = element.localName === 'milieu-community' ? given(element as MilieuCommunity) : [];
  const hasWords = [...element.childNodes].some((node) => node instanceof Text && node.data.trim());
  if (!inside.length && (hasWords || !element.childElementCount)) return [flat(element).replace(/> | <(?=\/)/g, (space) => space.trim())];
  return [tag, ...indented([...inside, ...[...element.children].flatMap(linesOf)]), end];
}

/**
 * What a host writes into a page to get what a story shows: tags, attributes, and JSON for objects. What the host's own page has around the
 * widgets is left out, and so is what the story does for itself.
 */
export function markupOf(root: ParentNode): string {
  const widgets = [...root.querySelectorAll('*')].filter((element) => isWidget(element) && !element.parentElement?.closest('milieu-community'));
  return widgets.flatMap(linesOf).join('\n');
}

const watched = new WeakMap<Element, MutationObserver>();

/** Tells the markup of a story now and whenever it changes: communities are there only when their stores are open. */
export function watchMarkup(root: Element, tell: (markup: string) => void): void {
  let last = '';
  const look = (): void => {
    const markup = markupOf(root);
    if (markup && markup !== last) tell((last = markup));
  };
  watched.get(root)?.disconnect();
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true, attributes: true });
  watched.set(root, observer);
  look();
}
