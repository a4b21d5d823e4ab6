import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { renderHome } from '../../../render/discord/config/renderHome.ts';
import { renderSetting } from '../../../render/discord/config/renderSetting.ts';
import { definePart } from '../../command.ts';
import { admit } from '../../config/admit.ts';
import { panelStateOf } from '../../config/panelState.ts';
import { answerInteraction } from '../../reply.ts';
import { completeKeys, KEY_LENGTH, keyOf } from './keys.ts';

/** The same as the panel, without its controls: to read. */
export const show = definePart({
  payload: {
    name: 'show',
    description: 'How the settings stand, all of them or one',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'key',
        description: 'Which setting; without one you see them all',
        max_length: KEY_LENGTH,
        autocomplete: true,
      },
    ],
  },
  run: async ({ interaction, args, deps }) => {
    const state = panelStateOf(await admit(interaction, deps), deps);
    const page =
      args.key === null
        ? renderHome(state, { interactive: false })
        : renderSetting(keyOf(args.key), state);
    await answerInteraction(interaction, { ...page, components: [] }, { isPrivate: true });
  },
  complete: ({ typed }) => completeKeys(typed),
});
