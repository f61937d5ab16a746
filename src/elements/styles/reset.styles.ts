import { css } from 'lit';

/** Basic styles of text and icons, the same in a public tag and in the views inside it. */
export const resetStyles = css`
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :is(h2, h3, h4, p, ul, ol, dl, dd, fieldset, legend, figure, blockquote) {
    margin: 0;
    padding: 0;
    border: 0;
    font: inherit;
    min-inline-size: 0;
  }
  :is(ul, ol) {
    list-style: none;
  }
  h2 {
    font-size: var(--_title);
    font-weight: var(--_strong);
    line-height: var(--_tight);
    letter-spacing: -0.006em;
    text-wrap: balance;
  }
  h3 {
    font-size: var(--_large);
    font-weight: var(--_strong);
    line-height: var(--_tight);
  }
  :is(h4, b, strong) {
    font-weight: var(--_strong);
  }
  /* the direction of a name or a title does not change the text around it */
  :is(a, b, cite, span) {
    unicode-bidi: isolate;
  }
  /* Strings without a translation stay English. On a page that runs from right to left, each text keeps the direction of its own words,
     or names and full stops would move to the wrong side. All texts still line up on the right. */
  :host(:dir(rtl)) {
    text-align: right;
  }
  :host(:dir(rtl)) :not(input, textarea, select) {
    unicode-bidi: plaintext;
  }
  :is(h2, h3):lang(ar, fa, ur) {
    letter-spacing: 0;
    line-height: 1.45;
  }
  /* the focus ring of a heading or paragraph goes around its text only */
  :is(h2, h3, p)[tabindex] {
    inline-size: fit-content;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.22em;
  }
  hr {
    inline-size: 100%;
    margin: 0;
    border: 0;
    border-block-start: var(--_hair);
  }
  .quiet {
    color: var(--_ink-quiet);
  }
  .small {
    font-size: var(--_small);
  }
  .warm-ink {
    color: var(--_warm-ink);
  }
  .prose {
    max-inline-size: var(--_measure);
  }
  ul.prose {
    display: grid;
    gap: var(--_s2);
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  ul.prose > li::marker {
    color: var(--_ink-quiet);
  }
  .vh {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: clip;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  svg.i {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.25em;
  }
  svg.i .f {
    fill: currentColor;
    stroke: none;
  }
  svg.flip:dir(rtl) {
    transform: scaleX(-1);
  }
  :focus-visible {
    outline: var(--_ring);
    outline-offset: var(--_away);
  }
  :is(a, summary, [tabindex]):focus-visible {
    border-radius: var(--_r-s);
  }
  :is(h2, h3, p, [role='status'], [role='alert']):focus-visible {
    outline-offset: 4px;
  }
  /* space between the letters and the ring at both ends, without moving the line below */
  :is(h2, h3)[tabindex]:focus-visible {
    margin-inline: calc(var(--_s1) * -1);
    padding-inline: var(--_s1);
    outline-offset: var(--_away);
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
    /* above the background that forced colours draw behind the text of the next line */
    :is(h2, h3, p, .btn):focus-visible {
      position: relative;
      z-index: 1;
    }
  }
`;
