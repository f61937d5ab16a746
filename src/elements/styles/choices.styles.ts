import { css } from 'lit';

/** Choices: `.choices > label.choice`, `.chip` (a button with `aria-pressed`, or a label with a radio button inside), check boxes, radio buttons. */
export const choiceStyles = css`
  .choices {
    display: grid;
    gap: var(--_s2);
    grid-template-columns: minmax(0, 1fr);
  }
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--_s3);
    align-items: start;
    min-block-size: var(--_tap);
    padding: var(--_s3);
    border: var(--_edge);
    border-radius: var(--_r);
    background: var(--_well);
    cursor: pointer;
  }
  .choice :is(b, .quiet) {
    display: block;
  }
  .choice:hover,
  .chip:hover {
    border-color: var(--_ink);
  }
  :is(.choice, .chip):has(input:checked),
  .chip[aria-pressed='true'] {
    background: var(--_accent-soft);
    border-color: var(--_accent);
    box-shadow: var(--_chosen);
  }
  :is(.choice, .chip):has(:focus-visible) {
    outline: var(--_ring);
    outline-offset: var(--_away);
  }
  :is(.choice, .chip) input:focus-visible {
    outline: none;
  }
  :is(input[type='radio'], input[type='checkbox']) {
    appearance: none;
    flex: none;
    display: grid;
    place-content: center;
    inline-size: 1.375em;
    block-size: 1.375em;
    margin: 0.06em 0 0;
    border: var(--_edge);
    border-radius: 50%;
    font-size: 1em;
    background: var(--_well);
    cursor: pointer;
  }
  input[type='checkbox'] {
    border-radius: var(--_r-s);
  }
  input[type='radio']:checked {
    border: 0.42em solid var(--_accent);
  }
  input[type='checkbox']:checked {
    background: var(--_accent);
    border-color: var(--_accent);
  }
  input[type='checkbox']:checked::before {
    content: '';
    inline-size: 0.65em;
    block-size: 0.32em;
    border: solid var(--_on-accent);
    border-width: 0 0 2px 2px;
    transform: translateY(-0.08em) rotate(-45deg);
  }
  .tick {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_s3);
    align-items: start;
    min-block-size: var(--_tap);
    padding-block: calc((var(--_tap) - 1.5em) / 2);
    cursor: pointer;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
  }
  .chip {
    appearance: none;
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: var(--_s2);
    min-block-size: var(--_tap);
    margin: 0;
    padding: var(--_s1) var(--_s4);
    border: var(--_edge);
    border-radius: var(--_round);
    font: inherit;
    color: inherit;
    background: var(--_well);
    cursor: pointer;
  }
  .chip:has(input:checked),
  .chip[aria-pressed='true'] {
    font-weight: var(--_strong);
  }
  .chip input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
  }
  @container (min-width: 34rem) {
    .choices.two {
      grid-template-columns: 1fr 1fr;
    }
  }
  @media (forced-colors: active) {
    .choice:has(input:checked),
    .chip:has(input:checked),
    .chip[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
    input[type='radio']:checked {
      border-color: Highlight;
      background: Canvas;
      forced-color-adjust: none;
    }
    input[type='checkbox']:checked {
      border-color: Highlight;
      background: Highlight;
      forced-color-adjust: none;
    }
    input[type='checkbox']:checked::before {
      border-color: HighlightText;
    }
  }
`;
