import { mayRead } from '../../../src/model/may-read.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { actorOf, actors } from '../dice.js';
import type { Act, World } from '../random-walk.js';

type Law = (act: Act, world: World) => boolean;

const readers = (record: MilieuRecord): string[] => actors.filter((actor) => mayRead(record, actor)).map(({ person }) => person);
const isStaff = (person: string): boolean => actorOf(person).as === 'staff';

/** What must never happen around feedback that does not feel OK, or that is said or read with somebody there. */
export const feedbackLaws: Record<string, Law> = {
  'why feedback does not feel OK is read by staff, and never by whom it is about': ({ answers }) =>
    answers.every(
      (answer) =>
        answer.kind !== 'feedback-reply' ||
        answer.data['reasons'] === undefined ||
        readers(answer).every((person) => person === answer.by || (isStaff(person) && !answer.to.includes(person))),
    ),
  'who asks to read a reminder with staff tells staff, and not its author': ({ after, answers }) =>
    [after, ...answers].every(
      (record) =>
        record.kind !== 'feedback-reading' ||
        readers(record).every((person) => person === record.by || (isStaff(person) && !record.to.includes(person))),
    ),
  'to read a reminder with staff is no answer to it': ({ kind, action, before, after }) =>
    kind !== 'feedback' || action !== 'with-staff' || (after.status === 'put-by' && after.visibility === before?.visibility),
  'only its author says that a reminder was said in person': ({ action, kind, after, actor }) =>
    kind !== 'feedback' || action !== 'said' || (after.by === actor.person && after.data['inPerson'] === true && readers(after).length === 1),
};
