/** What one person thinks of one answer. */
export type Feedback = {
  answerId: string;
  userId: string;
  isHelpful: boolean;
  /** The server it was given in; null outside of any. */
  guildId: string | null;
};

export type FeedbackStore = {
  /**
   * Keeps the latest opinion of a person on an answer: counted once.
   * @returns what was known before: nothing, the same, or the other opinion.
   */
  record: (feedback: Feedback) => Promise<'new' | 'same' | 'changed'>;
  /** Adds why, in the person's words, to the opinion they gave; false where they gave none. */
  explain: (answerId: string, userId: string, reason: string) => Promise<boolean>;
  /** How many people found an answer helpful, and how many did not. */
  count: (answerId: string) => Promise<{ helpful: number; notHelpful: number }>;
};
