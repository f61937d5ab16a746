/** A circle: a group of responsibilities in the community, with the support for them. It never contains a right. */
export interface Circle {
  /** Up to 64 characters; stored with every placement. */
  readonly id: string;
  /** Up to 40 characters. */
  readonly title: string;
  /** Its purpose, up to 200 characters. */
  readonly purpose: string;
  /** What a person in this circle looks after: 1 to 10 lines of up to 120 characters. */
  readonly looksAfter: readonly string[];
  /** The support that the person gets: 1 to 6 lines of up to 120 characters. */
  readonly support: readonly string[];
  /** Topics for the talk before the next circle: up to 8 lines of up to 160 characters. */
  readonly talkAbout: readonly string[];
  /** What becomes possible besides the work: up to 6 lines of up to 120 characters. Never a basic right. */
  readonly opens: readonly string[];
}

/** A template for a new duty; `minutes` is its duration in minutes. */
export interface StarterDuty {
  readonly title: string;
  readonly area: string;
  readonly steps: readonly string[];
  readonly minutes: number;
  readonly safety?: string;
}

/** Limits in characters (`id`, `title`, `purpose`, `line`, `talk`) and in circles per list (`least`, `most`). */
export const circleLimits = { id: 64, title: 40, purpose: 200, line: 120, talk: 160, least: 1, most: 8 } as const;

/** Basic rights: the same for everyone in every circle. No circle grants or removes them. */
export const rights: readonly string[] = ['food', 'rest', 'care', 'contact with family', 'fresh air', 'faith', 'the right to complain'];

/** Six default circles, each a little wider than the one before, written for this project. A host may replace them. */
export const circles: readonly Circle[] = [
  {
    id: 'welcome',
    title: 'Welcome',
    purpose: 'Settle in, and meet the people here.',
    looksAfter: [
      'Say what you like to be called, and how people can help you.',
      'Join in where you can.',
      'Keep your own space in order.',
      'Get to know what we have agreed here.',
    ],
    support: ['A buddy who shows you around.', 'A plan with staff for hard moments.', 'Short jobs only, up to 15 minutes.'],
    talkAbout: ['You know two people you can ask.', 'You have a plan for hard moments.', 'You know how to raise a concern.'],
    opens: ['Choose your first job.', 'Choose your own coping cards.'],
  },
  {
    id: 'caring',
    title: 'Caring for myself',
    purpose: 'Find a routine that works for you.',
    looksAfter: ['Your own daily routine.', 'The groups you said yes to.', 'One small job in a shared room.', 'Saying when it is too much.'],
    support: ['Someone who checks in with you.', 'Practice with coping skills.'],
    talkAbout: ['You can name three things that help you.', 'Your days have a routine that is your own.', 'You have asked for help once.'],
    opens: ['Choose activities.'],
  },
  {
    id: 'contributing',
    title: 'Contributing',
    purpose: 'Be part of a crew.',
    looksAfter: [
      'A weekly job with clear steps.',
      'Telling the crew in time when you can’t do it.',
      'Bringing an idea to a meeting when you have one.',
    ],
    support: ['A crew lead to turn to.', 'Someone who shows you the tools.'],
    talkAbout: ['You do the job, or say in time that you can’t.', 'You can say what went well and what was hard.'],
    opens: ['Suggest a change in the house.'],
  },
  {
    id: 'supporting',
    title: 'Supporting others',
    purpose: 'Be there for someone who is new.',
    looksAfter: [
      'Be a buddy for someone new.',
      'Teach one skill you use.',
      'Share what worked for you.',
      'Take a turn taking notes or keeping time.',
    ],
    support: ['Training for being a buddy.', 'A talk with staff every week.', 'You can hand it back at any time.'],
    talkAbout: [
      'Someone new says it helped.',
      'You know your limits: you are not a therapist. You keep no secrets about safety.',
      'You use your own plan when you are under pressure.',
    ],
    opens: ['Help lead a group.'],
  },
  {
    id: 'leading',
    title: 'Leading',
    purpose: 'Run something together with staff.',
    looksAfter: ['Lead a crew or chair a meeting.', 'Share out jobs fairly.', 'See that everyone is heard.', 'Bring concerns to staff.'],
    support: ['A staff partner.', 'A talk after hard moments.'],
    talkAbout: [
      'You share decisions.',
      'You ask how you are doing, and use what you hear.',
      'You never use your role to put yourself before others’ needs.',
    ],
    opens: ['Speak for the house with the people who run it.'],
  },
  {
    id: 'bridging',
    title: 'Bridging',
    purpose: 'Build your life outside, with people who know you.',
    looksAfter: [
      'Your own week.',
      'Steps toward work, learning or helping out.',
      'Steps with housing and money.',
      'People and groups outside.',
      'Your plan for after you leave.',
    ],
    support: ['Someone to help you plan for leaving.', 'A family talk, if you want one.', 'Set dates when we check in.'],
    talkAbout: [
      'You have tried your plan on real days.',
      'You have three people outside.',
      'You know your early warning signs, and what to do then.',
    ],
    opens: ['Come back to help others.'],
  },
];

/** Duties that most houses have. */
export const starterDuties: readonly StarterDuty[] = [
  {
    title: 'Set the tables',
    area: 'Dining room',
    steps: ['Wash your hands.', 'Count who is eating here today.', 'Plates, cups, forks, knives, spoons.', 'Water on every table.'],
    minutes: 15,
  },
  {
    title: 'Water the plants',
    area: 'Garden',
    steps: ['Fill the can at the outside tap.', 'Touch the soil. If it is dry, water it.', 'Put the can back.'],
    minutes: 10,
  },
  {
    title: 'Tidy the living room',
    area: 'Living room',
    steps: ['Cups to the kitchen.', 'Cushions and blankets back.', 'Wipe the table.', 'Open a window for a while.'],
    minutes: 15,
  },
  {
    title: 'Wash the dishes',
    area: 'Kitchen',
    steps: ['Scrape the plates.', 'Glasses first, pans last.', 'Dry and put away.', 'Wipe the sink.'],
    minutes: 30,
    safety: 'Hot water. Knives go in one at a time.',
  },
  {
    title: 'Take out the trash',
    area: 'Kitchen',
    steps: ['Put on gloves.', 'Tie the bags.', 'Sort paper, glass and the rest.', 'Put in new bags. Wash your hands.'],
    minutes: 10,
    safety: 'If a bag is heavy or something sticks out, leave it and tell staff.',
  },
  {
    title: 'Set up the meeting room',
    area: 'Meeting room',
    steps: ['Chairs in a circle, one for everyone.', 'Agenda where all can see it.', 'Water and cups.'],
    minutes: 15,
  },
  {
    title: 'Welcome a new person',
    area: 'The house',
    steps: [
      'Say hello and tell them your name.',
      'Ask what they would like to see first.',
      'Show the kitchen, the garden and where staff are.',
      'Sit with them at a meal.',
    ],
    minutes: 45,
  },
];
