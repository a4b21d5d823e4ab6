import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { channelKey, readChannel } from '../../../core/settings/channelSettings.ts';
import { MODES, PLACES } from '../../../core/settings/settings.ts';
import { ANSWERED_TYPES, renderChannels } from '../../../render/discord/config/renderChannels.ts';
import { definePart } from '../../command.ts';
import { admit } from '../../config/admit.ts';
import { channelValue } from '../../config/chosenValue.ts';
import { hearingOf } from '../../config/hearing.ts';
import { panelStateOf } from '../../config/panelState.ts';
import { answerInteraction } from '../../reply.ts';
import { UserError } from '../../userError.ts';
import { changeByCommand } from './changeByCommand.ts';

const INHERIT = 'default';

const nameLabel = ({ value, label }: { value: string; label: string }) => ({ name: label, value });

export const channels = definePart({
  payload: {
    name: 'channels',
    description: 'What is answered in a channel, and where; without a channel you see them all',
    options: [
      {
        type: ApplicationCommandOptionType.Channel,
        name: 'channel',
        description: 'Which channel; its threads and posts go by it',
        channel_types: [...ANSWERED_TYPES],
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'mode',
        description: 'What is answered there',
        choices: [...MODES.map(nameLabel), { name: 'As the default', value: INHERIT }],
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'place',
        description: 'Where answers stand',
        choices: PLACES.map(nameLabel),
      },
    ],
  },
  run: async ({ interaction, args: { channel, mode, place }, deps }) => {
    const admitted = await admit(interaction, deps);
    if (channel === null || (mode === null && place === null)) {
      if (mode !== null || place !== null) throw new UserError('no-channel-named');
      const page = renderChannels(panelStateOf(admitted, deps));
      return answerInteraction(interaction, page, { isPrivate: true });
    }
    const now =
      readChannel(admitted.stored, channel) ??
      hearingOf({ channelId: channel, parentId: null }, admitted.stored, deps);
    const to =
      mode === INHERIT ? null : channelValue({ mode: mode ?? now.mode, place: place ?? now.place });
    return changeByCommand(interaction, { key: channelKey(channel), to }, { admitted, deps });
  },
});
