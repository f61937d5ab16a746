import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, type TemplateResult } from 'lit';
import { helpStrings } from '../../src/elements/help/strings.js';
import { icon, type IconName } from '../../src/elements/parts/icons.js';
import { filled, type SharedKey, sharedStrings } from '../../src/elements/language/strings.js';
import { page, Sheet } from './sheet.js';

type Tone = '' | 'warm' | 'care';

/** The lines in the foot of every widget, in the words that the widgets use. */
const lines: readonly (readonly [ring: IconName, tone: Tone, when: string, strong: SharedKey | '', ...rest: SharedKey[]])[] = [
  ['locked', '', 'The key is yours', '', 'keep.locked'],
  ['saved', '', 'The device keeps the key', '', 'keep.unlocked'],
  ['temporary', 'warm', 'This browser is set not to save', '', 'keep.page'],
  ['saving', '', 'On its way to the disk', '', 'status.saving'],
  ['waiting', 'warm', 'Saved here, meant for someone else', 'status.waiting', 'status.waiting-more'],
  ['offline', 'warm', 'No network', 'status.waiting', 'status.offline'],
  ['sent', '', 'The host said: we have it', '', 'status.sent'],
  ['nobody', 'care', 'The disk did not take it', 'status.unsaved', 'status.again'],
  ['nobody', 'care', 'Changed in two places', 'status.held', 'troubles.held'],
  ['locked', '', 'Closed, until it is unlocked', '', 'status.locked'],
];

const rules: readonly (readonly [rule: string, instead: string, say: string])[] = [
  ['Short main sentences, to “you”', 'The submission is being processed', 'Saving'],
  ['Say what happens, and to whom', 'Submit', 'Pass it on to Sam'],
  ['Say who can read it before it is written', 'Privacy settings', 'Staff read this first. Then Sam does.'],
  ['A person first, never a label', 'Addicts, patients, cases', 'People who live here'],
  ['No praise for a number, no blame', 'Great job, down by 4', 'From 7 to 8. Some days it does not shift. That is not your fault.'],
  ['Not yet is one thing and a date', 'You have not met 5 criteria', 'One next thing: lead a breakfast. We look again on 12 May.'],
  ['A way out is always a word on the page', 'A hidden cross', 'Not now'],
  ['No “please wait”, no “oops”', 'Oops, something went wrong', 'Not saved. This device is full.'],
];

const loud = [
  ['offline', helpStrings['help.offline'], 'No network'],
  ['nobody', helpStrings['help.no-answer'], 'Twenty seconds without an answer'],
] as const;

class VoicePage extends Sheet {
  static override styles = [
    Sheet.styles,
    css`
      .pairs li {
        display: grid;
        gap: var(--_s2) var(--_s4);
        padding-block: var(--_s4);
        border-block-start: var(--_hair);
      }
      .pairs p {
        display: grid;
        align-content: start;
      }
      s {
        color: var(--_ink-quiet);
      }
      table .status {
        padding-block: 0;
      }
      .turned {
        display: grid;
        gap: var(--_s3);
      }
      @container (min-width: 40rem) {
        .pairs li {
          grid-template-columns: 1fr 1fr 1.2fr;
        }
        .turned {
          grid-template-columns: 1fr 1fr;
        }
      }
    `,
  ];
  protected readonly headline = 'Voice';
  protected readonly purpose = 'Words carry every state. Take all colour away and nothing is lost.';

  protected draw(): TemplateResult {
    return html`
      <section>
        <h3>How we speak</h3>
        <p class="quiet prose">A child of eleven can read it. It is kind, and it is exact.</p>
        <ul class="pairs">
          ${rules.map(
            ([rule, instead, say]) =>
              html`<li>
                <b>${rule}</b>
                <p><span class="quiet small">Not this</span><s>${instead}</s></p>
                <p><span class="quiet small">But this</span><span>${say}</span></p>
              </li>`,
          )}
        </ul>
      </section>
      <section>
        <h3>Where it is now</h3>
        <p class="quiet prose">One line in the foot of every widget. Its words change, its place never does. A tick is kept for: someone has it.</p>
        <div class="scroll" tabindex="0" role="region" aria-label="Lines in the foot">
          <table>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What the foot says</th>
              </tr>
            </thead>
            <tbody>
              ${lines.map((line) => this.#line(line))}
            </tbody>
          </table>
        </div>
      </section>
      <section>
        <h3>The sheet turned over</h3>
        <p class="quiet prose">The loudest thing there is, kept for one message: nobody has been told. It is not red, and it judges no one.</p>
        <div class="turned">${loud.map(([ring, words, when]) => html`<div class="loud">${icon(ring)}<b>${words}</b><span>${when}</span></div>`)}</div>
      </section>
    `;
  }

  #line([ring, tone, when, strong, ...rest]: (typeof lines)[number]): TemplateResult {
    const say = (key: SharedKey): string => filled(sharedStrings[key], { time: '3:05 pm' });
    return html`<tr>
      <th scope="row">${when}</th>
      <td>
        <p class="status ${tone}">${icon(ring)}<span>${strong ? html`<b>${say(strong)}</b> ` : ''}${rest.map(say).join(' ')}</span></p>
      </td>
    </tr>`;
  }
}
page('story-voice', VoicePage);

const meta: Meta = { title: 'Foundations/Voice', tags: ['!autodocs'], parameters: { docs: { codePanel: false } } };
export default meta;

/** How the widgets speak, with their own sentences for every state. */
export const Voice: StoryObj = { render: () => html`<story-voice></story-voice>` };
