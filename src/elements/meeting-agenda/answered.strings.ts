/** The English strings of suggestions that were answered outside the meeting or joined. They load with their view. */
export const answeredStrings = {
  'meeting.waiting.answered': 'Answered outside the meeting',
  'meeting.waiting.joined': 'Joined with another suggestion',
  'meeting.waiting.with': 'Joined with “{title}”. The answer counts for yours too.',
  'meeting.waiting.with-other': 'Joined with another suggestion.',
} as const;
