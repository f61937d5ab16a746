import { html, nothing, type TemplateResult } from 'lit';

/** The parameters of a scale from 0 to 10. The caller provides all strings. */
export interface Scale {
  /** The name of the radio group, unique in its view. */
  readonly name: string;
  readonly legend: unknown;
  readonly hint?: unknown;
  /** 0 to 10; undefined if nothing is chosen. */
  readonly value?: number | undefined;
  /** The meaning of 0, such as `0, not at all`. */
  readonly low: string;
  /** The meaning of 10. */
  readonly high: string;
  /** Formats a number in the page's language. */
  readonly digit?: (value: number) => string;
  readonly picked: (value: number) => void;
}

const steps = Array.from({ length: 11 }, (_, step) => step);

/** A question with eleven radio buttons, 0 to 10. Nothing is chosen until the person chooses. Needs `scaleStyles`. */
export const scale = ({ name, legend, hint, value, low, high, digit = String, picked }: Scale): TemplateResult => html`
  <fieldset class="q" aria-describedby="${name}-ends">
    <legend class="ask">${legend}</legend>
    ${hint ? html`<p class="hint">${hint}</p>` : nothing}
    <div class="scale-room">
      <div class="scale">
        ${steps.map(
          (step) => html`
            <label>
              <input type="radio" name=${name} value=${step} .checked=${step === value} @change=${(): void => picked(step)} />
              <span>${digit(step)}</span>
            </label>
          `,
        )}
      </div>
      <p class="scale-ends" id="${name}-ends"><span>${low}</span> <span>${high}</span></p>
    </div>
  </fieldset>
`;
