import type { Data, MilieuRecord } from '../../record.js';
import type { Scene } from '../../transition.js';

/** `chair` leads, `timekeeper` looks after the time, `notes` writes the minutes, `welcome` greets new people. */
export type Role = 'chair' | 'timekeeper' | 'notes' | 'welcome';
export const everyRole: readonly Role[] = ['chair', 'timekeeper', 'notes', 'welcome'];

/** An answer to the question who has a role. It counts as long as the plan still asks the same person. */
export interface RoleAnswer extends Readonly<Record<string, unknown>> {
  /** Id of the person whom the plan asked; empty if it asked nobody. */
  readonly asked: string;
  /** Id of the person who has agreed to it. Empty: it was handed back, and nobody has it. */
  readonly by: string;
}
export type Taken = Readonly<Partial<Record<Role, RoleAnswer>>>;

/** The part of a meeting that says who has which role; see `Meeting`. */
export interface Roles extends Readonly<Record<string, unknown>> {
  readonly chair: string;
  readonly notes?: string;
  readonly timekeeper?: string;
  readonly welcome?: string;
  readonly taken?: Taken;
}

const answerTo = (meeting: Roles, role: Role): RoleAnswer | undefined => {
  const answer = meeting.taken?.[role];
  return answer?.asked === (meeting[role] ?? '') ? answer : undefined;
};

/** Id of the person who has a role now, also if they have only been asked; undefined if nobody has it. */
export const roleTaker = (meeting: Roles, role: Role): string | undefined => (answerTo(meeting, role)?.by ?? meeting[role]) || undefined;

/** Whether a person has been asked for a role and has not answered. Who plans a meeting has agreed to what they take on. */
export const isAsked = ({ by, data }: MilieuRecord<Roles>, role: Role): boolean =>
  answerTo(data, role) === undefined && data[role] !== undefined && data[role] !== by;

/** The person who answers for a meeting: its chair, or whoever was asked first if nobody is. */
export const chairOf = (meeting: Roles): string => roleTaker(meeting, 'chair') ?? meeting.chair;

const isMeeting = (record: MilieuRecord<Data>): record is MilieuRecord<Roles> => record.kind === 'meeting';

/** The meeting with the people who have its roles now, for the rules that ask who leads it. */
export function withHolders(record: MilieuRecord<Data> | undefined): MilieuRecord | undefined {
  if (!record || !isMeeting(record) || !record.data.taken) return record;
  const holders = Object.fromEntries(everyRole.map((role) => [role, roleTaker(record.data, role) ?? '']));
  return { ...record, data: { ...record.data, ...holders } };
}

/** What the act asks for each role: the id of a person, or empty. */
const wanted = ({ input }: Scene<Roles>, role: Role): unknown => {
  const given = input.moves?.['taken'] as Partial<Record<Role, { by?: unknown }>> | null | undefined;
  return typeof given === 'object' ? given?.[role]?.by : undefined;
};

const answered = ({ root }: Scene<Roles>, roles: readonly Role[], by: string): Taken => ({
  ...root?.data.taken,
  ...Object.fromEntries(roles.map((role) => [role, { asked: root?.data[role] ?? '', by }])),
});

/** The roles after the actor has taken those that nobody else has. */
export function taken(scene: Scene<Roles>): Taken {
  const { root, actor } = scene;
  const free = (role: Role): boolean => [undefined, actor.person].includes(root && roleTaker(root.data, role));
  const mine = everyRole.filter((role) => wanted(scene, role) === actor.person && free(role));
  return answered(scene, mine, actor.person);
}

/** The roles after the actor has handed back some of their own. */
export function handedBack(scene: Scene<Roles>): Taken {
  const { root, actor } = scene;
  const mine = everyRole.filter((role) => wanted(scene, role) === '' && root && roleTaker(root.data, role) === actor.person);
  return answered(scene, mine, '');
}
