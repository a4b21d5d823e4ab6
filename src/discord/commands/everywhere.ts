import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10';

/** For commands that work in servers, in direct messages, and as an app that a person installs. */
export const EVERYWHERE = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};
