import type { Caveat } from '../app/createCaveat.ts';
import type { Readings } from '../app/papers/createReadings.ts';
import type { ReviewDesk } from '../app/papers/createReviewDesk.ts';
import type { FeedbackStore } from '../ports/feedbackStore.ts';
import type { GuildStore } from '../ports/guildStore.ts';
import type { Literature } from '../ports/literature.ts';
import type { Logger } from '../ports/logger.ts';
import type { ReadPapers } from '../ports/paperSource.ts';
import type { PaperStore } from '../ports/paperStore.ts';
import type { PrivacyStore } from '../ports/privacyStore.ts';
import type { ReplyStore } from '../ports/replyStore.ts';
import type { SettingsStore } from '../ports/settingsStore.ts';
import type { UsageStore } from '../ports/usageStore.ts';
import type { Command } from './command.ts';
import type { Courtesy } from './events/createCourtesy.ts';
import type { InHand } from './inHand.ts';
import type { OneAtATime } from './library/oneAtATime.ts';
import type { Limits } from './limits/createLimits.ts';
import type { Pictures } from './pictures/createPictures.ts';

/** All that the bot's handlers work with. */
export type BotDeps = {
  caveat: Caveat;
  commands: readonly Command[];
  replies: ReplyStore;
  feedback: FeedbackStore;
  settings: SettingsStore;
  guilds: GuildStore;
  usage: UsageStore;
  privacy: PrivacyStore;
  /** Papers that were brought in, by whoever runs the bot or by a server. */
  papers: PaperStore;
  /** Where papers beyond those are looked up. */
  literature: Literature;
  readPapers: ReadPapers;
  /** The most papers that a server may bring in. */
  serverPapers: number;
  /** One import of a server at a time. */
  importing: OneAtATime;
  /** What programs read in papers, beside answers. */
  readings: Readings;
  /** The review of papers by a server's admins. */
  desk: ReviewDesk;
  logger: Logger;
  pictures: Pictures;
  inHand: InHand;
  /** Messages, which can wait, let interactions go first. */
  courtesy: Courtesy;
  /** How much anybody may ask and press. */
  limits: Limits;
  /**
   * Whether every message of a channel is heard where the server has set nothing; a thread hears
   * what its parent does.
   */
  hearsAll: (channelId: string, parentId: string | null) => boolean;
  version: string;
  /** Who runs this bot and how to reach them; null where they do not say. */
  operatorContact: string | null;
  /** What is promised to people, in full: file names and texts. */
  documents: readonly { name: string; text: string }[];
};
