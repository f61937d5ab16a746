/** The English strings of suggestions that were answered outside the meeting. They load with their view. */
export const answeredStrings = {
  'meeting.waiting.answered': 'Answered outside the meeting',
} as const;
