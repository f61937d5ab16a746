/** One part of a default agenda. */
export interface AgendaPart {
  /** 3 to 80 characters. */
  readonly title: string;
  readonly kind: 'announcement' | 'follow-up' | 'proposal' | 'request' | 'offer' | 'topic' | 'appreciation' | 'activity';
  readonly minutes: number;
  /** One line that says how this part goes, up to 500 characters. */
  readonly detail?: string;
}

/** A default agenda that people can start from and then change. */
export interface DefaultAgenda {
  readonly id: string;
  /** Up to 80 characters. */
  readonly title: string;
  /** What the meeting is for, in one sentence of at most 200 characters. */
  readonly purpose: string;
  /** In order; at most 11 parts. */
  readonly parts: readonly AgendaPart[];
}

/** How long the whole meeting takes, in minutes. */
export const minutesOf = (agenda: DefaultAgenda): number => agenda.parts.reduce((sum, part) => sum + part.minutes, 0);

const passing = 'Everyone can say something. You can pass.';

/** Six meeting agendas, as houses and wards use them. Source: the project's field study of community meetings. */
export const defaultAgendas: readonly DefaultAgenda[] = [
  {
    id: 'community',
    title: 'Community meeting',
    purpose: 'To run this house together.',
    parts: [
      {
        title: 'Promises from last time',
        kind: 'follow-up',
        minutes: 6,
        detail: 'What is done, what is not done yet, and what is no longer needed.',
      },
      {
        title: 'Welcome',
        kind: 'announcement',
        minutes: 4,
        detail: 'Why we meet, who does what today, and hello to new people by the name they choose.',
      },
      { title: 'Our agreements', kind: 'topic', minutes: 2, detail: 'One person reads one of them out.' },
      { title: 'How we are, one round', kind: 'activity', minutes: 8, detail: passing },
      { title: 'News and the week ahead', kind: 'announcement', minutes: 4 },
      {
        title: 'Ideas and requests',
        kind: 'proposal',
        minutes: 12,
        detail: 'Two at most. Each one ends with an answer, or with who will find out and by when.',
      },
      { title: 'Who needs help, who can help', kind: 'offer', minutes: 4 },
      { title: 'Thanks', kind: 'appreciation', minutes: 3 },
      { title: 'One word each, and what we promised', kind: 'activity', minutes: 2, detail: passing },
    ],
  },
  {
    id: 'short-stay',
    title: 'Meeting for a short stay',
    purpose: 'To make sure everyone knows the plan for the day and requests get an answer.',
    parts: [
      { title: 'Welcome, and who is working today', kind: 'announcement', minutes: 3 },
      { title: 'How I am, my goal, who can help', kind: 'activity', minutes: 8, detail: passing },
      { title: 'Today’s plan, and what has changed', kind: 'announcement', minutes: 4 },
      { title: 'Requests', kind: 'request', minutes: 6, detail: 'Each one gets an answer, or a day by which it will have one.' },
      { title: 'Thanks and close', kind: 'appreciation', minutes: 4 },
    ],
  },
  {
    id: 'morning',
    title: 'Morning meeting',
    purpose: 'To start the day together.',
    parts: [
      { title: 'A reading, or a word for today', kind: 'activity', minutes: 2 },
      { title: 'Goals for today', kind: 'activity', minutes: 6, detail: passing },
      { title: 'The day, and who takes over which job', kind: 'announcement', minutes: 4 },
      { title: 'Something good I saw', kind: 'appreciation', minutes: 5 },
      { title: 'Move and stretch', kind: 'activity', minutes: 3, detail: 'Only if you like.' },
    ],
  },
  {
    id: 'evening',
    title: 'Evening wrap-up',
    purpose: 'To end the day together.',
    parts: [
      { title: 'Good moments', kind: 'appreciation', minutes: 5 },
      { title: 'What was hard, and what helped', kind: 'activity', minutes: 5, detail: passing },
      { title: 'Tomorrow', kind: 'announcement', minutes: 3 },
      { title: 'Close', kind: 'activity', minutes: 2 },
    ],
  },
  {
    id: 'mutual-help',
    title: 'Mutual help',
    purpose: 'To help each other live well here.',
    parts: [
      { title: 'Thanks', kind: 'appreciation', minutes: 6 },
      { title: 'Something to look forward to', kind: 'announcement', minutes: 4 },
      { title: 'Small troubles and ideas', kind: 'topic', minutes: 10 },
      { title: 'Who needs something, who can offer it', kind: 'offer', minutes: 8 },
      { title: 'Close', kind: 'activity', minutes: 2 },
    ],
  },
  {
    id: 'quick',
    title: 'Quick meeting',
    purpose: 'To solve one thing now. Anyone can call this meeting.',
    parts: [
      { title: 'What is needed now', kind: 'topic', minutes: 3 },
      { title: 'What happened, facts only', kind: 'topic', minutes: 3 },
      { title: 'Ideas', kind: 'proposal', minutes: 5 },
      { title: 'Who does what, by when', kind: 'request', minutes: 3 },
      { title: 'Is everyone all right?', kind: 'activity', minutes: 1 },
    ],
  },
];

/** Default agreements for residents and staff, each up to 140 characters. A host may replace them. */
export const defaultAgreements: readonly string[] = [
  'We speak for ourselves.',
  'One person talks at a time.',
  'What people share stays here, unless someone is in danger.',
  'No threats, no hitting. No using or selling here.',
  'We ask before we touch and before we give advice.',
  'We knock before we go in.',
  'We say when we are late or when the plan changes.',
  'When something goes wrong between us, we put it right.',
];
