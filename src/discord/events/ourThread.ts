import type { Message } from 'discord.js';
import type { Answer } from '../../core/domain/answer.ts';
import { questionOf } from '../../render/discord/messagePayload.ts';
import { cleanWithin } from '../../render/discord/safeText.ts';

/** So far back the answer that a thread is about is looked for. */
const MOST_FETCHED = 50;
/** Discord's limit. */
const NAME_LENGTH = 100;

/** Whether a message stands in a thread that the bot opened for an answer. */
export const isOurThread = ({ channel, client }: Message): boolean =>
  channel.isThread() && channel.ownerId === client.user.id;

/** The question of the latest answer above a message in its thread; null where there is none. */
export const questionAbove = async ({ channel, client, id }: Message): Promise<string | null> => {
  const latestIn = (messages: Iterable<Message>): string | null =>
    [...messages]
      .filter((other) => other.author.id === client.user.id && BigInt(other.id) < BigInt(id))
      .sort((a, b) => b.createdTimestamp - a.createdTimestamp)
      .flatMap(({ embeds: [embed] }) => (embed && questionOf(embed.data)) ?? [])[0] ?? null;
  const known = latestIn(channel.messages.cache.values());
  if (known !== null) return known;
  const fetched = await channel.messages.fetch({ limit: MOST_FETCHED }).catch(() => null);
  return fetched === null ? null : latestIn(fetched.values());
};

/** A name for the thread of an answer: what was asked about, or else the question itself. */
export const threadName = ({ question }: Pick<Answer, 'question'>): string => {
  const treatments = question.interventions.map(({ label }) => label).join(', ');
  const conditions = question.conditions.map(({ label }) => label).join(', ');
  const named = [treatments, conditions].filter((part) => part !== '').join(' for ');
  return cleanWithin(named || question.text, NAME_LENGTH) || 'Question';
};
