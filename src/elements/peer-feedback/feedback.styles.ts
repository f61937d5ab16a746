import { css } from 'lit';

/** One column with a readable width, the same for writing, reading and lists. */
export const columnStyles = css`
  :host {
    max-inline-size: calc(var(--_measure) + var(--_s5));
  }
  .list-act.titled {
    row-gap: 0;
  }
  .list-act.titled > .btn {
    grid-area: 1 / 2 / span 2;
  }
  .list-act.titled > .choice-below {
    grid-column: 1 / -1;
  }
  /* in the narrowest widget the dot and its text share one line, and the text below the button has the whole width */
  @container (max-width: 23.99rem) {
    .list-act.titled {
      row-gap: var(--_s1);
      align-items: center;
    }
    .list-act.titled > div {
      display: contents;
    }
    .list-act.titled > p,
    .list-act.titled > div > :not(:first-child) {
      grid-column: 1 / -1;
    }
    .list-act.titled > .btn {
      grid-area: 2 / 2;
    }
  }
`;

/** The styles of the review by staff: a list next to one slip. Writing and reading need only the shared styles. */
export const feedbackStyles = css`
  .review {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin: calc(var(--_pad) * -1);
  }
  /* without the page navigation above it, a line separates it from the head */
  :host([pinned]) .review {
    margin-block-start: 0;
    border-block-start: var(--_hair);
  }
  .review > ol > li {
    border-block-end: var(--_hair);
  }
  .review > ol :is(a, button) {
    appearance: none;
    display: grid;
    gap: 2px;
    inline-size: 100%;
    margin: 0;
    min-block-size: var(--_tap);
    padding-block: var(--_s3);
    padding-inline: calc(var(--_pad) - 4px) var(--_pad);
    border: 0;
    border-inline-start: 4px solid transparent;
    background: none;
    font: inherit;
    color: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .review > ol :is(a, button):hover:not([aria-current]) {
    background: var(--_sunken);
  }
  .review > ol :is(a, button):focus-visible {
    outline-offset: -3px;
  }
  .review > ol :is(li[aria-current] > *, [aria-current]) {
    background: var(--_accent-soft);
    border-color: var(--_accent);
  }
  .review > ol .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--_s2);
  }
  .review .said-so {
    justify-self: start;
  }
  .review > div {
    display: grid;
    gap: var(--_s4);
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
    padding: var(--_pad);
  }
  @container (min-width: 44rem) {
    .review:not(:has(> ol[hidden])) {
      grid-template-columns: 17em minmax(0, 1fr);
    }
    .review > ol {
      border-inline-end: var(--_hair);
    }
  }
  @media print {
    /* print one slip only, without the names in the list */
    .review:has(milieu-feedback-review) > ol {
      display: none;
    }
    .review:has(milieu-feedback-review) {
      display: block;
    }
  }
  @media (forced-colors: active) {
    .review > ol :is(a, button) {
      border-inline-start-color: Canvas;
    }
    .review > ol :is(li[aria-current] > *, [aria-current]) {
      border-inline-start-color: Highlight;
    }
  }
`;
