import { html, nothing, type TemplateResult } from 'lit';

/** What a scale from 0 to 10 needs; all words come from the caller. */
export interface Scale {
  /** Unique within one view: the name of the radio group. */
  readonly name: string;
  readonly legend: unknown;
  readonly hint?: unknown;
  /** 0 to 10; absent: nothing is chosen. */
  readonly value?: number | undefined;
  /** What 0 means, such as `0, not at all`. */
  readonly low: string;
  /** What 10 means. */
  readonly high: string;
  /** How a number is written in the page's language. */
  readonly digit?: (value: number) => string;
  readonly picked: (value: number) => void;
}

const steps = Array.from({ length: 11 }, (_, step) => step);

/** A question with eleven radios, 0 to 10. Nothing is chosen until a person chooses. Needs `scaleStyles`. */
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
