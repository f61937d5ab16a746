/**
 * The engine: answers questions by the tables of the kinds that it is given. `decide.ts` gives it all kinds; a call for help, which must
 * not wait for the others to load, gives it one.
 */
import type { Change } from './change.js';
import { type Actor, type Data, defaultPolicy, isInside, maxRev, type MilieuRecord, type Policy } from './record.js';
import { Refused } from './refusals.js';
import type { AnswerRule, Input, Kind, Scene, Transition, Who } from './transition.js';
import { versionOf } from './versions.js';

/** The input of `decide`: an act by `actor` on the record `id` of `kind`. */
export interface Question {
  readonly kind: string;
  readonly id: string;
  readonly community: string;
  /** The current record; omit it if the act creates the record. It must have passed its schema. */
  readonly root?: MilieuRecord | undefined;
  readonly input?: Input;
  readonly actor: Actor;
  readonly policy?: Partial<Policy>;
  /** Time of the act, ISO 8601 in UTC. */
  readonly now: string;
  readonly answers?: readonly MilieuRecord[];
  readonly others?: ReadonlyMap<string, MilieuRecord>;
}

/** What a server has stored when a change arrives. */
export type Stored = Pick<Question, 'root' | 'answers' | 'others' | 'policy'> & { readonly community?: string };

/** The records that an act creates or changes, the root first. */
export interface Decided {
  readonly records: readonly MilieuRecord[];
}

/** The tables that a question is answered by, by the names of their kinds. Without a prototype: `constructor` is no kind. */
export type Kinds = Readonly<Record<string, Kind>>;

export function decideBy(kinds: Kinds, action: string, question: Question): Decided | Refused {
  const { root, actor, community, id } = question;
  const kind = kinds[question.kind];
  if (!kind) return new Refused('unknown-kind');
  const row = rowOf(kind, action);
  if (!row) return new Refused('unknown-action');
  if (root && (root.kind !== kind.kind || root.id !== id)) return new Refused('unknown-kind');
  if (root && root.community !== community) return new Refused('other-community');
  if (!isInput(question.input ?? {}) || Number.isNaN(Date.parse(question.now))) return new Refused('bad-answer');
  const scene = sceneOf(question, row);
  if (!startsFrom(row, root)) return new Refused('not-now');
  const barred = barredBy(kind, row, scene);
  if (barred) return new Refused(barred);
  for (const need of row.needs ?? []) if (!need.met(scene)) return new Refused(need.code);
  const next = root ? moved(kinds, row, scene, root) : made(kind, row, scene, { id, community, by: actor.person });
  const answers = answersOf(kinds, row, scene, next);
  return answers instanceof Refused ? answers : { records: [next, ...answers] };
}

export function canBy(kinds: Kinds, action: string, question: Omit<Question, 'now'>): boolean {
  const kind = kinds[question.kind];
  const row = kind && rowOf(kind, action);
  if (!row || !startsFrom(row, question.root)) return false;
  return !barredBy(kind, row, sceneOf({ ...question, now: question.root?.at ?? '' }, row));
}

export function admitBy(kinds: Kinds, change: Change, stored: Stored, actor: Actor): Decided | Refused {
  const [root] = change.records;
  if (!root || change.by !== actor.person || change.as !== actor.as) return new Refused('not-yours');
  if (stored.community !== undefined && stored.community !== change.community) return new Refused('other-community');
  const question = { ...stored, kind: root.kind, id: root.id, community: change.community, input: inputBy(kinds, change), actor, now: change.at };
  const decided = decideBy(kinds, change.action, question);
  if (decided instanceof Refused) return decided;
  return same(decided.records, change.records) ? decided : new Refused('bad-answer');
}

export function inputBy(kinds: Kinds, { action, records: [root, ...answers] }: Change): Input {
  if (!root) return {};
  const row = kinds[root.kind] && rowOf(kinds[root.kind]!, action);
  return {
    to: root.to,
    data: root.data,
    ...(root.about === undefined ? {} : { about: root.about }),
    ...(root.from === undefined ? {} : { from: root.from }),
    moves: Object.fromEntries((row?.moves ?? []).flatMap((field) => (field in root.data ? [[field, root.data[field]]] : []))),
    answers: answers.map(({ id, kind, to, data }) => ({ id, kind, to, data })),
  };
}

export function leansBy(kinds: Kinds, kind: string, root: MilieuRecord | undefined, input: Input): readonly string[] {
  return isInput(input) ? (kinds[kind]?.leansOn?.(root, input) ?? []) : [];
}

export function textBy(kinds: Kinds, record: MilieuRecord): Data {
  const moving = movingOf(kinds[record.kind]);
  return Object.fromEntries(Object.entries(record.data).filter(([field]) => !moving.includes(field)));
}

export const rowOf = (kind: Kind, action: string): Transition | undefined =>
  Object.hasOwn(kind.transitions, action) ? kind.transitions[action] : undefined;

const movingOf = (kind: Kind | undefined): string[] => Object.values(kind?.transitions ?? {}).flatMap((row) => row.moves ?? []);

const sceneOf = (q: Question, row: Transition): Scene => ({
  root: q.root,
  input: { ...q.input, moves: pick(q.input?.moves ?? {}, row.moves ?? []) },
  actor: q.actor,
  policy: { ...defaultPolicy, ...q.policy },
  now: q.now,
  answers: q.answers ?? [],
  others: new Map([...(q.others ?? [])].filter(([, record]) => record.community === q.community)),
});

const startsFrom = (row: Transition, root: MilieuRecord | undefined): boolean =>
  root ? root.rev < maxRev && row.from.includes(root.status) : row.from.length === 0;

function barredBy(kind: Kind, row: Transition, scene: Scene): 'not-yours' | 'other-eyes' | undefined {
  const is = (who: Who): boolean => relations[who](scene, kind);
  if (!(kind.forEveryone || isInside(scene.actor.as)) || !row.who.some(is)) return 'not-yours';
  return row.not?.some(is) ? 'other-eyes' : undefined;
}

const holds =
  (office: string) =>
  (scene: Scene, kind: Kind): boolean =>
    kind.meetings?.(scene).some((record) => record?.kind === 'meeting' && record.data[office] === scene.actor.person) ?? false;

const relations: Record<Who, (scene: Scene, kind: Kind) => boolean> = {
  anyone: () => true,
  author: ({ root, actor }) => !root || root.by === actor.person,
  receiver: ({ root, actor }) => root?.to.includes(actor.person) ?? false,
  member: ({ actor }) => isInside(actor.as),
  staff: ({ actor }) => actor.as === 'staff',
  chair: holds('chair'),
  'note-taker': holds('notes'),
  timekeeper: holds('timekeeper'),
};

function made(kind: Kind, row: Transition, scene: Scene, who: Pick<MilieuRecord, 'id' | 'community' | 'by'>): MilieuRecord {
  const { input, now } = scene;
  const data = { ...(input.data ?? {}), ...(row.move?.(scene) ?? {}) };
  return {
    id: who.id,
    kind: kind.kind,
    v: versionOf(kind, data),
    community: who.community,
    by: who.by,
    to: input.to ?? [],
    ...(input.about === undefined ? {} : { about: input.about }),
    ...(input.from === undefined ? {} : { from: input.from }),
    visibility: shown(row, scene, 'self'),
    at: now,
    status: statusOf(row, scene, ''),
    rev: 1,
    data,
  };
}

function moved(kinds: Kinds, row: Transition, scene: Scene, root: MilieuRecord): MilieuRecord {
  const moves = row.move?.(scene) ?? scene.input.moves ?? {};
  const data = { ...(row.edits ? edited(kinds, root, scene.input.data) : root.data), ...moves };
  return {
    ...root,
    v: Math.max(root.v, versionOf(kinds[root.kind], data)),
    visibility: shown(row, scene, root.visibility),
    status: statusOf(row, scene, root.status),
    rev: root.rev + 1,
    data,
  };
}

const edited = (kinds: Kinds, root: MilieuRecord, data: Data | undefined): Data =>
  data ? { ...textBy(kinds, { ...root, data }), ...pick(root.data, movingOf(kinds[root.kind])) } : root.data;

function answersOf(kinds: Kinds, row: Transition, scene: Scene, root: MilieuRecord): MilieuRecord[] | Refused {
  const rules = row.answers ?? [];
  const given = scene.input.answers ?? [];
  const ids = new Set([root.id, ...given.map(({ id }) => id)]);
  if (ids.size <= given.length || given.some((answer) => !rules.some((rule) => rule.kind === answer.kind))) return new Refused('bad-answer');
  const records: MilieuRecord[] = [];
  for (const rule of rules) {
    const mine = given.filter((answer) => answer.kind === rule.kind);
    if (mine.length < (rule.min ?? 0) || mine.length > (rule.max ?? 1)) return new Refused('bad-answer');
    for (const answer of mine) records.push(answerOf(kinds[rule.kind], rule, answer, scene, root));
  }
  return records;
}

type AnswerGiven = NonNullable<Input['answers']>[number];
const answerOf = (kind: Kind | undefined, rule: AnswerRule, answer: AnswerGiven, scene: Scene, root: MilieuRecord): MilieuRecord => ({
  id: answer.id,
  kind: rule.kind,
  v: versionOf(kind, answer.data),
  community: root.community,
  by: scene.actor.person,
  to: rule.to?.(root) ?? answer.to ?? [],
  about: root.id,
  visibility: typeof rule.visibility === 'function' ? rule.visibility(root) : rule.visibility,
  at: scene.now,
  status: rule.status,
  rev: 1,
  data: answer.data,
});

const shown = (row: Transition, scene: Scene, before: MilieuRecord['visibility']): MilieuRecord['visibility'] =>
  typeof row.shows === 'function' ? row.shows(scene) : (row.shows ?? before);

const statusOf = (row: Transition, scene: Scene, before: string): string => row.pick?.(scene) ?? row.to[0] ?? before;

const pick = (data: Data, fields: readonly string[]): Data =>
  Object.fromEntries(fields.flatMap((field) => (data[field] === undefined ? [] : [[field, data[field]]])));

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const isIds = (value: unknown): boolean =>
  Array.isArray(value) && value.every((id) => typeof id === 'string') && new Set(value).size === value.length;
const isAnswer = (value: unknown): boolean =>
  isData(value) && typeof value['id'] === 'string' && typeof value['kind'] === 'string' && isIds(value['to'] ?? []) && isData(value['data']);

// Input from a network may have any type. Only the outer fields are checked here; each rule checks the fields of `data` that it reads.
const isInput = (value: unknown): value is Input =>
  isData(value) &&
  isIds(value['to'] ?? []) &&
  ['about', 'from'].every((name) => typeof (value[name] ?? '') === 'string') &&
  ['data', 'moves'].every((name) => isData(value[name] ?? {})) &&
  Array.isArray(value['answers'] ?? []) &&
  ((value['answers'] ?? []) as unknown[]).every(isAnswer);

/** Deep equality of plain JSON data. The order of keys does not matter. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = Object.entries(b).filter(([, value]) => value !== undefined);
  return left.length === right.length && left.every(([key, value]) => same(value, (b as Record<string, unknown>)[key]));
}
