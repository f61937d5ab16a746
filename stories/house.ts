import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { until } from 'lit/directives/until.js';
import { people, peopleFor } from '../examples/synthetic/people.js';
import { sixWeeks } from '../examples/synthetic/community.js';
import type { Person } from '../src/elements/community/index.js';
import { Scribe as AnyScribe } from '../test/support/scribe.js';
import { decide, leansOn } from '../src/model/decide.js';
import { mayRead } from '../src/model/may-read.js';
import type { Actor } from '../src/model/record.js';
import { openRecords, type Records } from '../src/records/index.js';

/** Twenty-four invented people of an invented house; the demo and the tests know the same ones. */
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
/** Those whom the toolbar can put in front of the screen. */
export const faces: Readonly<Record<string, Actor>> = { ana, sam, kit, ray, priya };

export const help = {
  where: 'Staff are in the office by the garden.',
  people: [
    { name: 'Priya Nair', note: 'on staff today' },
    { name: 'Night team', note: 'from ten at night' },
  ],
};

/** The scribe of this house. */
export class Scribe extends AnyScribe {
  constructor() {
    super(community, people);
  }

  /** Six weeks of the house, up to yesterday. */
  static afterSixWeeks(): Scribe {
    const scribe = new Scribe();
    for (const change of sixWeeks({ decide, leansOn, community, now: Date.now() })) scribe.take(change);
    return scribe;
  }
}

/** A store that holds, for one person and on this page only, what the scribe wrote. What that person may not read stays outside. */
export async function storeFor({ person, as }: Actor, scribe = new Scribe()): Promise<Records> {
  const records = await openRecords({ community, person, as, keep: 'page' });
  await records.apply(scribe.records.filter((record) => mayRead(record, { person, as })));
  return records;
}

interface Visit {
  /** Who looks at the screen. */
  readonly actor: Actor;
  /** What happened before. */
  readonly scribe?: Scribe | undefined;
  /** A store of one's own, in place of the scribe. */
  readonly records?: Records | Promise<Records> | undefined;
  /** Whom that person may address; unset, the whole house. */
  readonly people?: readonly Person[] | undefined;
  readonly keep?: 'page' | 'person' | 'house' | undefined;
}

/** The widgets `inside`, in the house, as one person sees them. */
export function visit(
  { actor: { person, as }, scribe, records, people: others = peopleFor(person), keep = 'page' }: Visit,
  inside: TemplateResult,
): TemplateResult {
  const draw = (store: Records): TemplateResult =>
    html`<milieu-community community=${community} person=${person} as=${ifDefined(as)} keep=${keep} .people=${others} .help=${help} .records=${store}>
      ${inside}
    </milieu-community>`;
  if (records && !(records instanceof Promise)) return draw(records);
  return html`${until((records ?? storeFor({ person, as }, scribe)).then(draw))}`;
}
