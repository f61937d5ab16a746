/** The English strings for when and how to read a reminder. Only its receiver reads them. */
export const readingStrings = {
  'feedback.reading.when': 'When to read it',
  'feedback.reading.later': 'Later',
  'feedback.reading.with-staff': 'With staff',
  'feedback.reading.told': 'If you choose “With staff”, staff are told. {name} is not.',
  'feedback.reading.asked': 'You asked to read this with staff.',
  'feedback.reading.alone': 'I don’t need staff for this',
} as const;
