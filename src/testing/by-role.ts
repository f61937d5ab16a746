import { allByRole, allByText, type Name, outline, type Root, textOf, type Wanted } from './find-elements.js';

export { allByRole, allByText, nameOf, outline, reachable, textOf } from './find-elements.js';

/** The real clock of the page, also while a test uses another. */
const { setTimeout: later } = globalThis;
const frame = (): Promise<void> => new Promise((resolve) => later(resolve, 20));
const now = performance.now.bind(performance);

/** The value without null, undefined and false. */
type There<T> = Exclude<NonNullable<T>, false>;

/** Waits until `check` returns something, and returns it. An error of `check` counts as nothing until the time is over. */
export async function until<T>(check: () => T | Promise<T>, { within = 10_000, what = 'what was waited for' } = {}): Promise<There<T>> {
  const end = now() + within;
  for (let reason: unknown; ; await frame()) {
    try {
      const found = await check();
      if (found !== undefined && found !== null && found !== false) return found as There<T>;
    } catch (error) {
      reason = error;
    }
    if (now() > end) throw reason instanceof Error ? reason : new Error(`${what} did not come within ${within} ms`);
  }
}

const said = (wanted: Wanted | Name): string =>
  typeof wanted === 'string' ? `"${wanted}"` : wanted instanceof RegExp ? String(wanted) : JSON.stringify({ ...wanted, name: String(wanted.name) });

function only(found: HTMLElement[], what: string, root: Root): HTMLElement {
  const [first, ...others] = found;
  if (!first) throw new Error(`No ${what}. There is:\n${outline(root)}`);
  if (others.length) throw new Error(`${found.length} of ${what}, not one. There is:\n${outline(root)}`);
  return first;
}

/** The one element of a role and name under `root`, also in shadow roots. @throws Error that lists what there is instead */
export const byRole = (root: Root, role: string, wanted: Wanted | Name = {}): HTMLElement =>
  only(allByRole(root, role, wanted), `${role} ${said(wanted)}`, root);

/** The first element of a role and name, or undefined. */
export const queryByRole = (root: Root, role: string, wanted: Wanted | Name = {}): HTMLElement | undefined => allByRole(root, role, wanted)[0];

/** Waits until `find` gives one element. The list of what there is instead is made once, when the time is over, because it is slow. */
const findOnly = (find: () => HTMLElement[], get: () => HTMLElement): Promise<HTMLElement> =>
  until(() => {
    const [first, ...others] = find();
    return others.length ? undefined : first;
  }).catch(get);

/** Waits for the one element of a role and name. */
export const findByRole = (root: Root, role: string, wanted: Wanted | Name = {}): Promise<HTMLElement> =>
  findOnly(
    () => allByRole(root, role, wanted),
    () => byRole(root, role, wanted),
  );

/** Waits for the first of several elements of a role and name. */
export const findFirst = (root: Root, role: string, wanted: Wanted | Name = {}): Promise<HTMLElement> =>
  until(() => queryByRole(root, role, wanted)).catch(() => byRole(root, role, wanted));

/** The one innermost element with this rendered text. */
export const byText = (root: Root, text: Name): HTMLElement => only(allByText(root, text), `text ${said(text)}`, root);
export const queryByText = (root: Root, text: Name): HTMLElement | undefined => allByText(root, text)[0];
export const findByText = (root: Root, text: Name): Promise<HTMLElement> =>
  findOnly(
    () => allByText(root, text),
    () => byText(root, text),
  );

/** Waits until the rendered text of `root` holds `text`. */
export const findInText = (root: Root, text: Name): Promise<true> =>
  until(() => {
    const all = textOf(root).replace(/\s+/g, ' ');
    if (typeof text === 'string' ? all.includes(text) : text.test(all)) return true as const;
    throw new Error(`"${String(text)}" is not in: ${all}`);
  });

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Sets the value of a field as a person would: focus, value, `input`, `change`. */
export function fill(field: HTMLElement, value: string): void {
  field.focus();
  (field as Field).value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
