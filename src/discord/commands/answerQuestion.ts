import type {
  ChatInputCommandInteraction,
  InteractionEditReplyOptions,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Answer } from '../../core/domain/answer.ts';
import { faultOf } from '../../ports/faultOf.ts';
import { renderAnswer } from '../../render/discord/renderAnswer.ts';
import type { BotDeps } from '../botDeps.ts';
import { type Here, hereOf } from '../here.ts';
import { admitQuestion } from '../limits/admit.ts';
import { withBeyond, withPapers } from '../papers/besideAnswer.ts';
import { answerWithPicture } from '../pictures/answerWithPicture.ts';
import { pictureOfAnswer } from '../pictures/wantedPicture.ts';
import { tellPrivately, toOptions } from '../reply.ts';
import { topicOff } from '../topicOff.ts';
import { countQuestion } from '../usage/countQuestion.ts';
import { QUESTION_LENGTH } from './options.ts';

/** Answers that help nobody but the asker to ask better. */
const FOR_THE_ASKER: readonly string[] = ['help', 'clarify', 'out-of-scope'];

/** Where a channel is off nobody else sees answers; else the asker's word goes before the server's. */
const isHidden = (chosen: boolean | null, { mode, settings }: Here): boolean =>
  mode === 'off' || (chosen ?? settings.private);

/**
 * Answers a command with the answer to a question.
 * @param isPrivate what the asker chose; null where they left it to the server
 */
export const answerQuestion = async (
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  text: string,
  { isPrivate, deps }: { isPrivate: boolean | null; deps: BotDeps },
): Promise<void> => {
  const here = await hereOf(interaction, deps);
  const answer = deps.caveat.askShort(text, QUESTION_LENGTH, here.view);
  await admitQuestion(interaction, answer, deps);
  const off = topicOff(answer, here);
  if (off !== null) return tellPrivately(interaction, off);
  const isHiddenHere = isHidden(isPrivate, here) || FOR_THE_ASKER.includes(answer.kind);
  const render = (shown: Answer) =>
    renderAnswer(shown, { askerId: interaction.user.id, interactive: true, ...here.manner });
  const full = await withPapers(answer, interaction, { here, deps });
  await answerWithPicture(
    interaction,
    render(full),
    { isPrivate: isHiddenHere, wanted: pictureOfAnswer(full, here, deps) },
    deps,
  );
  const guildId = interaction.inCachedGuild() ? interaction.guildId : null;
  countQuestion(answer, { guildId, isPrivate: isHiddenHere }, deps);
  const beyond = await withBeyond(full, interaction, { here, deps });
  if (beyond === null) return;
  const { flags, ...options } = toOptions(render(beyond));
  // The answer stands already; what cannot be added to it is no fault of the asker's.
  await interaction
    .editReply(options as InteractionEditReplyOptions)
    .catch((error) => deps.logger.info({ fault: faultOf(error) }, 'an answer was not added to'));
};
