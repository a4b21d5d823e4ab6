import { renderHome } from '../../../render/discord/config/renderHome.ts';
import { definePart } from '../../command.ts';
import { admit } from '../../config/admit.ts';
import { panelStateOf } from '../../config/panelState.ts';
import { answerInteraction } from '../../reply.ts';

export const panel = definePart({
  payload: { name: 'panel', description: 'See and change the settings with menus' },
  run: async ({ interaction, deps }) => {
    const state = panelStateOf(await admit(interaction, deps), deps);
    await answerInteraction(interaction, renderHome(state), { isPrivate: true });
  },
});
