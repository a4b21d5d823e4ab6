import { ButtonStyle, ComponentType, InteractionType } from 'discord-api-types/v10';
import { openInteraction } from '../interactions/openInteraction.ts';
import { type Component, walkComponents } from '../messages/toApiComponents.ts';
import type { Stand } from '../stand.ts';
import type { Channel } from '../world.ts';
import { fillModal, type ModalFields } from './fillModal.ts';
import { channelFor, messageFor } from './messageActions.ts';
import { PersonError } from './personError.ts';
import { isKnownId, OPTION_OF_SELECT, type Resolved, resolveId } from './resolveId.ts';
import { modalKey, type Seen, see } from './see.ts';

export const FAILED = 'This interaction failed';
const MODAL_FAILED = 'Something went wrong. Try again.';

export type Press = {
  userId: string;
  channelId: string;
  messageId: string;
  customId: string;
  /** What was chosen in a select menu. */
  values?: readonly string[];
  forge?: boolean;
};

export type SubmitModal = {
  userId: string;
  channelId: string;
  customId: string;
  fields: ModalFields;
  forge?: boolean;
};

export type ComponentActions = {
  press: (action: Press) => Promise<Seen>;
  /** Submits the modal that was last opened for this user under that custom id. */
  submitModal: (action: SubmitModal) => Promise<Seen>;
};

type Select = Component & {
  style?: number;
  min_values?: number;
  max_values?: number;
  options?: { value: string }[];
};

const checkPress = (stand: Stand, component: Select, values: readonly string[]): void => {
  if (component.disabled) throw new PersonError('This control is switched off.');
  if (component.type === ComponentType.Button) {
    if (component.style === ButtonStyle.Link) throw new PersonError('A link asks the bot nothing.');
    if (values.length > 0) throw new PersonError('A button has no values.');
    return;
  }
  const { min_values = 1, max_values = 1, options } = component;
  if (values.length < min_values || values.length > max_values) {
    throw new PersonError(`Choose ${min_values} to ${max_values}.`);
  }
  const kind = OPTION_OF_SELECT[component.type];
  const isThere = (value: string): boolean =>
    kind === undefined
      ? (options ?? []).some((option) => option.value === value)
      : isKnownId(stand.world, kind, value);
  if (!values.every(isThere)) throw new PersonError('That is not in the menu.');
};

const pressData = (
  stand: Stand,
  channel: Channel,
  component: Component | null,
  { customId, values = [] }: Press,
) => {
  const type =
    component?.type ?? (values.length > 0 ? ComponentType.StringSelect : ComponentType.Button);
  const resolved: Resolved = {};
  const kind = OPTION_OF_SELECT[type];
  if (kind !== undefined) {
    for (const value of values) resolveId(stand.world, channel, resolved, kind, value);
  }
  return {
    component_type: type,
    custom_id: customId,
    id: component?.id ?? 1,
    ...(type === ComponentType.Button ? {} : { values }),
    ...(kind === undefined ? {} : { resolved }),
  };
};

/** What people do with buttons, menus and modals. */
export const componentActions = (stand: Stand): ComponentActions => ({
  press: async (action) => {
    const { userId, customId, values = [] } = action;
    const channel = channelFor(stand, userId, action.channelId);
    const source = messageFor(channel, userId, action.messageId);
    const all = walkComponents((source.message.components ?? []) as Component[]);
    const component = all.find(({ custom_id }) => custom_id === customId) ?? null;
    if (!action.forge) {
      if (!component) throw new PersonError('That control is not there any more.');
      checkPress(stand, component, values);
    }
    const exchange = openInteraction(stand, {
      type: InteractionType.MessageComponent,
      userId,
      channel,
      source,
      data: pressData(stand, channel, component, action),
    });
    return see(stand, exchange, FAILED);
  },

  submitModal: async ({ userId, channelId, customId, fields, forge = false }) => {
    const channel = channelFor(stand, userId, channelId);
    const open = stand.openModals.get(modalKey(userId, customId));
    if (!open && !forge) throw new PersonError('That form is not open any more.');
    const modal = open?.modal ?? null;
    const { components, resolved } = fillModal(stand, channel, modal, { fields, forge });
    const exchange = openInteraction(stand, {
      type: InteractionType.ModalSubmit,
      userId,
      channel,
      source: channel.messages.get(open?.sourceId ?? '') ?? null,
      openedBy: open?.openedBy ?? null,
      data: { custom_id: customId, components, resolved },
    });
    const seen = await see(stand, exchange, MODAL_FAILED);
    // The form stays open after a failure, for another try.
    if (seen.kind !== 'failed') stand.openModals.delete(modalKey(userId, customId));
    return seen;
  },
});
