import { css } from 'lit';

/** The help strip: an icon, a question and the buttons. `.help > .loud` is the alert in inverted colours. */
export const helpStyles = css`
  .help {
    display: grid;
    gap: var(--_s3);
    grid-template-columns: minmax(0, 1fr);
    --_pad: var(--_s4);
    padding: var(--_s4) var(--_pad);
  }
  .help:has(> .loud) {
    padding-block: 0;
  }
  /* the box around it has its own padding and heading */
  :host([inside]) .help {
    --_pad: 0px;
    padding-block: 0;
  }
  :host([inside]) .loud {
    border-radius: var(--_r);
  }
  :host([inside]) .help-line > :first-child:not(:has(> svg)) {
    display: block;
  }
  .help > .loud {
    margin-inline: calc(var(--_pad) * -1);
  }
  .help > .loud ~ :not(slot, .vh),
  .help > .loud ~ slot::slotted(*) {
    margin-block-end: var(--_s4);
  }
  .loud .quiet {
    color: inherit;
  }
  .help > hr {
    margin-block: var(--_s1);
  }
  .help-line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s3);
    align-items: center;
    justify-content: space-between;
  }
  .help-line > :first-child {
    flex: 1 1 16em;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_s1) var(--_s3);
  }
  /* The heading takes the focus when its button disappears. Its focus ring must not cover the line below. */
  .help-line h3:focus-visible {
    outline-offset: 0;
  }
  .help-line > :first-child > * {
    grid-column: 2;
  }
  .help-line > :first-child > svg {
    grid-column: 1;
    grid-row: 1 / span 2;
    inline-size: 1.75em;
    block-size: 1.75em;
    margin-block-start: 0.05em;
    stroke-width: 1.5;
  }
  h3 > .about {
    display: block;
    font-size: var(--_small);
    font-weight: normal;
  }
  .btn > .chev {
    transition: rotate var(--_settle) var(--_ease);
  }
  .btn[aria-expanded='true'] > .chev {
    rotate: 180deg;
  }
  .btn[aria-expanded='true']:not(.word) {
    background: color-mix(in oklab, var(--_ink) 5%, transparent);
    border-color: var(--_ink);
  }
  .call {
    display: grid;
    gap: var(--_s1);
    padding-block: var(--_s3);
  }
  .call > milieu-call-answer {
    margin-block-start: var(--_s2);
  }
  .calls {
    display: grid;
  }
  .calls > li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s3);
    align-items: center;
    justify-content: space-between;
    padding-block: var(--_s2);
    border-block-start: var(--_hair);
  }
  @container (min-width: 30rem) {
    .help {
      --_pad: var(--_s5);
    }
  }
  @container (max-width: 29.99rem) {
    .list-act {
      grid-template-columns: minmax(0, 1fr);
    }
    .help-line > .row.acts {
      flex: 1 1 100%;
    }
  }
`;
