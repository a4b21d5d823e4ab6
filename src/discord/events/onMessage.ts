import type { Message, PartialMessage } from 'discord.js';
import type { Answer } from '../../core/domain/answer.ts';
import { faultOf } from '../../ports/faultOf.ts';
import type { Reply } from '../../ports/replyStore.ts';
import { renderNotice } from '../../render/discord/renderNotice.ts';
import { isEmergency } from '../../render/discord/safetyText.ts';
import type { BotDeps } from '../botDeps.ts';
import type { Here } from '../here.ts';
import { type AskedIn, waitBefore } from '../limits/admit.ts';
import { withBeyond, withPapers } from '../papers/besideAnswer.ts';
import { newIncident, toOptions } from '../reply.ts';
import { topicOff } from '../topicOff.ts';
import { countQuestion } from '../usage/countQuestion.ts';
import { answerHeard } from './answerHeard.ts';
import { hearMessage } from './hearMessage.ts';
import { changeAnswer, channelOf, isForbidden, isGone, sendAnswer } from './sendAnswer.ts';
import { tellForbidden } from './tellForbidden.ts';
import { tellToWait } from './tellToWait.ts';
import { typeWhileSlow } from './typeWhileSlow.ts';

/** A store that fails must not lose the answer: an edit will then find nothing to change. */
const remembering = async (work: Promise<unknown>, { logger }: BotDeps): Promise<void> => {
  await work.catch((error) => logger.warn({ fault: faultOf(error) }, 'the store failed'));
};

const askedIn = ({ author, channelId, guildId, member }: Message): AskedIn => ({
  userId: author.id,
  channelId,
  guildId,
  roleIds: [...(member?.roles.cache.keys() ?? [])],
  isPublic: true,
});

/** Adds to an answer that stands what is beyond the library. It never fails the answer. */
const lookBeyond = async (
  message: Message,
  answer: Answer,
  { here, deps, reply }: { here: Here; deps: BotDeps; reply: Reply },
): Promise<void> => {
  const beyond = await withBeyond(answer, message, { here, deps });
  if (beyond === null) return;
  await changeAnswer(message, reply, { answer: beyond, here }, deps).catch((error) =>
    deps.logger.info({ fault: faultOf(error) }, 'an answer was not added to'),
  );
};

/** Answers a message that is a question for the bot. */
export const onMessage = async (message: Message, deps: BotDeps): Promise<void> => {
  const started = performance.now();
  const heard = await hearMessage(message, deps);
  if (!heard) return;
  const stopTyping = typeWhileSlow(message);
  try {
    await deps.courtesy();
    const answer = answerHeard(heard, deps);
    if (!answer) return;
    const wait = await waitBefore(answer, askedIn(message), deps);
    if (wait) return await tellToWait(message, wait);
    const asked = { here: heard.here, deps };
    const full = await withPapers(answer, message, asked);
    const reply = await sendAnswer(message, full, heard.here, deps);
    const ms = Math.round(performance.now() - started);
    if (topicOff(answer, heard.here) === null)
      countQuestion(answer, { guildId: message.guildId, isPrivate: false }, deps);
    await remembering(
      deps.replies.remember({
        messageId: message.id,
        channelId: reply.channelId,
        replyId: reply.id,
      }),
      deps,
    );
    deps.logger.info({ kind: answer.kind, ms }, 'answered a message');
    stopTyping();
    const sent = { messageId: message.id, channelId: reply.channelId, replyId: reply.id };
    await lookBeyond(message, full, { ...asked, reply: sent });
  } catch (error) {
    if (isGone(error)) return deps.logger.info({}, 'a question was gone before its answer');
    if (isForbidden(error)) {
      deps.logger.info({ channel: message.channelId }, 'may not write in a channel');
      if (heard.isAddressed) await tellForbidden(message);
      return;
    }
    const incident = newIncident();
    deps.logger.error({ incident, fault: faultOf(error) }, 'answering a message failed');
    if (!heard.isAddressed) return;
    const notice = toOptions(renderNotice(apology(incident))) as Parameters<Message['reply']>[0];
    await message.reply(notice).catch(() => {});
  } finally {
    stopTyping();
  }
};

/** What a person is told of a fault that is not theirs. */
export const apology = (incident: string): string =>
  `Something went wrong on my side, not on yours. Please try again; if it stays, give whoever runs me this number: ${incident}.`;

/** Changes the answer to an edited question; takes it back where it is no question any more. */
export const onMessageEdit = async (
  edited: Message | PartialMessage,
  deps: BotDeps,
): Promise<void> => {
  const reply = await deps.replies.find(edited.id);
  if (!reply) return;
  try {
    const message = edited.partial ? await edited.fetch() : edited;
    const heard = await hearMessage(message, deps);
    await deps.courtesy();
    const answer = heard && answerHeard(heard, deps);
    const isHeld =
      answer && !isEmergency(answer) && (await deps.limits.edit(message.author.id)) !== null;
    if (isHeld) return;
    if (heard && answer) {
      const asked = { here: heard.here, deps };
      const full = await withPapers(answer, message, asked);
      await changeAnswer(message, reply, { answer: full, here: heard.here }, deps);
      await lookBeyond(message, full, { ...asked, reply });
    } else await takeBack(message, deps);
  } catch (error) {
    if (!isGone(error) && !isForbidden(error))
      deps.logger.error(
        { incident: newIncident(), fault: faultOf(error) },
        'changing an answer failed',
      );
  }
};

/** Takes back the answer to a question that was deleted. */
export const takeBack = async (
  message: Pick<Message | PartialMessage, 'id' | 'channel' | 'client'>,
  deps: BotDeps,
): Promise<void> => {
  const reply = await deps.replies.find(message.id);
  if (!reply) return;
  try {
    await deps.pictures.overtake(reply.replyId);
    const channel = await channelOf(message, reply);
    await channel.messages.delete(reply.replyId);
  } catch (error) {
    if (!isGone(error) && !isForbidden(error))
      deps.logger.error(
        { incident: newIncident(), fault: faultOf(error) },
        'taking back an answer failed',
      );
  }
  await remembering(deps.replies.forget(message.id), deps);
};
