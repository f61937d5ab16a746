import type { Host } from './view.js';
import { define } from './define.js';
import { hold, Stage, textOf, until } from './stage.js';

const ana = { id: 'p-2', name: 'Ana', as: 'resident' };
const headings = [
  'milieu-peer-feedback',
  'milieu-responsibility-ladder',
  'milieu-coping-card',
  'milieu-coping-deck',
  'milieu-meeting-agenda',
  'milieu-today',
];

/** What a person writes reaches the handler of the host once, and its answer is read. */
async function delivers(stage: Stage): Promise<void> {
  await stage.mount(stage.view({ community: { people: [ana] } }));
  const records = await stage.opens();
  const id = crypto.randomUUID();
  await records.act('send', { kind: 'feedback', id }, { to: ['p-2'], data: { mode: 'affirm', saw: 'You held the door' } });
  await until(
    async () => (await records.get(id))?.sent === 'sent',
    () => `it was not delivered; heard: ${stage.events.map(({ type }) => type).join()}`,
  );
  const heard = stage.events.map((event) =>
    event.type === 'milieu-deliver' ? (event as HTMLElementEventMap['milieu-deliver']).change.action : event.type,
  );
  hold(heard.join() === 'send', `heard: ${heard.join()}`);
}

interface Row {
  readonly what: string;
  /** Tags that have what the row is about; default all. */
  readonly tags?: readonly string[];
  readonly run: (stage: Stage) => Promise<void>;
}

export const rows: readonly Row[] = [
  {
    what: 'hears that a page elsewhere is wanted, and that somebody else is here',
    async run(stage) {
      await stage.mount(stage.view());
      await stage.opens();
      const names = ['milieu-open', 'milieu-person'];
      for (const name of names) stage.community.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
      const heard = stage.events.map(({ type }) => type);
      hold(heard.join() === names.join(), `heard: ${heard.join()}`);
    },
  },
  {
    what: 'draws the widget, and keeps its children',
    async run(stage) {
      await stage.mount(stage.view());
      await until(
        () => (stage.widget.shadowRoot?.querySelectorAll('*').length ?? 0) > 3,
        () => 'the widget is empty',
      );
      hold(stage.widget.textContent === 'This needs a newer browser', `the children are “${stage.widget.textContent}”`);
    },
  },
  {
    what: 'sets a string, changes it and takes it away',
    tags: headings,
    async run(stage) {
      const community = { community: `c-${crypto.randomUUID()}` };
      await stage.mount(stage.view({ community, widget: { heading: 'Words of the house' } }));
      await stage.draws('Words of the house');
      await stage.update(stage.view({ community, widget: { heading: 'Other words' } }));
      await stage.draws('Other words');
      await stage.update(stage.view({ community, widget: { heading: undefined } }));
      await until(
        () => !textOf(stage.widget).includes('Other words') && /\S/.test(textOf(stage.widget)),
        () => `the heading is still there: ${textOf(stage.widget)}`,
      );
    },
  },
  {
    what: 'sets a number',
    async run(stage) {
      await stage.mount(stage.view({ community: { 'lock-after': 30 } }));
      await until(
        () => stage.community.lockAfter === 30,
        () => `lockAfter is ${JSON.stringify(stage.community.lockAfter)}`,
      );
      hold(!stage.events.some(({ type }) => type === 'milieu-error'), 'the number was refused');
    },
  },
  {
    what: 'sets an object on the community, and changes it',
    async run(stage) {
      const community = { community: `c-${crypto.randomUUID()}` };
      const named = (people: unknown): boolean => JSON.stringify(stage.community.people) === JSON.stringify(people);
      for (const people of [[ana], [ana, { ...ana, id: 'p-3', name: 'Bo' }]]) {
        await (stage.root.firstChild
          ? stage.update(stage.view({ community: { ...community, people } }))
          : stage.mount(stage.view({ community: { ...community, people } })));
        await until(
          () => named(people),
          () => `people is ${JSON.stringify(stage.community.people)}`,
        );
      }
      hold(!stage.events.some(({ type }) => type === 'milieu-error'), 'the people were refused');
    },
  },
  {
    what: 'sets a function',
    async run(stage) {
      let pulls = 0;
      const pull = async (): Promise<unknown> => (pulls++, { records: [], cursor: 'c' });
      await stage.mount(stage.view({ community: { transport: { pull } } }));
      await until(
        () => pulls > 0,
        () => 'transport.pull was not called',
      );
    },
  },
  {
    what: 'hears an event once, with its fields, and answers it',
    run: delivers,
  },
  {
    what: 'fits a sidebar of 280 px',
    async run(stage) {
      stage.root.style.inlineSize = '280px';
      await stage.mount(stage.view({ community: { people: [ana] } }));
      await stage.opens();
      await new Promise(requestAnimationFrame);
      const { scrollWidth } = stage.root;
      hold(scrollWidth <= 280, `it is ${scrollWidth} px wide`);
    },
  },
  {
    what: 'keeps its store while it moves to another parent and into a shadow root',
    async run(stage) {
      await stage.mount(stage.view());
      const records = await stage.opens();
      const [parent, host] = [document.createElement('div'), document.createElement('div')];
      document.body.append(parent, host);
      for (const place of [parent, host.attachShadow({ mode: 'open' })]) {
        place.append(stage.root);
        await new Promise(requestAnimationFrame);
        hold(stage.community.records === records, 'it has another store');
        hold(/\S/.test(textOf(stage.widget)), 'it is empty');
      }
      parent.remove();
      host.remove();
    },
  },
  {
    what: 'mounts and unmounts twenty times, and then works once',
    async run(stage) {
      for (let times = 0; times < 20; times++) {
        await stage.mount(stage.view());
        await until(
          () => stage.widget.shadowRoot,
          () => 'the widget was not drawn',
        );
        await stage.unmount();
        hold(!stage.root.querySelector('milieu-community'), 'the community is still in the page');
      }
      await delivers(stage);
    },
  },
];

export interface Cell {
  readonly tag: string;
  readonly row: string;
  /** Why the row does not hold; undefined where it holds. */
  readonly broken?: string;
}

async function cell(tag: string, row: string, run: () => Promise<void>): Promise<Cell> {
  try {
    await run();
    return { tag, row };
  } catch (error) {
    return { tag, row, broken: error instanceof Error ? error.message : String(error) };
  }
}

type Tell = (run: { cells: readonly Cell[]; done?: boolean }) => void;

/** Runs all rows for all tags with one host, and tells how far it is. */
export async function runRows(host: Host, tags: readonly string[], tell: Tell): Promise<void> {
  const cells: Cell[] = [];
  tell({ cells });
  await define();
  for (const tag of tags)
    for (const { what, tags: only, run } of rows) {
      if (only && !only.includes(tag)) continue;
      const stage = new Stage(host, tag);
      cells.push(await cell(tag, what, () => run(stage)));
      await stage.end();
      tell({ cells });
    }
  tell({ cells, done: true });
}

/** The row about tags that are defined after the host has mounted them: it needs a page of its own. */
export async function runLateRow(host: Host, tags: readonly string[], tell: Tell): Promise<void> {
  const what = 'keeps what was set before the tags were defined, or tells the host';
  const cells: Cell[] = [];
  tell({ cells });
  const stages = tags.map((tag) => new Stage(host, tag));
  for (const stage of stages) {
    const widget = headings.includes(stage.tag) ? { heading: 'Early words' } : {};
    await stage.mount(stage.view({ community: { people: [ana] }, widget }));
  }
  await define();
  for (const stage of stages) cells.push(await cell(stage.tag, what, () => arrivesLate(stage)));
  tell({ cells, done: true });
}

async function arrivesLate(stage: Stage): Promise<void> {
  if (headings.includes(stage.tag)) await stage.draws('Early words');
  await until(
    () =>
      (stage.community.people as readonly unknown[] | null)?.length === 1 ||
      stage.events.some((event) => event.type === 'milieu-error' && 'property' in event && event.property === 'people'),
    () => `people is ${JSON.stringify(stage.community.people)}, and no error was reported`,
  );
}
