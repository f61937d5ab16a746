import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

type CssVariables = Readonly<Record<`--${string}`, string | number>>;

class CssVariablesDirective extends Directive {
  #held: readonly string[] = [];

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('vars() stands on an element: <div ${vars({ "--_n": 3 })}>');
  }

  render(_values: CssVariables): unknown {
    return noChange;
  }

  override update(part: ElementPart, [values]: [CssVariables]): unknown {
    const { style } = part.element as HTMLElement | SVGElement;
    for (const name of this.#held) if (!(name in values)) style.removeProperty(name);
    for (const [name, value] of Object.entries(values)) style.setProperty(name, String(value));
    this.#held = Object.keys(values);
    return noChange;
  }
}

/** Sets CSS custom properties on an element without a `style` attribute, which a strict content security policy blocks. */
export const cssVariables = directive(CssVariablesDirective);
