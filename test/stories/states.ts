/** A state as it is written in the outline: `[checked]`, `[value "5"]`. */
type Told = string | false | undefined | null;

const isInput = (element: Element): element is HTMLInputElement => element instanceof HTMLInputElement;
const field = (element: Element): element is HTMLInputElement | HTMLTextAreaElement => isInput(element) || element instanceof HTMLTextAreaElement;
const flag = (element: Element, name: string): Told => element.getAttribute(`aria-${name}`) === 'true' && `[${name}]`;

function checked(element: Element): Told {
  const said = element.getAttribute('aria-checked');
  if (said === 'mixed' || (isInput(element) && element.indeterminate)) return '[checked=mixed]';
  if (said !== null) return said === 'true' && '[checked]';
  return isInput(element) && ['checkbox', 'radio'].includes(element.type) && element.checked && '[checked]';
}

function expanded(element: Element): Told {
  if (element.localName === 'summary')
    return `[expanded=${String(element.parentElement instanceof HTMLDetailsElement && element.parentElement.open)}]`;
  const said = element.getAttribute('aria-expanded');
  return said !== null && `[expanded=${said}]`;
}

function pressed(element: Element): Told {
  const said = element.getAttribute('aria-pressed');
  return said !== null && `[pressed=${said}]`;
}

function current(element: Element): Told {
  const said = element.getAttribute('aria-current');
  return said && said !== 'false' && `[current=${said}]`;
}

const selected = (element: Element): Told => flag(element, 'selected') || (element instanceof HTMLOptionElement && element.selected && '[selected]');

const disabled = (element: Element): Told => (element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true') && '[disabled]';

function invalid(element: Element): Told {
  const said = element.getAttribute('aria-invalid');
  return said && said !== 'false' && '[invalid]';
}

const required = (element: Element): Told =>
  ((field(element) && element.required) || element.getAttribute('aria-required') === 'true') && '[required]';

const readOnly = (element: Element): Told => field(element) && element.hasAttribute('readonly') && '[readonly]';

function level(element: Element): Told {
  const said = element.getAttribute('aria-level') ?? /^h([1-6])$/.exec(element.localName)?.[1];
  return said && `[level=${said}]`;
}

const wordless = new Set(['checkbox', 'radio', 'button', 'submit', 'reset']);

function value(element: Element): Told {
  const said = element.getAttribute('aria-valuetext') ?? element.getAttribute('aria-valuenow');
  if (said !== null) return `[value ${JSON.stringify(said)}]`;
  if (element instanceof HTMLProgressElement || element instanceof HTMLMeterElement) return `[value "${element.value}"]`;
  return field(element) && !wordless.has(element.type) && element.value !== '' && `[value ${JSON.stringify(element.value)}]`;
}

/** Whether the element has the focus, through shadow roots. */
function focused(element: Element): Told {
  const root = element.getRootNode();
  return (root instanceof ShadowRoot || root instanceof Document) && root.activeElement === element && !element.shadowRoot && '[focused]';
}

/** The states of an element that a screen reader announces, in a fixed order. */
export function statesOf(element: Element, role: string): readonly string[] {
  const told: readonly Told[] = [
    role === 'heading' && level(element),
    checked(element),
    expanded(element),
    pressed(element),
    current(element),
    selected(element),
    value(element),
    required(element),
    readOnly(element),
    invalid(element),
    disabled(element),
    focused(element),
  ];
  return told.filter((state): state is string => typeof state === 'string' && state !== '');
}
