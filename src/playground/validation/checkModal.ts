import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { invalidForm } from '../discordError.ts';
import { type Component, toApiComponents } from '../messages/toApiComponents.ts';
import { findComponentFaults } from './findComponentFaults.ts';

const MAX_IN_MODAL = 5;

/** A modal whose schema holds, with what the schema leaves out checked too. */
export const checkModal = (data: unknown): APIModalInteractionResponseCallbackData => {
  const modal = data as APIModalInteractionResponseCallbackData;
  const components = modal.components as readonly Component[];
  const faults = findComponentFaults(components, true, ['data']);
  if (components.length > MAX_IN_MODAL) {
    faults.push({
      path: ['data', 'components'],
      code: 'BASE_TYPE_BAD_LENGTH',
      message: `Must be between 1 and ${MAX_IN_MODAL} in length.`,
    });
  }
  if (faults.length > 0) throw invalidForm(faults);
  return { ...modal, components: toApiComponents(modal.components) };
};
