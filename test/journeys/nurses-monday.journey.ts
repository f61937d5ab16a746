import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { people } from '../../examples/synthetic/people.js';
import { ana, priya as nurse, reminderOf, sam as resident, says } from '../examples/house.js';
import type { Tab } from '../testing/tab.js';
import { engines } from '../testing/visit.js';
import { DayRoom } from './day-room.js';
import { add, begin, comeIn, leave } from './house-page.js';
import { Printer } from './paper.js';
import { clickBeside, count, type Done, PortalScene, setTime, typePassphrase } from './portal.js';

const minute = 60_000;
const shift = 'the kettle sings twice';
const pin = '246810';
const actions = [
  ['Bring the cups from the shop', 'p-04'],
  ['Put the rota on the door', 'p-02'],
  ['Ask about the heating', 's-02'],
] as const;
const lastWeek = ['Clear the notice board on Friday', 'Choose the first book'];

/**
 * The Monday of a nurse: one computer of the house in the day room, her own computer, and the phone of the resident who chairs. The computer of the
 * house has names and no backend, so nothing of it is on the others; these two have the backend of the demo.
 */
for (const engine of engines) {
  describe(`a nurse’s Monday (${engine})`, () => {
    let scene: PortalScene;
    let room: DayRoom;
    let printer: Printer;
    let priya: Tab;
    let sam: Tab;

    before(async () => {
      [scene, room, printer] = await Promise.all([PortalScene.open(engine), DayRoom.open(engine), Printer.start()]);
      await eveningBefore(room);
      priya = await scene.visit('Priya Nair');
      sam = await scene.visit('Sam Adeyo', { width: 390, height: 844 });
      waiting(scene);
      await priya.sees('To begin the week together.');
    });
    after(async () => {
      await Promise.all([scene.end(), room.end(), printer.end()]);
    });

    /** One step: what it takes is asserted, and stands in the report. */
    async function step(context: TestContext, tab: Tab, taken: Done, run: () => Promise<unknown>): Promise<void> {
      const done = await count(tab);
      await run();
      const { clicks, fields } = await done();
      context.diagnostic(`${context.name}: ${clicks} taps, ${fields} fields`);
      assert.deepEqual({ clicks, fields }, taken);
    }

    it('08:50 she opens the computer of the house and comes in by her name', async (context) => {
      const { tab } = room;
      await room.tab.page.reload({ waitUntil: 'load' });
      await tab.sees('Open this device');
      assert.doesNotMatch(await tab.text(), /Nora|Ben/, 'no name is there before the passphrase');
      await step(context, tab, { clicks: 3, fields: 2 }, async () => {
        await typePassphrase(tab, 'Passphrase', shift);
        await tab.click('button', 'Open');
        await comeIn(room.tab, 'Nora', pin);
      });
      await tab.sees('To review');
    });

    it('08:52 she adds two people, and marks one who has left', async (context) => {
      const { tab } = room;
      await step(context, tab, { clicks: 5, fields: 2 }, async () => {
        await tab.click('button', 'People here');
        await add(room.tab, 'Zoe');
        await add(room.tab, 'Ravi');
        await tab.click('button', 'Change: Ben');
        await tab.click('button', 'Mark as left');
        await tab.sees('Left');
      });
      await leave(room.tab);
      for (const name of ['Nora', 'Ravi', 'Zoe']) await tab.byRole('button', name);
      assert.deepEqual(await tab.allByRole('button', 'Ben'), []);
      assert.deepEqual(tab.complaints, []);
    });

    it('08:55 she prints the agenda, with what was promised last week, on one page', async (context) => {
      await step(context, priya, { clicks: 2, fields: 0 }, async () => {
        const { text, pages } = await printer.print(priya, `agenda-${engine}`, async () => {
          await clickBeside(priya, 'Community meeting', 'Print');
          await clickBeside(priya, 'Print this page', 'Print');
        });
        const paper = text.replace(/\s+/g, ' ');
        for (const promise of lastWeek) assert.match(paper, new RegExp(`What we promised last time .*${promise} [^.]+, by .* Agenda`));
        assert.match(paper, /Agenda .*Good news .*Who needs help .*The week .*How we leave/);
        assert.match(paper, /Chair Sam Adeyo/);
        assert.match(paper, asOf);
        assert.doesNotMatch(paper, /Print this page|Keep a copy|Put it on the agenda|Suggest something/);
        assert.deepEqual(pages, { a4: 1, letter: 1 });
      });
    });

    it('09:00 a resident opens the meeting on a phone, and begins with what was promised', async (context) => {
      await step(context, sam, { clicks: 8, fields: 0 }, async () => {
        await sam.click('button', /^Open: Morning meeting, today at /);
        await sam.click('button', 'Meeting');
        await sam.sees('What we promised last time');
        await sam.click('button', 'Open the meeting');
        await clickBeside(sam, 'Choose the first book', 'Done');
        await sam.byRole('button', 'Undo');
        await sam.click('button', 'Begin: Good news');
        for (const title of ['The day', 'Who needs help', 'The week']) {
          await sam.click('button', 'Next part');
          await sam.sees(`Now: ${title}.`);
        }
      });
      await priya.until(
        async () => scene.having('promise', 'Choose the first book').some(({ status }) => status === 'done'),
        () => sam.text(),
      );
    });

    it('09:25 she writes down three actions, each with a name', async (context) => {
      await step(context, priya, { clicks: 6, fields: 7 }, async () => {
        await priya.click('button', 'Meeting');
        await priya.click('button', 'Write what we decided');
        await priya.type('textbox', 'What did we decide?', 'Twelve cups, and the rota in the hall.');
        for (const [at, [what, who]] of actions.entries()) {
          await priya.click('button', 'Add a promise');
          await (await last(priya, 'textbox', 'What', at + 1)).type(what);
          await findByName(await last(priya, 'radiogroup', 'Who', at + 1), who);
        }
        await priya.click('button', 'Save the decision');
      });
      await sam.sees('Twelve cups, and the rota in the hall.');
      for (const [what, who] of actions) assert.deepEqual(scene.having('promise', what)[0]?.to, [who]);
    });

    it('09:28 the resident reads out who does what, and closes the meeting', async (context) => {
      await step(context, sam, { clicks: 3, fields: 0 }, async () => {
        await sam.click('button', 'Next part');
        await sam.sees('Now: How we leave.');
        await sam.click('button', 'Close the meeting');
        await sam.sees(/Before you close, read out who does what\..*Kit Okafor/);
        await sam.click('button', 'Close it now');
        await sam.sees('Thank you for coming');
      });
    });

    it('09:30 she keeps a copy, which nobody can read without the passphrase', async (context) => {
      await priya.page.evaluate(catchFile);
      await step(context, priya, { clicks: 2, fields: 1 }, async () => {
        await clickBeside(priya, 'Community meeting', 'Keep a copy');
        await typePassphrase(priya, 'Passphrase', shift);
        await priya.click('button', 'Save the copy');
        await priya.sees('The copy is ready.');
      });
      const copy = await priya.page.evaluate(() => (globalThis as unknown as { file: Blob }).file.text());
      assert.ok(copy.length > 10_000, `${copy.length} characters`);
      for (const [what] of actions) assert.ok(!copy.includes(what));
      await priya.click('button', 'Close');
    });

    it('10:00 she passes one reminder on, asks to reword the other, and sets a time for a talk', async (context) => {
      await step(context, priya, { clicks: 6, fields: 4 }, async () => {
        await priya.click('button', 'Review: From Ana Lindqvist to Kit Okafor');
        await priya.click('button', 'Pass it on to Kit Okafor');
        await priya.sees('You passed it on to Kit Okafor.');

        await priya.click('button', 'Review: From Sam Adeyo to Kit Okafor');
        await priya.type('textbox', 'A note to Sam Adeyo', 'Could you say when that was?');
        await priya.click('button', 'Ask Sam Adeyo to reword it');
        await priya.sees('You asked Sam Adeyo to reword it.');

        await priya.click('button', /^Set a time: Ana Lindqvist would like to talk it through with Sam Adeyo/);
        await setTime(priya, 'When?', new Date(Date.now() + 60 * minute));
        await priya.type('textbox', 'Where?', 'In the garden room');
        await priya.type('textbox', 'Which staff will be there?', 'Priya');
        await priya.click('button', 'Save and tell both');
        await priya.sees('You set a time. Ana Lindqvist and Sam Adeyo can read it.');
      });
    });

    it('10:20 the resident rewords it, and she passes it on', async (context) => {
      await step(context, sam, { clicks: 3, fields: 1 }, async () => {
        await sam.click('button', 'Answer: Staff asked you to reword a reminder');
        await sam.click('button', 'Change the words');
        await sam.sees('Could you say when that was?');
        await sam.type('textbox', 'What did you see?', ' It was on Sunday night.');
        await sam.click('button', 'Send it to staff again');
      });
      await step(context, priya, { clicks: 2, fields: 0 }, async () => {
        await priya.click('button', 'Review: From Sam Adeyo to Kit Okafor');
        await priya.sees('It was on Sunday night.');
        await priya.click('button', 'Pass it on to Kit Okafor');
        await priya.sees('You passed it on to Kit Okafor.');
      });
    });

    it('17:00 she prints the shift sheet: what waits, since when, and the next act, on one page', async (context) => {
      await step(context, priya, { clicks: 2, fields: 0 }, async () => {
        const { text, pages } = await printer.print(priya, `shift-sheet-${engine}`, async () => {
          await clickBeside(priya, 'Shift sheet', 'Print');
          await clickBeside(priya, 'Print this page', 'Print');
        });
        const paper = text.replace(/\s+/g, ' ');
        assert.match(paper, /Shift sheet/);
        assert.match(paper, /Suggestions without an answer .*Could the heating come on earlier\? Waiting since [^.]+\. Answer/);
        assert.match(paper, /would like help: .* Waiting since [^.]+\. Answer/);
        const [rows, waits] = [
          paper.match(/Waiting since/g)?.length,
          paper.match(/Waiting since [^.]+\. (Answer|Read|Review|Set a time|Check)\b/g)?.length,
        ];
        assert.equal(rows, waits, 'each row has its next act');
        assert.match(paper, /Nothing is waiting under .*Calls for staff.* Checked at /);
        assert.match(paper, asOf);
        assert.deepEqual(pages, { a4: 1, letter: 1 });
      });
      assert.deepEqual([...priya.complaints, ...sam.complaints], []);
    });
  });
}

const asOf = /As of \w+day, \w+ \d+.*\d:\d\d.*\. It may have changed since\./;

/** On Sunday the house got its names, and its passphrase; then its computer was locked. */
async function eveningBefore(room: DayRoom): Promise<void> {
  const { tab } = room;
  await begin(room.tab, 'Nora', pin);
  await tab.click('button', 'People here');
  await add(room.tab, 'Ben');
  await typePassphrase(tab, 'Passphrase', shift);
  await tab.click('button', 'Lock with this passphrase');
  await tab.sees('What is saved here is locked with a passphrase.');
  await tab.click('button', 'Lock now');
  await tab.sees('Open this device');
}

/** What others have done, and both pages get: the meeting is planned, two reminders wait, and somebody has asked for a talk. */
function waiting(scene: PortalScene): void {
  const startsAt = new Date(Date.now() + 10 * minute).toISOString();
  const parts = ['Good news', 'The day', 'Who needs help', 'The week', 'How we leave'].map((title, at) => ({
    id: uuidv7(),
    kind: 'item',
    data: { title, kind: 'topic', minutes: 5, order: at + 1 },
  }));
  scene.act(
    nurse,
    'plan',
    { kind: 'meeting' },
    {
      data: { title: 'Morning meeting', startsAt, minutes: 30, purpose: 'To begin the week together.', chair: 'p-01', agreements: [] },
      answers: parts,
    },
  );
  const kit = { person: 'p-04', as: 'resident' } as const;
  scene.act(ana, 'send', { kind: 'feedback' }, reminderOf(kit.person, 'The door of the store was open.'));
  scene.act(resident, 'send', { kind: 'feedback' }, reminderOf(kit.person, 'The pans stood in the sink.'));
  const passed = scene.act(
    { person: 's-02', as: 'staff' },
    'release',
    scene.act(resident, 'send', { kind: 'feedback' }, reminderOf(ana.person, 'The window was open all night.')),
    says(''),
  );
  scene.act(ana, 'differ', passed, { answers: [{ id: uuidv7(), kind: 'feedback-reply', data: { note: '' } }] });
}

/** The last of `all` elements of a role and name. */
async function last(tab: Tab, role: string, name: string, all: number): Promise<Awaited<ReturnType<Tab['byRole']>>> {
  return tab.until(
    async () => {
      const found = await tab.allByRole(role, name);
      return found.length === all ? found.at(-1) : undefined;
    },
    async () => `Not ${all} of ${role} ${name}:\n${await tab.outline()}`,
  );
}

/** Finds a person by their name, with the keyboard: Enter chooses the only one that is found. */
async function findByName(choice: Awaited<ReturnType<typeof last>>, id: string): Promise<void> {
  const search = await choice.waitForSelector('input[type=search]');
  await search?.type(people.find((person) => person.id === id)?.name ?? '');
  await search?.press('Enter');
}

/** Runs in the page: the next file that is saved is in `file`, and not in the downloads. */
function catchFile(): void {
  URL.createObjectURL = (file) => {
    Object.assign(globalThis, { file });
    return '#';
  };
  HTMLAnchorElement.prototype.click = () => undefined;
}
