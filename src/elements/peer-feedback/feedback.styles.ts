import { css } from 'lit';

/** The look of staff's review (a list beside one slip) and of who gets what; writing and reading need the shared parts only. */
export const feedbackStyles = css`
  .review {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin: calc(var(--_pad) * -1);
  }
  /* without the words of the pages above it, a line of its own parts it from the head */
  :host([pinned]) .review {
    margin-block-start: 0;
    border-block-start: 1px solid var(--_line);
  }
  .review > ol > li {
    border-block-end: 1px solid var(--_line);
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
  .review > div {
    display: grid;
    gap: var(--_s4);
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
    padding: var(--_pad);
  }
  .pips {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-inline-end: 0.4em;
  }
  .pips i {
    flex: none;
    inline-size: 0.6875rem;
    block-size: 0.6875rem;
    border: 1.5px solid var(--_ink);
    border-radius: 50%;
  }
  .pips i.square {
    border-radius: 1px;
    background: var(--_ink);
  }
  @container (min-width: 44rem) {
    .review:not(:has(> ol[hidden])) {
      grid-template-columns: 17em minmax(0, 1fr);
    }
    .review > ol {
      border-inline-end: 1px solid var(--_line);
    }
  }
  @media (forced-colors: active) {
    .pips i.square {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .review > ol :is(li[aria-current] > *, [aria-current]) {
      border-inline-start-color: Highlight;
    }
  }
`;
