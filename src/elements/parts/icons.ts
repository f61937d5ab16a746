import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const ring = svg`<circle cx="12" cy="12" r="8.25"/>`;

/* 24 grid, stroke 1.75. The icons of the eight states share one ring, which shows the state. `.f` is filled. */
const drawings = {
  saved: svg`${ring}<circle class="f" cx="12" cy="12" r="3"/>`,
  locked: svg`${ring}<circle class="f" cx="12" cy="10.6" r="1.9"/><path d="M12 11.5v3.6"/>`,
  temporary: svg`<circle cx="12" cy="12" r="8.25" stroke-dasharray="2.6 3.88"/>`,
  saving: svg`<path d="M12 3.75a8.25 8.25 0 1 1-8.25 8.25"/>`,
  waiting: svg`${ring}<circle class="f" cx="8.2" cy="12" r="1.15"/><circle class="f" cx="12" cy="12" r="1.15"/><circle class="f" cx="15.8" cy="12" r="1.15"/>`,
  sent: svg`${ring}<path d="m8.5 12.3 2.4 2.4 4.7-5"/>`,
  nobody: svg`${ring}<path d="M12 7.6v5.2"/><circle class="f" cx="12" cy="16" r="1.1"/>`,
  offline: svg`<path d="M5.3 16.8A8.25 8.25 0 0 1 15.6 4.6M18.7 7.2A8.25 8.25 0 0 1 8.4 19.4M4.5 4.5l15 15"/>`,
  buoy: svg`${ring}<circle cx="12" cy="12" r="3.4"/><path d="m6.2 6.2 3.4 3.4m4.8 4.8 3.4 3.4m0-11.6-3.4 3.4m-4.8 4.8-3.4 3.4"/>`,
  circle: svg`<circle class="f" cx="12" cy="4.6" r="1.7"/><circle class="f" cx="18.4" cy="8.3" r="1.7"/><circle class="f" cx="18.4" cy="15.7" r="1.7"/><circle class="f" cx="12" cy="19.4" r="1.7"/><circle class="f" cx="5.6" cy="15.7" r="1.7"/><circle class="f" cx="5.6" cy="8.3" r="1.7"/>`,
  eye: svg`<path d="M2.8 12C5 7.9 8.2 5.8 12 5.8s7 2.1 9.2 6.2c-2.2 4.1-5.4 6.2-9.2 6.2S5 16.1 2.8 12Z"/><circle cx="12" cy="12" r="2.7"/>`,
  slip: svg`<path d="M5.5 3.75h13v16.5h-13z"/><path d="M5.5 14.5h13" stroke-dasharray="1.6 2.4"/><path d="M9 8h6"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  minus: svg`<path d="M5 12h14"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  chev: svg`<path d="m6 9.5 6 6 6-6"/>`,
  end: svg`<path d="m9.5 6 6 6-6 6"/>`,
  up: svg`<path d="M12 19V5m-6 6 6-6 6 6"/>`,
  down: svg`<path d="M12 5v14m-6-6 6 6 6-6"/>`,
  clock: svg`${ring}<path d="M12 7.5V12l3 2"/>`,
  pause: svg`<path d="M8.5 5.5v13M15.5 5.5v13"/>`,
  play: svg`<path d="M8 5.5v13l10.5-6.5z"/>`,
  stop: svg`<path d="M6.5 6.5h11v11h-11z"/>`,
  print: svg`<path d="M7 8.5V4h10v4.5M7 16.5H4.5v-8h15v8H17M7 13.5h10V20H7z"/>`,
  key: svg`<circle cx="8" cy="15.5" r="4"/><path d="m11 12.5 8-8m-3.5 3.5 2.5 2.5"/>`,
  pencil: svg`<path d="m4.5 19.5.8-4L16.2 4.6l3.2 3.2L8.5 18.7z"/>`,
  speech: svg`<path d="M12 3.75a8.25 8.25 0 1 1-4.6 15.1L3.8 20.2l1.3-3.6A8.25 8.25 0 0 1 12 3.75Z"/>`,
  phone: svg`<path d="M5 4.5h3.5l1.7 4.3-2.2 1.7a11 11 0 0 0 5.5 5.5l1.7-2.2 4.3 1.7V19a1.5 1.5 0 0 1-1.6 1.5A15.4 15.4 0 0 1 3.5 6.1 1.5 1.5 0 0 1 5 4.5Z"/>`,
  rest: svg`<path d="M4 17h16M6.5 17a5.5 5.5 0 0 1 11 0M12 8.5V6M5 11 3.5 9.5M19 11l1.5-1.5M4 20.5h16"/>`,
  calendar: svg`<path d="M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V7M15.5 3.5V7"/>`,
} satisfies Record<string, SVGTemplateResult>;

/** The names of the icons. Rings for states: saved, locked, temporary, saving, waiting, sent, nobody, offline. */
export type IconName = keyof typeof drawings;

/** All names, for stories and tests. */
export const iconNames = Object.keys(drawings) as IconName[];

/**
 * An icon of this project. It is hidden from assistive technology, because the text next to it says the same.
 * @param name name of the icon
 * @param cls more classes; `chev` is turned in an open `details`
 */
export const icon = (name: IconName, cls = ''): TemplateResult =>
  html`<svg class="i ${name === 'end' ? 'flip ' : ''}${cls}" viewBox="0 0 24 24" aria-hidden="true">${drawings[name]}</svg>`;
