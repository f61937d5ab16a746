// What invented people say to each other in six invented weeks. No text is a real person's story.
export const affirmations = [
  ['You sat down next to Kit when nobody else had.', 'Dinner, Tuesday'],
  ['You asked how the phone call went, and then you listened.', 'After visiting time'],
  ['You said you were angry and stayed in the room.', 'Morning group'],
  ['You fixed the kettle without making a thing of it.', 'Kitchen'],
  ['You told the new person where the quiet room is.', 'Their first evening'],
  ['You took the early shift so I could sleep.', 'Monday'],
  ['You laughed at yourself when you dropped the tray. It made the table easier.', 'Breakfast'],
  ['You came back after the argument and said sorry first.', 'Hallway'],
  ['You kept the garden going in the rain.', 'All week'],
  ['You said no to going out with them. I saw that it was hard.', 'Front door'],
  ['You let me finish, even though you did not agree.', 'Community meeting'],
  ['You asked for help before it got too much.', 'Wednesday night'],
];
export const effects = ['I felt less alone.', 'The room got calmer.', 'I dared to say something too.', 'It made me want to try that.', ''];
export const reminders = [
  {
    saw: 'The pans were left in the sink after supper.',
    next: 'Could you tell me when you cannot manage? I can do them with you.',
    strength: 'You are quick and you care about the kitchen.',
  },
  {
    saw: 'You talked while Noor was talking.',
    next: 'Could you wait until she has finished?',
    strength: 'You have good ideas and people want to hear them.',
  },
  { saw: 'The music was on after eleven.', next: 'Headphones would help me sleep.', strength: 'You usually think of the people next door.' },
  {
    saw: 'You did not come to the crew on Friday.',
    next: 'Would it help if I knocked for you?',
    strength: 'When you are there the work goes twice as fast.',
  },
];
export const replyNotes = ['Thank you for saying it.', 'I did not know you saw that.', 'I will try.', ''];
export const duties = [
  {
    title: 'Set the tables',
    area: 'Dining room',
    minutes: 15,
    steps: [
      'Wash your hands.',
      'Count the people for tonight on the list by the door.',
      'Put out plates, cups and cutlery.',
      'Put the water jugs in the middle.',
    ],
  },
  {
    title: 'Water the herbs',
    area: 'Garden',
    minutes: 10,
    steps: ['Fill the green can.', 'Water the soil, not the leaves.', 'Tell Hope if something looks dry or ill.'],
  },
  {
    title: 'Fold the tea towels',
    area: 'Laundry',
    minutes: 20,
    steps: ['Take them out of the dryer.', 'Fold each one in four.', 'Put them in the second drawer.'],
  },
  {
    title: 'Read out the thought for the day',
    area: 'Morning meeting',
    minutes: 5,
    steps: ['Choose one from the tin.', 'Read it aloud, or ask someone to.'],
  },
  {
    title: 'Show a new person round',
    area: 'House',
    minutes: 30,
    steps: ['Ask what they like to be called.', 'Show the quiet room, the kitchen and the staff office.', 'Ask what they want to know.'],
  },
  {
    title: 'Sweep the back steps',
    area: 'Outside',
    minutes: 15,
    safety: 'Wear shoes. Ask staff if the steps are icy.',
    steps: ['Take the stiff broom.', 'Start at the top.'],
  },
];
/** What people tell staff when a duty is hard. */
export const helpNotes = ['Could someone show me the first time?', 'My back hurts today.'];
export const circles = ['welcome', 'caring', 'contributing', 'supporting', 'leading', 'bridging'];
export const items = [
  ['Could we have a lamp in the reading corner?', 'request', 'We will ask Tom for a lamp from the storeroom.', 'Bring a lamp from the storeroom'],
  ['Film night on Thursday', 'activity', 'Thursday at seven, Dara chooses.', 'Set up the screen on Thursday'],
  ['The bathroom rota', 'topic', 'We try the new rota for two weeks.', 'Hang up the new rota'],
  ['Thank the breakfast crew', 'appreciation', 'We thanked them.', ''],
  ['Quiet hour after lunch', 'proposal', 'A quiet hour from one to two, on trial.', 'Put a sign on the lounge door'],
  ['A walk to the river', 'activity', 'Saturday morning, for anyone who wants to come.', 'Ask who wants to walk on Saturday'],
  ['Who can help me with the laundry machine?', 'request', 'Ezra will show people how on Sunday.', 'Show the laundry machine on Sunday'],
  ['Tea after ten', 'proposal', 'Herbal tea until half past ten, cups washed.', 'Keep the cups clean after ten'],
  ['News about the boiler', 'announcement', 'It will be fixed on Monday.', ''],
  ['Can we grow tomatoes?', 'proposal', 'Yes, in the two big pots.', 'Buy tomato seeds'],
  ['The notice board is full', 'topic', 'We clear it every Friday.', 'Clear the notice board on Friday'],
  ['Someone to read to us in the evening', 'offer', 'Gwen reads on Wednesdays.', 'Choose the first book'],
];
/** Suggestions for the next meeting: title, kind, who. */
export const nextItems = [
  ['Could the heating come on earlier?', 'proposal', 'p-12'],
  ['A shelf for lost socks', 'topic', 'p-07'],
  ['Who would like to bake on Sunday?', 'activity', 'p-05'],
];
