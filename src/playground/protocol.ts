import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIGuildMember,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
} from 'discord-api-types/v10';

/**
 * What the page and the stand-in say to each other over one WebSocket a tab
 * (`/playground/socket?user=ID`), as JSON objects. The page sees what Discord's own client would
 * show that user: ephemeral messages only where they are theirs.
 */

export type PageChannel = {
  id: string;
  name: string;
  kind: 'text' | 'thread' | 'forum' | 'direct';
  topic: string;
  /** The channel it hangs under: a thread's. */
  parentId: string | null;
};

export type PageRole = { id: string; name: string };

export type PageUser = { user: APIUser; member: APIGuildMember | null; isAdmin: boolean };

/** A message with what only this user sees of it. */
export type PageMessage = APIMessage & { ephemeral: boolean };

/** The value a person gives to one option, as they typed or chose it. */
export type OptionValue = string | number | boolean;

/** The ids of the commands that are offered in a channel, by the channel's id. */
export type OfferedCommands = Record<string, string[]>;

/** From the stand-in to the page. */
export type ToPage =
  | {
      event: 'ready';
      me: string;
      bot: APIUser;
      users: PageUser[];
      guildName: string;
      /** The roles of the server, without that of everybody. */
      roles: PageRole[];
      channels: PageChannel[];
      commands: APIApplicationCommand[];
      offered: OfferedCommands;
      /** The last messages of each channel, oldest first, by channel id. */
      messages: Record<string, PageMessage[]>;
      /** Whether the bot's gateway connection is up. */
      isBotOnline: boolean;
    }
  | { event: 'channels'; channels: PageChannel[]; offered: OfferedCommands }
  | { event: 'commands'; commands: APIApplicationCommand[]; offered: OfferedCommands }
  | { event: 'bot'; isOnline: boolean }
  | { event: 'message'; message: PageMessage }
  | { event: 'messageChanged'; message: PageMessage }
  | { event: 'messageGone'; channelId: string; messageId: string }
  | { event: 'typing'; channelId: string; userId: string }
  /** The answer to the `autocomplete` of the same `request`. */
  | { event: 'choices'; request: string; choices: APIApplicationCommandOptionChoice[] }
  /** The bot opens a modal for the interaction of the same `request`. */
  | { event: 'modal'; request: string; modal: APIModalInteractionResponseCallbackData }
  /** The interaction of `request` was acknowledged, or failed as Discord would say it. */
  | { event: 'done'; request: string }
  /** `request` is empty where a message, an edit or a deletion was refused. */
  | { event: 'failed'; request: string; reason: string };

/** From the page to the stand-in. `request` is made by the page and names the exchange. */
export type FromPage =
  | { op: 'send'; channelId: string; content: string; replyTo: string | null }
  | { op: 'edit'; channelId: string; messageId: string; content: string }
  | { op: 'delete'; channelId: string; messageId: string }
  | {
      op: 'command';
      request: string;
      channelId: string;
      commandId: string;
      /** Subcommand group and subcommand, where the command has them. */
      path: string[];
      options: Record<string, OptionValue>;
      /** Files for options of the type attachment, by option name. */
      files: Record<string, { name: string; type: string; base64: string }>;
    }
  /** A message command: Apps > name, on a message. */
  | {
      op: 'messageCommand';
      request: string;
      channelId: string;
      commandId: string;
      messageId: string;
    }
  | {
      op: 'autocomplete';
      request: string;
      channelId: string;
      commandId: string;
      path: string[];
      /** What is filled in so far; `focused` names the option being typed. */
      options: Record<string, OptionValue>;
      focused: string;
    }
  | {
      op: 'component';
      request: string;
      channelId: string;
      messageId: string;
      customId: string;
      /** The chosen values of a select menu; empty for a button. */
      values: string[];
    }
  | {
      op: 'modal';
      request: string;
      channelId: string;
      /** The message whose component opened the modal; null where a command did. */
      messageId: string | null;
      customId: string;
      /** Values by the custom ids of the modal's inputs. */
      fields: Record<string, string | string[]>;
    };
