import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import type { ImportReport } from '../../app/importPapers.ts';
import { faultOf } from '../../ports/faultOf.ts';
import type { MessagePayload } from '../../render/discord/messagePayload.ts';
import { renderNotice } from '../../render/discord/renderNotice.ts';
import type { BotDeps } from '../botDeps.ts';
import { toOptions } from '../reply.ts';
import { UserError } from '../userError.ts';

/** How often a person sees how far it is: an edit of a message each time. */
const TELL_EVERY_MS = 2_500;

export type Tell = (report: ImportReport) => void;

type Work = (tell: Tell) => Promise<MessagePayload>;

/**
 * Brings papers into a server: one import at a time, answered at once and told of as it goes. A
 * stop of the bot waits for it as for every answer.
 * @throws UserError in plain words.
 */
export const bringIn = async (
  interaction: ChatInputCommandInteraction,
  guildId: string,
  deps: BotDeps,
  work: Work,
): Promise<void> => {
  if (deps.serverPapers === 0) throw new UserError('no-papers-taken');
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  let toldAt = Date.now();
  let telling: Promise<unknown> = Promise.resolve();
  const show = (payload: MessagePayload): Promise<unknown> => {
    const { flags, ...options } = toOptions(payload);
    return interaction.editReply(options as Parameters<typeof interaction.editReply>[0]);
  };
  const tell: Tell = ({ added, changed, unchanged }) => {
    if (Date.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = Date.now();
    const words = `${added + changed + unchanged} papers so far …`;
    // What cannot be told on the way is told at the end.
    telling = telling.then(() => show(renderNotice(words))).catch(() => {});
  };
  const done = await deps.importing.run(guildId, async () => {
    try {
      // From here on the server has something outside of the store, to be erased with it.
      await deps.guilds.know(guildId);
      return await work(tell);
    } catch (error) {
      if (error instanceof UserError) return renderNotice(error.message);
      deps.logger.error({ fault: faultOf(error) }, 'papers could not be brought in');
      return renderNotice(new UserError('papers-unavailable').message);
    }
  });
  await telling;
  await show(done ?? renderNotice(new UserError('library-busy').message));
};
