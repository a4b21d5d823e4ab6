import { randomBytes } from 'node:crypto';
import {
  type AutocompleteInteraction,
  DiscordAPIError,
  type Interaction,
  type InteractionReplyOptions,
  MessageFlags,
} from 'discord.js';
import type { MessagePayload } from '../render/discord/messagePayload.ts';
import { renderNotice } from '../render/discord/renderNotice.ts';

/** Everything that a person can be replied to on. */
export type Answerable = Exclude<Interaction, AutocompleteInteraction>;

/** A payload as discord.js takes it. Nobody is ever pinged. */
export const toOptions = ({ content, embeds, components, flags }: MessagePayload) => ({
  ...(content === undefined ? {} : { content }),
  embeds: embeds ?? [],
  components: components ?? [],
  allowedMentions: { parse: [], repliedUser: false },
  ...(flags === undefined ? {} : { flags }),
});

/** A file that goes with a message. */
export type TextFile = { name: string; text: string };

const attach = (files: readonly TextFile[]) =>
  files.map(({ name, text }) => ({ name, attachment: Buffer.from(text, 'utf8') }));

/** A picture that goes with a message, and the same in words. */
export type PictureFile = { name: string; body: Uint8Array; description: string };

/** A message with a picture in its first embed, or below its text where it has none. */
export const withPicture = <O extends ReturnType<typeof toOptions>>(
  options: O,
  picture: PictureFile | null,
) => {
  if (picture === null) return { ...options, files: [] };
  const { name, body, description } = picture;
  const [first, ...others] = options.embeds;
  const image = { url: `attachment://${name}` };
  return {
    ...options,
    embeds: first ? [{ ...first, image }, ...others] : [],
    files: [{ name, attachment: Buffer.from(body), description }],
  };
};

/** A payload as the reply to an interaction, seen by one person or by all. */
export const replyOptions = (payload: MessagePayload, isPrivate: boolean) => {
  const { flags, ...options } = toOptions(payload);
  return { ...options, flags: Number(flags ?? 0) | (isPrivate ? MessageFlags.Ephemeral : 0) };
};

/** Answers an interaction, in whatever state it is. */
export const answerInteraction = async (
  interaction: Answerable,
  payload: MessagePayload,
  { isPrivate, files = [] }: { isPrivate: boolean; files?: readonly TextFile[] },
): Promise<void> => {
  const reply = {
    ...replyOptions(payload, isPrivate),
    files: attach(files),
  } as InteractionReplyOptions;
  if (interaction.replied || interaction.deferred) await interaction.followUp(reply);
  else await interaction.reply(reply);
};

/** Tells one person a plain sentence that nobody else sees. */
export const tellPrivately = (interaction: Answerable, text: string): Promise<void> =>
  answerInteraction(interaction, renderNotice(text), { isPrivate: true });

/** Whether Discord refused with one of these codes. */
export const isRefusal = (error: unknown, codes: readonly number[]): error is DiscordAPIError =>
  error instanceof DiscordAPIError && codes.includes(Number(error.code));

/** A short number to find a fault in the log by. */
export const newIncident = (): string => randomBytes(4).toString('hex');
