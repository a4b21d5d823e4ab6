import { renderErased } from '../../render/discord/renderPrivacy.ts';
import type { BotDeps } from '../botDeps.ts';
import type { Pressed } from '../components/pressed.ts';
import { toOptions } from '../reply.ts';
import { UserError } from '../userError.ts';

/**
 * Erases what is stored of the one who presses.
 * @throws UserError where the button was made for somebody else.
 */
export const eraseMine = async (
  interaction: Pressed,
  userId: string,
  { privacy }: BotDeps,
): Promise<void> => {
  if (interaction.user.id !== userId) throw new UserError('not-your-data');
  const count = await privacy.erase(userId);
  const { flags, ...options } = toOptions(renderErased(count));
  await interaction.update(options as Parameters<Pressed['update']>[0]);
};
