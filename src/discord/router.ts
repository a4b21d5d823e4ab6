import { type Interaction, RESTJSONErrorCodes } from 'discord.js';
import { faultOf } from '../ports/faultOf.ts';
import { isConfigId } from '../render/discord/config/configId.ts';
import { isReviewId } from '../render/discord/papers/reviewId.ts';
import type { BotDeps } from './botDeps.ts';
import type { ChatCommand, MessageCommand } from './command.ts';
import { onComponent } from './components/onComponent.ts';
import { onModal } from './components/onModal.ts';
import { onConfig } from './config/onConfig.ts';
import { apology } from './events/onMessage.ts';
import { admitAct, holdBack } from './limits/admit.ts';
import { HeldBack } from './limits/heldBack.ts';
import { onReview } from './papers/onReview.ts';
import { type Answerable, isRefusal, newIncident, tellPrivately } from './reply.ts';
import { UserError } from './userError.ts';

/** Names of what is pressed or called, for the log: never what was asked. */
const nameOf = (interaction: Interaction): string => {
  if (interaction.isCommand() || interaction.isAutocomplete()) return `/${interaction.commandName}`;
  if (interaction.isMessageComponent()) return 'component';
  return 'interaction';
};

const find = <K extends 'chat' | 'message'>(kind: K, name: string, { commands }: BotDeps) =>
  commands.find((command) => command.kind === kind && command.payload.name === name) as
    | (K extends 'chat' ? ChatCommand : MessageCommand)
    | undefined;

const dispatch = async (interaction: Answerable, deps: BotDeps): Promise<void> => {
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
    if (interaction.isChatInputCommand()) {
      const command = find('chat', interaction.commandName, deps);
      if (command) return command.run(interaction, deps);
    } else {
      const command = find('message', interaction.commandName, deps);
      if (command) return command.run(interaction, deps);
    }
    throw new UserError('unknown-command');
  }
  await admitAct(interaction, deps);
  if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
    if (isConfigId(interaction.customId)) return onConfig(interaction, deps);
    if (isReviewId(interaction.customId)) return onReview(interaction, deps);
  }
  if (interaction.isMessageComponent()) return onComponent(interaction, deps);
  if (interaction.isModalSubmit()) return onModal(interaction, deps);
  throw new UserError('stale-component');
};

/** The ladder of faults: the asker's own, Discord's known ones, then a bug with its number. */
const recover = async (interaction: Answerable, error: unknown, deps: BotDeps): Promise<void> => {
  const { logger } = deps;
  const name = nameOf(interaction);
  if (error instanceof HeldBack) return holdBack(interaction, error);
  if (error instanceof UserError) return tellPrivately(interaction, error.message);
  // Too late, or answered already: there is nobody to tell through this interaction.
  if (isRefusal(error, [RESTJSONErrorCodes.UnknownInteraction]))
    return logger.warn({ name }, 'an interaction expired before its answer');
  if (isRefusal(error, [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged]))
    return logger.warn({ name }, 'an interaction was answered already');
  const incident = newIncident();
  logger.error({ incident, name, fault: faultOf(error) }, 'an interaction failed');
  await tellPrivately(interaction, apology(incident));
};

/** Answers one interaction. The one place that catches; never rejects. */
export const onInteraction = async (interaction: Interaction, deps: BotDeps): Promise<void> => {
  const started = performance.now();
  const { logger } = deps;
  if (interaction.isAutocomplete()) {
    try {
      const isHeld = (await deps.limits.complete(interaction.user.id)) !== null;
      const complete = isHeld ? null : find('chat', interaction.commandName, deps)?.complete;
      await interaction.respond([...((await complete?.(interaction, deps)) ?? [])]);
    } catch (error) {
      // Choices that come too late or not at all are no harm: people go on typing.
      logger.debug({ fault: faultOf(error) }, 'completion failed');
      if (!interaction.responded) await interaction.respond([]).catch(() => {});
    }
    return;
  }
  try {
    await dispatch(interaction, deps).catch((error) => recover(interaction, error, deps));
  } catch (error) {
    logger.warn({ name: nameOf(interaction), fault: faultOf(error) }, 'a person could not be told');
  }
  logger.info(
    { name: nameOf(interaction), ms: Math.round(performance.now() - started) },
    'answered an interaction',
  );
};
