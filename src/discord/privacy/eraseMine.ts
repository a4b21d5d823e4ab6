import { faultOf } from '../../ports/faultOf.ts';
import { renderErased } from '../../render/discord/renderPrivacy.ts';
import type { BotDeps } from '../botDeps.ts';
import type { Pressed } from '../components/pressed.ts';
import { toOptions } from '../reply.ts';
import { UserError } from '../userError.ts';

/**
 * Erases what is stored of the one who presses.
 * @throws UserError where the button was made for somebody else, or the store cannot be written.
 */
export const eraseMine = async (
  interaction: Pressed,
  userId: string,
  { privacy, logger }: BotDeps,
): Promise<void> => {
  if (interaction.user.id !== userId) throw new UserError('not-your-data');
  const count = await privacy.erase(userId).catch((error) => {
    logger.error({ fault: faultOf(error) }, 'a person could not be erased');
    throw new UserError('not-erased');
  });
  const { flags, ...options } = toOptions(renderErased(count));
  await interaction.update(options as Parameters<Pressed['update']>[0]);
};
