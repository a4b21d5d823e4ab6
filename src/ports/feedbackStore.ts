/** What one person thinks of one answer. */
export type Feedback = { answerId: string; userId: string; isHelpful: boolean };

export type FeedbackStore = {
  /**
   * Keeps the latest opinion of a person on an answer: counted once.
   * @returns what was known before: nothing, the same, or the other opinion.
   */
  record: (feedback: Feedback) => Promise<'new' | 'same' | 'changed'>;
  /** How many people found an answer helpful, and how many did not. */
  count: (answerId: string) => Promise<{ helpful: number; notHelpful: number }>;
};
