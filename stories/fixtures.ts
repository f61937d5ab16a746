import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { until } from 'lit/directives/until.js';
import { people, peopleFor } from '../examples/synthetic/people.js';
import { sixWeeks } from '../examples/synthetic/community.js';
import { hardDays } from '../examples/synthetic/hard-days.js';
import type { Person } from '../src/elements/community/index.js';
import { Fixtures as AnyScribe } from '../src/testing/fixtures.js';
import { decide, leansOn } from '../src/model/decide.js';
import { mayRead } from '../src/model/may-read.js';
import type { Actor } from '../src/model/record.js';
import { openRecords, type Records } from '../src/records/index.js';

/** Twenty-four invented people; the demo and the tests use the same ones. */
export { people };
export const community = 'north-house';

const actor = (name: string): Actor => {
  const found = people.find((person) => person.name.startsWith(`${name} `));
  if (!found) throw new Error(`Nobody is called ${name}`);
  return { person: found.id, as: found.as };
};
export const [sam, ana, jo, kit, hope, ray, priya, tom] = ['Sam', 'Ana', 'Jo', 'Kit', 'Hope', 'Ray', 'Priya', 'Tom'].map(actor) as [
  Actor,
  Actor,
  Actor,
  Actor,
  Actor,
  Actor,
  Actor,
  Actor,
];
/** The people that can be chosen in the toolbar. */
export const faces: Readonly<Record<string, Actor>> = { ana, sam, kit, ray, priya };

export const help = {
  where: 'Staff are in the office by the garden.',
  people: [
    { name: 'Priya Nair', note: 'on staff today' },
    { name: 'Night team', note: 'from ten at night' },
  ],
};

/** The fixtures of this community. */
export class FakeHistory extends AnyScribe {
  constructor() {
    super(community, people);
  }

  /** Six weeks of records, up to yesterday. */
  static afterSixWeeks(): FakeHistory {
    const history = new FakeHistory();
    for (const change of sixWeeks({ decide, leansOn, community, now: Date.now() })) history.take(change);
    return history;
  }

  /** Two days with what a house must handle well: a pile-on, somebody who moved out, three people called Ana. */
  static onHardDays(): FakeHistory {
    const history = new FakeHistory();
    for (const change of hardDays({ decide, leansOn, community, now: Date.now() })) history.take(change);
    return history;
  }
}

/** A store in memory with the fixtures that one person may read. */
export async function storeFor({ person, as }: Actor, history = new FakeHistory()): Promise<Records> {
  const records = await openRecords({ community, person, as, keep: 'page' });
  await records.apply(history.records.filter((record) => mayRead(record, { person, as })));
  return records;
}

interface Visit {
  /** The person who uses the page. */
  readonly actor: Actor;
  /** What happened before. */
  readonly history?: FakeHistory | undefined;
  /** Another store, instead of the fixtures. */
  readonly records?: Records | Promise<Records> | undefined;
  /** Whom that person may address; default everybody. */
  readonly people?: readonly Person[] | undefined;
  readonly keep?: 'page' | 'person' | 'house' | undefined;
}

/** The widgets `inside`, in the community, as one person sees them. */
export function visit(
  { actor: { person, as }, history, records, people: others = peopleFor(person), keep = 'page' }: Visit,
  inside: TemplateResult,
): TemplateResult {
  const draw = (store: Records): TemplateResult =>
    html`<milieu-community community=${community} person=${person} as=${ifDefined(as)} keep=${keep} .people=${others} .help=${help} .records=${store}>
      ${inside}
    </milieu-community>`;
  if (records && !(records instanceof Promise)) return draw(records);
  return html`${until((records ?? storeFor({ person, as }, history)).then(draw))}`;
}
