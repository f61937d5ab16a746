import { html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../../src/define/coping-card.js';
import '../../../src/define/meeting-agenda.js';
import '../../../src/define/peer-feedback.js';
import '../../../src/define/responsibility-ladder.js';
import type { As } from '../../../src/model/record.js';
import { press } from '../../../src/testing/press.js';
import { byRole, fill, findByRole } from '../../../src/testing/by-role.js';

/** A form of each widget, from its first key to its last screen. */
export interface Form {
  readonly name: string;
  readonly person: string;
  readonly as: As;
  readonly tag: TemplateResult;
  /** Fills it in, and presses its button. */
  readonly write: (root: Element) => Promise<void>;
  /** Its text field, and what is written there. */
  readonly field: string;
  readonly words: string;
  readonly button: string;
  /** Name of its draft. */
  readonly draft: string;
  /** Waits for its last screen. */
  readonly saved: (root: Element) => Promise<unknown>;
  /** What the body says only once others can have it. */
  readonly sent: string;
}
export const forms: readonly Form[] = [
  {
    name: 'an affirmation',
    person: 'p-ana',
    as: 'resident',
    tag: html`<milieu-peer-feedback></milieu-peer-feedback>`,
    field: 'What did you see?',
    button: 'Send to Sam',
    draft: 'feedback',
    words: 'You found the mop.',
    async write(root) {
      (await findByRole(root, 'radio', 'Sam')).click();
      fill(byRole(root, 'textbox', this.field), this.words);
      await press(root, this.button);
    },
    saved: (root) => findByRole(root, 'heading', /for Sam/),
    sent: 'Sam can open it now.',
  },
  {
    name: 'a duty that is offered',
    person: 's-priya',
    as: 'staff',
    tag: html`<milieu-responsibility-ladder></milieu-responsibility-ladder>`,
    field: 'What is it?',
    button: 'Offer it',
    draft: 'duty-offer',
    words: 'Feed the hens',
    async write(root) {
      fill(await findByRole(root, 'combobox', 'Who is it for?'), 'p-sam');
      fill(byRole(root, 'textbox', this.field), this.words);
      await press(root, this.button);
    },
    saved: (root) => findByRole(root, 'heading', /for Sam/),
    sent: 'Offered to Sam.',
  },
  {
    name: 'something for the next meeting',
    person: 'p-ana',
    as: 'resident',
    tag: html`<milieu-meeting-agenda view="plan"></milieu-meeting-agenda>`,
    field: 'What would you like to raise?',
    button: 'Suggest it',
    draft: 'meeting-propose',
    words: 'The garden',
    async write(root) {
      await press(root, 'Suggest something');
      fill(await findByRole(root, 'textbox', this.field), this.words);
      await press(root, this.button);
    },
    saved: (root) => findByRole(root, 'button', 'Suggest something'),
    sent: 'The chair or staff will look at it next.',
  },
];

/** A person saves with this form, and sees its last screen. */
export async function save(form: Form, root: Element): Promise<void> {
  await form.write(root);
  await form.saved(root);
}
