import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/define/help.js';
import '../../src/define/peer-feedback.js';
import { fill, findByRole, findInText } from '../../src/testing/by-role.js';
import { press } from '../../src/testing/press.js';
import { people } from '../../src/testing/people.js';

const meta: Meta = { title: 'Pages/A page where nobody listens', tags: ['!autodocs'], parameters: { layout: 'padded' } };
export default meta;

/** A page of a host that has the tags and no listener: what people write is saved, and they read that it has reached nobody. */
export const NobodyListens: StoryObj = {
  name: 'A page where nobody listens',
  render: () =>
    html`<milieu-community
      community=${crypto.randomUUID()}
      person="p-ana"
      keep="page"
      .people=${people.filter(({ id }) => id !== 'p-ana')}
      .help=${{ where: 'Staff are in the office by the front door.' }}
    >
      <milieu-peer-feedback></milieu-peer-feedback>
      <milieu-help></milieu-help>
    </milieu-community>`,
  play: async ({ canvasElement }) => {
    (await findByRole(canvasElement, 'radio', 'Sam')).click();
    fill(await findByRole(canvasElement, 'textbox', 'What did you see?'), 'You waited until everybody had a plate.');
    await press(canvasElement, 'Send to Sam');
    await findInText(canvasElement, 'Not sent to anyone yet.');
    await press(canvasElement, 'Ask staff to come');
    await findInText(canvasElement, 'Nobody has been told. Go to a member of staff now.');
  },
};
