/**
 * What was asked in a server, counted by what it was about and never by whom. A topic is the ids
 * that the question linked to, or, where it linked to none, its own words in a fixed order.
 */
export type AskedQuestion = {
  guildId: string;
  /** Kind of the answer. */
  kind: string;
  /** "gabapentin + hemifacial-spasm" */
  topic: string;
  /** Whether there was an answer from records. */
  isAnswered: boolean;
};

export type TopicCount = { topic: string; count: number };

export type UsageReport = {
  asked: number;
  answered: number;
  helpful: number;
  notHelpful: number;
  topics: TopicCount[];
  gaps: TopicCount[];
  /** Questions a day (ISO date), oldest first, days without any included. */
  days: { day: string; asked: number }[];
};

export type UsageStore = {
  count: (asked: AskedQuestion) => Promise<void>;
  /** @param days counted back from today */
  report: (guildId: string, days: number, most: number) => Promise<UsageReport>;
  /** Keeps the text of a question of a server that turned its log on: without any person. */
  log: (guildId: string, text: string) => Promise<void>;
  /** The logged questions, newest first. */
  logged: (guildId: string, limit: number) => Promise<{ day: string; text: string }[]>;
  /** Erases logged questions, and counts and opinions, older than so; how many rows. */
  erase: (logOlderThanMs: number, countsOlderThanMs: number) => Promise<number>;
  /** When the last weekly report was sent to a server, ms since 1970; null for never. */
  lastReport: (guildId: string) => Promise<number | null>;
  setLastReport: (guildId: string, at: number) => Promise<void>;
};
