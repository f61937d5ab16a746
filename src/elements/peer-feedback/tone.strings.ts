/** The English strings of what is pointed out in a reminder. They load with it. */
export const toneStrings = {
  'tone.declared': 'While you write a reminder, this page looks for words that can hurt. It does so on this device only. You decide what to write.',
  'tone.heading': 'Before you send it',
  'tone.always': '“{words}”: can you tell one time you saw it?',
  'tone.label': '“{words}” is a name for a person. What did you see them do?',
  'tone.diagnosis': '“{words}” is a word for a doctor to use. What did you see or hear?',
  'tone.motive': '“{words}”: we can’t see why people do things. What did you see or hear?',
  'tone.threat': '“{words}” can sound like a threat. What would help?',
  'tone.capitals': '“{words}”: capital letters can feel like shouting.',
  'tone.but': '“{words}”: a “but” can wipe out the kind words before it. Two sentences are easier to hear.',
  'tone.off': 'Don’t look for them',
  'tone.is-off': 'This page has stopped looking for words that can hurt.',
  'tone.on': 'Look for them again',
} as const;
