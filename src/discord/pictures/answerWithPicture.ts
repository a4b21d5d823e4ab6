import type {
  AnySelectMenuInteraction,
  ButtonInteraction,
  InteractionReplyOptions,
} from 'discord.js';
import type { MessagePayload } from '../../render/discord/messagePayload.ts';
import type { BotDeps } from '../botDeps.ts';
import {
  type Answerable,
  answerInteraction,
  replyOptions,
  toOptions,
  withPicture,
} from '../reply.ts';
import type { Wanted } from './createPictures.ts';
import { mayAttach } from './wantedPicture.ts';

type Deps = Pick<BotDeps, 'pictures' | 'inHand'>;

/** Puts a picture into the message that an interaction sent or changed, once it is drawn. */
const addLater = (
  interaction: Answerable,
  messageId: string,
  { payload, wanted }: { payload: MessagePayload; wanted: Wanted },
  { pictures, inHand }: Deps,
): void => {
  void inHand.run(() =>
    pictures.addLate(messageId, wanted, (file) => {
      const { embeds, files } = withPicture(toOptions(payload), file);
      return interaction.editReply({ embeds, files });
    }),
  );
};

/** Answers an interaction at once, and with its picture as soon as that is there. */
export const answerWithPicture = async (
  interaction: Answerable,
  payload: MessagePayload,
  { isPrivate, wanted }: { isPrivate: boolean; wanted: Wanted | null },
  deps: Deps,
): Promise<void> => {
  const allowed = mayAttach(interaction) ? wanted : null;
  // A follow-up cannot be told from others later.
  if (allowed === null || interaction.replied || interaction.deferred)
    return answerInteraction(interaction, payload, { isPrivate });
  const file = deps.pictures.ready(allowed);
  const { resource } = await interaction.reply({
    ...(withPicture(replyOptions(payload, isPrivate), file) as InteractionReplyOptions),
    withResponse: true,
  });
  const messageId = resource?.message?.id;
  if (file === null && messageId !== undefined)
    addLater(interaction, messageId, { payload, wanted: allowed }, deps);
};

/** Turns the message of a button or menu into another, whose picture takes the place of any before. */
export const turnWithPicture = async (
  interaction: ButtonInteraction | AnySelectMenuInteraction,
  payload: MessagePayload,
  wanted: Wanted | null,
  deps: Deps,
): Promise<void> => {
  const { id } = interaction.message;
  await deps.pictures.overtake(id);
  const allowed = mayAttach(interaction) ? wanted : null;
  const file = deps.pictures.ready(allowed);
  const { flags, ...options } = withPicture(toOptions(payload), file);
  await interaction.update({ ...options, attachments: [] } as Parameters<
    typeof interaction.update
  >[0]);
  if (file === null && allowed !== null)
    addLater(interaction, id, { payload, wanted: allowed }, deps);
};
