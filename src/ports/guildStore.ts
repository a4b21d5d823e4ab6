/** What is known of a server itself. */
export type GuildStore = {
  /**
   * The bot is there (again): nothing will be erased.
   * @returns whether it came back to a server that it had left, of which something was kept.
   */
  joined: (guildId: string) => Promise<{ isBack: boolean }>;
  /** The bot was removed. */
  left: (guildId: string) => Promise<void>;
  /** Servers of which something is kept and that the bot has not left, as far as is known. */
  present: () => Promise<string[]>;
  /** Something is kept of a server outside of this store: it is known from now on. */
  know: (guildId: string) => Promise<void>;
  /** Servers left longer ago than so, of which something is still kept. */
  leftBefore: (olderThanMs: number) => Promise<string[]>;
  /** Erases everything of servers left longer ago than so; how many they were. */
  eraseLeft: (olderThanMs: number) => Promise<number>;
  /** What identifies the slash commands last deployed there; null where none were. */
  deployedCommands: (guildId: string) => Promise<string | null>;
  setDeployedCommands: (guildId: string, hash: string) => Promise<void>;
};
