/** What is known of a server itself. */
export type GuildStore = {
  /** The bot is there (again): nothing will be erased. */
  joined: (guildId: string) => Promise<void>;
  /** The bot was removed. */
  left: (guildId: string) => Promise<void>;
  /** Erases everything of servers left longer ago than so; how many they were. */
  eraseLeft: (olderThanMs: number) => Promise<number>;
  /** What identifies the slash commands last deployed there; null where none were. */
  deployedCommands: (guildId: string) => Promise<string | null>;
  setDeployedCommands: (guildId: string, hash: string) => Promise<void>;
};
