import { expect, html } from '@open-wc/testing';
import '../../../src/define/responsibility-ladder.js';
import { circles } from '../../../src/content/ladder.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import type { MilieuErrorEvent } from '../../../src/elements/community/events.js';
import { openCommunity } from '../../testing/community.js';
import { findByText, findInText, textOf, until } from '../../../src/testing/by-role.js';

describe('milieu-responsibility-ladder: rights', () => {
  it('a line of the host that gives a right as a reward is left out, and the host is told', async () => {
    const heard: string[] = [];
    const tell = (event: Event): void => void heard.push((event as MilieuErrorEvent).code);
    document.addEventListener('milieu-error', tell);
    const own = circles.map((circle, at) => (at === 0 ? { ...circle, opens: ['A longer phone call.', 'Choose your first job.'] } : circle));
    const community: MilieuCommunity = await openCommunity(
      html`<milieu-responsibility-ladder view="part" .circles=${own}></milieu-responsibility-ladder>`,
    );
    await until(() => heard.includes('bad-property'));
    document.removeEventListener('milieu-error', tell);
    (await findByText(community, 'What’s in “Welcome”')).click();
    await findInText(community, 'Choose your first job.');
    expect(textOf(community)).not.to.include('A longer phone call.');
  });
});
