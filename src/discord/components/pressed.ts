import type { AnySelectMenuInteraction, ButtonInteraction } from 'discord.js';
import type { Answer } from '../../core/domain/answer.ts';
import { decodeAction } from '../../render/discord/customId.ts';
import { type MessagePayload, questionOf } from '../../render/discord/messagePayload.ts';
import type { BotDeps } from '../botDeps.ts';
import { QUESTION_LENGTH } from '../commands/options.ts';
import { type Here, hereOf } from '../here.ts';
import { answerWithPicture, turnWithPicture } from '../pictures/answerWithPicture.ts';
import type { Wanted } from '../pictures/createPictures.ts';
import { topicOff } from '../topicOff.ts';
import { UserError } from '../userError.ts';

/** A button or menu that a person used. */
export type Pressed = ButtonInteraction | AnySelectMenuInteraction;

/** The answer to a question as the server has it. @throws UserError where its topic is switched off. */
export const answerHere = (question: string, here: Here, { caveat }: BotDeps): Answer => {
  const answer = caveat.askShort(question, QUESTION_LENGTH, here.view);
  const off = topicOff(answer, here);
  if (off !== null) throw new UserError('topic-off', [off]);
  return answer;
};

/**
 * The answer that a message shows, from the question in its embed: the same question always has
 * the same answer, so nothing has to be kept. It is given as the server has it now.
 * @throws UserError where the question cannot be read, or its topic is switched off.
 */
export const answerShown = async (
  interaction: Pressed,
  deps: BotDeps,
): Promise<{ answer: Answer; here: Here }> => {
  const [embed] = interaction.message.embeds;
  const question = embed ? questionOf(embed.data) : null;
  if (question === null) throw new UserError('question-lost');
  const here = await hereOf(interaction, deps);
  return { answer: answerHere(question, here, deps), here };
};

/** The number chosen in a menu, within a list of such length. @throws UserError for any other. */
export const chosenIndex = (interaction: Pressed, length: number): number => {
  const [value = ''] = interaction.isStringSelectMenu() ? interaction.values : [];
  return indexWithin(/^\d{1,4}$/.test(value) ? Number(value) : -1, length);
};

/** @throws UserError where there is no such place: the library may have changed since. */
export const indexWithin = (index: number, length: number): number => {
  if (index < 0 || index >= length) throw new UserError('stale-component');
  return index;
};

/** An answer carries the buttons for opinions; the pages opened from it do not. */
const isOnAnswer = ({ message }: Pressed): boolean =>
  message.components.some(
    (row) =>
      'components' in row &&
      row.components.some(
        (component) =>
          'customId' in component &&
          component.customId !== null &&
          decodeAction(component.customId)?.do === 'feedback',
      ),
  );

/** Opens a page for one person beside the answer, or turns the page they have open. */
export const showPage = (
  interaction: Pressed,
  payload: MessagePayload,
  deps: BotDeps,
  wanted: Wanted | null = null,
): Promise<void> =>
  isOnAnswer(interaction)
    ? answerWithPicture(interaction, payload, { isPrivate: true, wanted }, deps)
    : turnWithPicture(interaction, payload, wanted, deps);
