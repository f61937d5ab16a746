import { css } from 'lit';

/** Form fields (`.q`): a label or legend, an optional `.hint`, an optional `.err`, the control. `.bad` on the `.q` marks a problem. */
export const fieldStyles = css`
  form,
  .stack {
    display: grid;
    gap: var(--_s5);
    grid-template-columns: minmax(0, 1fr);
  }
  .stack.close {
    gap: var(--_s3);
  }
  .q {
    display: grid;
    gap: var(--_s2);
    grid-template-columns: minmax(0, 1fr);
  }
  .q > :is(label, legend, .lab) {
    font-weight: var(--_strong);
  }
  fieldset.q {
    gap: 0;
  }
  fieldset.q > :is(legend, .hint) {
    margin-block-end: var(--_s2);
  }
  .ask {
    font-size: var(--_large);
  }
  .hint {
    color: var(--_ink-quiet);
    font-weight: var(--_regular);
  }
  .q > label + .hint,
  fieldset.q > legend + .hint {
    margin-block-start: calc(var(--_s1) * -1);
  }
  :is(input:not([type='radio'], [type='checkbox']), select, textarea) {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_tap);
    margin: 0;
    padding-block: var(--_s2);
    padding-inline: var(--_s3) var(--_arrow, var(--_s3));
    border: var(--_edge);
    border-radius: var(--_r);
    font: inherit;
    color: inherit;
    background-color: var(--_well);
  }
  :is(input, textarea)::placeholder {
    color: var(--_ink-quiet);
    opacity: 1;
  }
  :is(input, select, textarea):disabled {
    border-style: dashed;
    color: var(--_ink-quiet);
    background-color: var(--_sunken);
  }
  textarea {
    min-block-size: 5.25em;
    resize: vertical;
    field-sizing: content;
  }
  textarea[rows='1'] {
    min-block-size: var(--_tap);
  }
  @container (min-width: 30rem) {
    .narrow {
      max-inline-size: 16em;
    }
  }
  select {
    --_arrow: 2.75em;
    appearance: none;
    text-overflow: ellipsis;
    background-image: linear-gradient(45deg, transparent 50%, currentColor 50%), linear-gradient(-45deg, transparent 50%, currentColor 50%);
    background-size: 0.4em 0.4em;
    background-position:
      right 1.3em center,
      right 0.95em center;
    background-repeat: no-repeat;
  }
  select:dir(rtl) {
    background-position:
      left 0.95em center,
      left 1.3em center;
  }
  .err {
    display: flex;
    gap: var(--_s2);
    color: var(--_care-ink);
    font-weight: var(--_strong);
  }
  .bad :is(textarea, input:not([type='radio'], [type='checkbox']), select),
  :is(textarea, input, select)[aria-invalid='true'] {
    border: 2px solid var(--_care-ink);
  }
  /* on a dark page the focus ring and the border of a problem have similar colours */
  :is(.problems, [aria-invalid='true']):focus-visible {
    outline-offset: 4px;
  }
  input[type='number'] {
    appearance: textfield;
  }
  input[type='number']::-webkit-inner-spin-button {
    appearance: none;
  }
  .problems {
    display: grid;
    gap: var(--_s2);
    padding: var(--_s4);
    border: 2px solid var(--_care-ink);
    border-radius: var(--_r);
    background: var(--_care);
  }
  .problems h3 {
    display: flex;
    gap: var(--_s2);
    align-items: center;
    color: var(--_care-ink);
  }
  .problems :is(a, .link) {
    display: inline-flex;
    align-items: center;
    min-block-size: 2rem;
    color: var(--_ink);
    text-align: start;
  }
  @media (forced-colors: active) {
    select {
      --_arrow: var(--_s2);
      appearance: auto;
    }
  }
  @media print {
    :is(input:not([type='radio'], [type='checkbox']), select, textarea) {
      border: 0;
      border-block-end: 1px solid black;
      border-radius: 0;
      background: none;
    }
    :is(textarea, textarea[rows]) {
      min-block-size: 4.5em;
      resize: none;
    }
  }
`;
