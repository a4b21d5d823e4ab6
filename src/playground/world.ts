import type {
  APIApplicationCommand,
  APIMessage,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
} from 'discord-api-types/v10';

/** All that this small Discord holds, in memory. */
export type World = {
  readonly applicationId: string;
  readonly bot: APIUser;
  readonly guild: Guild;
  readonly roles: Map<string, APIRole>;
  readonly users: Map<string, APIUser>;
  readonly members: Map<string, Member>;
  readonly channels: Map<string, Channel>;
  readonly commands: Map<string, APIApplicationCommand>;
  readonly files: Map<string, StoredFile>;
};

export type Guild = {
  id: string;
  name: string;
  ownerId: string;
  locale: string;
  joinedAt: string;
  /** Where Discord itself writes; null for nowhere. */
  systemChannelId: string | null;
};

export type Member = { userId: string; roles: string[]; nick: string | null; joinedAt: string };

export type Channel = {
  readonly id: string;
  readonly type: ChannelType;
  /** Null for direct messages. */
  readonly guildId: string | null;
  name: string;
  topic: string;
  /** The channel a thread hangs under. */
  readonly parentId: string | null;
  readonly position: number;
  overwrites: APIOverwrite[];
  /** Who is in a direct message. */
  readonly recipients: readonly string[];
  /** Who started a thread. */
  readonly ownerId: string | null;
  archived: boolean;
  lastMessageId: string | null;
  /** Oldest first. */
  readonly messages: Map<string, StoredMessage>;
};

export type StoredMessage = {
  readonly message: APIMessage;
  /** The only user who sees it; null when everybody does. */
  readonly onlyFor: string | null;
};

export type StoredFile = { name: string; type: string; body: Uint8Array };

/** The channels that hang under another. */
export const threadsOf = (world: World, parentId: string): Channel[] =>
  [...world.channels.values()].filter((channel) => channel.parentId === parentId);
