import { expect, html } from '@open-wc/testing';
import '../../../src/define/help.js';
import type { MilieuBeforeSaveEvent, MilieuCommunity, MilieuSavedEvent } from '../../../src/elements/community/index.js';
import type { ActInput } from '../../../src/records/base/types.js';
import { byRole, findByRole, findInText, until } from '../../../src/testing/by-role.js';
import { elementsOf } from '../../../src/testing/find-elements.js';
import { press } from '../../../src/testing/press.js';
import { openCommunity } from '../../testing/community.js';
import { type Form, forms, save } from '../parts/forms.js';

const opened = ({ tag, person, as }: Form): Promise<MilieuCommunity> => openCommunity(tag, { person, as, keep: 'person' });
const typed = (root: Element, { field }: Form): string => (byRole(root, 'textbox', field) as HTMLTextAreaElement).value;
const reason = 'The house closes today. Please tell staff.';

/** What the listener is asked and what is saved. */
function listenTo(
  root: MilieuCommunity,
  answer: (event: MilieuBeforeSaveEvent) => unknown,
): { asked: MilieuBeforeSaveEvent[]; saved: MilieuSavedEvent[] } {
  const heard: ReturnType<typeof listenTo> = { asked: [], saved: [] };
  root.addEventListener('milieu-before-save', (event) => {
    heard.asked.push(event);
    answer(event);
  });
  root.addEventListener('milieu-saved', (event) => heard.saved.push(event));
  return heard;
}

describe('before something is saved', () => {
  for (const form of forms) {
    it(`a host can stop it, and what was typed stays, with the host’s reason: ${form.name}`, async () => {
      const root = await opened(form);
      let allowed = false;
      const { asked, saved } = listenTo(root, (event) => allowed || event.veto(reason));
      await form.write(root);
      await findInText(root, `Not saved. ${reason}`);
      expect(typed(root, form)).to.equal(form.words);
      expect(saved).to.deep.equal([]);
      const { kind, action, id } = asked[0]!;
      expect(await root.records!.list({ kind })).to.deep.equal([]);
      await until(async () => JSON.stringify(await root.records!.drafts.read(form.draft)).includes(form.words), { what: 'the draft' });
      allowed = true;
      await press(root, form.button);
      await form.saved(root);
      expect(saved.map((event) => [event.kind, event.action])).to.deep.equal([[kind, action]]);
      expect(id).to.match(/^[0-9a-f-]{36}$/);
    });
  }

  it('is told what is to be saved, and cannot change it', async () => {
    const root = await opened(forms[0]!);
    const { asked, saved } = listenTo(root, (event) => {
      const input = event.input as { to: string[]; data: Record<string, string> };
      input.to.push('p-jo');
      input.data['saw'] = 'Other words';
    });
    await save(forms[0]!, root);
    expect(asked).to.have.length(1);
    const input: ActInput | undefined = asked[0]!.input;
    expect(input?.to).to.deep.equal(['p-sam']);
    expect(input?.data?.['saw']).to.equal('You found the mop.');
    expect(Object.keys(input!).sort()).to.deep.equal(['data', 'to']);
    expect(saved[0]!.change.records[0]!.data['saw']).to.equal('You found the mop.');
    expect(saved[0]!.change.records[0]!.to).to.deep.equal(['p-sam']);
    expect(JSON.stringify(asked[0])).to.not.include('mop');
  });

  it('preventDefault() stops it too, with a sentence of ours', async () => {
    const root = await opened(forms[0]!);
    listenTo(root, (event) => event.preventDefault());
    await forms[0]!.write(root);
    await findInText(root, 'Not saved. This page doesn’t allow it.');
  });

  it('shows at most 120 characters of a reason, in one line that closes its direction', async () => {
    const root = await opened(forms[0]!);
    listenTo(root, (event) => event.veto(`  Not\n\nnow \u202e${'x'.repeat(400)}`));
    await forms[0]!.write(root);
    await findInText(root, 'Not now');
    const line = [...elementsOf(root)].find(({ localName }) => localName === 'milieu-status-line')!.shadowRoot!;
    const [shown] = /\u2068Not now[^\u2069]*\u2069/.exec(line.textContent)!;
    expect(shown.replace(/[\u2068\u2069\u202e\u202c]/g, '')).to.have.length(119);
    expect(shown).to.include('\u202c');
  });

  it('a listener that gives no text as its reason is told, and nothing is saved', async () => {
    const root = await opened(forms[0]!);
    const { saved } = listenTo(root, (event) => expect(() => event.veto(404 as unknown as string)).to.throw(TypeError));
    await forms[0]!.write(root);
    await findInText(root, 'Not saved. This page doesn’t allow it.');
    expect(saved).to.deep.equal([]);
  });

  it('a call for help, and what staff answer to it, are never asked about', async () => {
    const ana = await openCommunity(html`<milieu-help></milieu-help>`);
    const priya = await openCommunity(html`<milieu-help></milieu-help>`, { community: ana.community, person: 's-priya', as: 'staff' });
    const heard = [ana, priya].map((root) => listenTo(root, (event) => event.veto(reason)));
    (await findByRole(ana, 'button', 'Ask staff to come')).click();
    const call = await until(async () => (await ana.records!.list({ kind: 'help' }))[0], { what: 'the call' });
    await priya.records!.apply([call.record]);
    (await findByRole(priya, 'button', 'I’ve seen it')).click();
    await until(async () => (await priya.records!.list({ kind: 'help-reply' }))[0], { what: 'the answer' });
    expect(heard.flatMap(({ asked }) => asked)).to.deep.equal([]);
  });

  it('a concern about staff is never asked about', async () => {
    const ana = await openCommunity(html`<milieu-help></milieu-help>`);
    const { asked, saved } = listenTo(ana, (event) => event.veto(reason));
    const community = ana.querySelector('milieu-help')!.community!;
    await community.act('raise', { kind: 'concern', id: crypto.randomUUID() }, { to: [], data: { text: 'The door was locked all night.' } });
    expect(saved).to.have.length(1);
    expect(asked).to.deep.equal([]);
  });
});
