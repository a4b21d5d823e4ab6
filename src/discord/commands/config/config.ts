import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { defineCommandOfParts } from '../../command.ts';
import { admit } from '../../config/admit.ts';
import { channels } from './channels.ts';
import { conditions } from './conditions.ts';
import { exportPart, importPart } from './exchange.ts';
import { history, undo } from './history.ts';
import { panel } from './panel.ts';
import { reset, set } from './set.ts';
import { show } from './show.ts';

/** `/config`: the settings of a server, for those who may change them. */
export const config = defineCommandOfParts({
  payload: {
    name: 'config',
    description: 'The settings of this server',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  },
  gate: async (interaction, deps) => {
    await admit(interaction, deps);
  },
  parts: [panel, show, set, reset, channels, conditions, history, undo, exportPart, importPart],
});
