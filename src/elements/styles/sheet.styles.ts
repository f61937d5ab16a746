import { css } from 'lit';

/**
 * The layout of a public tag: `div.head`, `nav.views`, `div.body`, `div.foot`, in this order.
 *
 * A rule of the page on `*` also matches a public tag and wins over `:host`, and what it sets is inherited by everything inside. So what a text needs
 * to be read is important here: in a shadow tree that wins over every rule of the page. Fonts, their size and visibility still come from the page.
 */
export const sheetStyles = css`
  :host {
    container: m / inline-size;
    display: block;
    box-sizing: border-box;
    min-inline-size: min(100%, 15rem);
    font-size: calc(max(1em, 1rem) * var(--_density-text, 1));
    font-weight: var(--_regular) !important;
    font-style: normal !important;
    font-variant: tabular-nums !important;
    line-height: var(--_leading) !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    word-break: normal !important;
    overflow-wrap: break-word !important;
    hyphens: manual !important;
    white-space: normal !important;
    text-wrap: pretty !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-transform: none !important;
    text-shadow: none !important;
    direction: ltr !important;
    cursor: auto !important;
    -webkit-text-size-adjust: 100%;
    -webkit-text-fill-color: currentColor !important;
    color: var(--_ink) !important;
    background: var(--_surface) !important;
    /* a colour that the page lets fade would be hard to read meanwhile */
    transition-property: opacity, transform, translate, scale !important;
    border: var(--_hair);
    border-radius: var(--_r-l);
    /* with a height that the page gives, all of it can still be reached, help first of all */
    overflow: hidden auto;
  }
  :host(:lang(ar, fa, ur)) {
    line-height: var(--_leading-tall) !important;
  }
  :host(:dir(rtl)) {
    direction: rtl !important;
    text-align: right !important;
  }
  :host(:state(told-nobody)) {
    border-color: var(--_ink);
  }
  .head,
  .views,
  .body,
  .foot {
    --_pad: var(--_sheet-pad);
  }
  .head {
    padding: var(--_pad) var(--_pad) 0;
    display: grid;
    gap: var(--_s1);
  }
  .head p {
    color: var(--_ink-quiet);
    max-inline-size: var(--_measure);
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s4);
    margin-block-start: var(--_s2);
    padding-inline: var(--_pad);
    border-block-end: var(--_hair);
  }
  .views > :is(a, button) {
    appearance: none;
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_tap);
    min-inline-size: var(--_tap);
    margin: 0 0 -1px;
    padding: 0;
    border: 0;
    border-block-end: 3px solid transparent;
    border-radius: 0;
    background: none;
    font: inherit;
    color: var(--_ink-quiet);
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .views > :is(a, button):hover {
    color: var(--_ink);
  }
  .views > [aria-current] {
    color: var(--_ink);
    font-weight: var(--_strong);
    border-color: var(--_accent);
  }
  .unfold,
  .folded-always {
    display: none;
  }
  .unfold-always {
    display: grid;
  }
  .unfold {
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_s3);
    align-items: center;
    padding-block-end: var(--_s3);
  }
  .unfold > p {
    min-block-size: 2lh;
    align-content: center;
  }
  .unfold > .btn:first-child {
    grid-column: 2;
  }
  @container (max-width: 29.99rem) {
    .unfold {
      display: grid;
    }
    .folded,
    .foot.folded {
      display: none !important;
    }
  }
  .foot.folded-always {
    display: none !important;
  }
  .body {
    padding: var(--_pad);
    display: grid;
    gap: var(--_s5);
    grid-template-columns: minmax(0, 1fr);
  }
  .body ~ :not(.foot) {
    border-block-start: var(--_hair);
  }
  /* a page may style its foot, and cannot take help and the words about sending away */
  .foot {
    display: flex !important;
    visibility: visible !important;
    opacity: 1 !important;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    column-gap: var(--_s4);
    min-block-size: calc(var(--_tap) + var(--_s2) + 1px);
    padding: var(--_s1) var(--_pad);
    background: var(--_sunken);
    border-block-start: var(--_hair);
  }
  .foot:not(:has(> :not([hidden]))) {
    display: none !important;
  }
  .foot > :first-child {
    flex: 1 1 13em;
    gap: 0;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--_s4);
  }
  @container (min-width: 30rem) {
    .head,
    .views,
    .body,
    .foot {
      --_pad: var(--_sheet-pad-wide);
    }
    .views {
      column-gap: var(--_s5);
    }
  }
  /* if the tabs wrap, the current one is underlined, because a border would be between two lines of tabs */
  @container (max-width: 24rem) {
    .views > [aria-current] {
      border-color: transparent;
      text-decoration: underline 3px var(--_accent);
      text-underline-offset: 0.4em;
    }
  }
  @media (forced-colors: active) {
    .views > :is(a, button) {
      border-block-end: 4px solid Canvas;
    }
    .views > [aria-current] {
      border-block-end-color: Highlight;
    }
  }
  @media print {
    :host {
      /* paper needs no room for fingers, so that an ordinary list is one page */
      --_density-space: 0.6 !important;
      color-scheme: light;
      border: 0;
      border-radius: 0;
      overflow: visible;
    }
    .views,
    .unfold,
    .body:has(> milieu-print, > milieu-copy),
    .foot {
      display: none !important;
    }
    :is(p, .page).folded {
      display: block !important;
    }
  }
`;
