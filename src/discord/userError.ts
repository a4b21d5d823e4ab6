/** Every fault that is the asker's to know of, in words that say what to do. */
const WORDS = {
  'unknown-command':
    'I do not know this command any more. Restart Discord to get the new list; if it stays, an admin can run the deployment again.',
  'stale-component':
    'This button is from an older version of me, so I cannot tell what it belongs to. Please ask the question again.',
  'question-lost':
    'I cannot read which question this answer belongs to. Please ask the question again.',
  'not-yours':
    'Only the person who asked, or a moderator who may manage messages here, can remove this answer.',
  'no-such-study':
    'No study record here fits this. That says nothing about the study. Try the first author and the year, words of the title, a PMID or a DOI.',
  'several-studies': 'Several studies fit this. Use /study again and choose one:',
  'cannot-remove':
    'I could not remove this answer: it may be gone already, or I may not delete messages here. A moderator can delete it.',
  'nothing-to-check':
    'There is no text in this message that I can read. Use it on a message with words in it.',
  'no-reason': 'There was nothing in it that I could keep, so nothing was noted.',
  'no-opinion':
    'I have no opinion of yours on this answer any more, so the reason was not kept. Press “Not helpful” again first.',
  'not-your-data': 'Only you can erase what is stored about you: use /privacy delete yourself.',
  'no-safety':
    'No label or study here tells of harms of this treatment. That is no proof of safety.',
} as const;

export type UserErrorCode = keyof typeof WORDS;

/** A fault of what a person did: told to that person alone, in plain words. No bug. */
export class UserError extends Error {
  override name = 'UserError';
  readonly code: UserErrorCode;

  /** @param lines what the words speak of, a line each */
  constructor(code: UserErrorCode, lines: readonly string[] = []) {
    super([WORDS[code], ...lines].join('\n'));
    this.code = code;
  }
}
