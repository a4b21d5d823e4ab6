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
  'not-erased': 'It could not all be erased at the moment. Please press again in a few minutes.',
  'not-your-data': 'Only you can erase what is stored about you: use /privacy delete yourself.',
  'not-in-server': 'This works in a server that I was added to.',
  'may-not-configure':
    'Only members with the permission “Manage Server”, or with a role that they chose for it, may do this.',
  'managers-only':
    'Only members with the permission “Manage Server” may say who else may change the settings. Nothing was changed.',
  'topic-off': 'There is nothing to show here any more.',
  'no-such-setting': 'There is no such setting. These there are:',
  'no-such-condition':
    'I have no studies on this condition, so there is nothing to switch. Choose one of the list.',
  'no-channel-named': 'Say which channel this is for. Nothing was changed.',
  'not-saved': 'Nothing was changed.',
  'settings-unavailable':
    'The settings cannot be saved at the moment, so nothing was changed. Questions are answered as before. Please try again in a few minutes.',
  'history-unavailable':
    'The list of changes cannot be read at the moment. Please try again in a few minutes.',
  'nothing-to-undo': 'Nothing was changed here yet, so there is nothing to take back.',
  'bad-file': 'This file was not taken, and nothing was changed.',
  'file-unreadable': 'I could not read this file, so nothing was changed. Please upload it again.',
  'no-papers-taken':
    'Whoever runs this bot takes no papers of servers. Papers of theirs are found by /library search.',
  'library-busy':
    'Papers are being brought in here already. Please wait until that is done, and try again.',
  'literature-unreachable': 'The papers could not be looked up, and nothing was added.',
  'no-paper-named':
    'I read no PMID, PMCID or DOI in this. Write them with spaces between, such as: 9347598 PMC101395 10.1000/x',
  'papers-unavailable':
    'The papers cannot be read or written at the moment. Please try again in a few minutes.',
  'paper-gone':
    'This paper is not here any more: it was removed or rejected, or cannot be read now. Please ask the question again.',
  'no-such-paper':
    'No paper of this server, or of whoever runs this bot, has this PMID, PMCID or DOI.',
  'no-own-paper':
    'No paper of this server has this PMID, PMCID or DOI, so nothing was erased. Papers of whoever runs this bot are theirs to erase.',
  'several-papers':
    'Two papers of this server have this number, so nothing was erased. Write PMID or PMC before it.',
  'not-corrected': 'This was not taken, and nothing was changed.',
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
