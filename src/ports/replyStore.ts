/**
 * Which message of ours, in which channel, answers which message of a person: ids alone, for an
 * hour.
 */
export type Reply = { messageId: string; channelId: string; replyId: string };

export type ReplyStore = {
  remember: (reply: Reply) => Promise<void>;
  /** The reply to a message; null where there is none or it is over an hour old. */
  find: (messageId: string) => Promise<Reply | null>;
  forget: (messageId: string) => Promise<void>;
};
