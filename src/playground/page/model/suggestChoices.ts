import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { OPTION } from './checkOption.ts';
import { channelChoices, roleChoices, userChoices } from './choices.ts';
import type { Field } from './commandDraft.ts';
import type { World } from './state.ts';

const SHOWN_MAX = 25;

const fits = (name: string, typed: string): boolean =>
  name.toLowerCase().includes(typed.trim().toLowerCase());

/** Whether the bot itself is asked what to offer. */
export const isAutocompleted = ({ option }: Field): boolean =>
  'autocomplete' in option && option.autocomplete === true;

const allChoices = ({ option }: Field, world: World): APIApplicationCommandOptionChoice[] => {
  if ('choices' in option && option.choices !== undefined) return option.choices;
  switch (option.type) {
    case OPTION.boolean:
      return [
        { name: 'True', value: true as never },
        { name: 'False', value: false as never },
      ];
    case OPTION.user:
    case OPTION.mentionable:
      return userChoices(world).map(({ label, value }) => ({ name: label, value }));
    case OPTION.role:
      return roleChoices(world).map(({ label, value }) => ({ name: label, value }));
    case OPTION.channel:
      return channelChoices(world, option.channel_types).map(({ label, value }) => ({
        name: label,
        value,
      }));
    default:
      return [];
  }
};

/** What the page itself can offer for a field; a choice already taken asks for all of them. */
export const suggestChoices = (
  field: Field,
  world: World,
): readonly APIApplicationCommandOptionChoice[] =>
  allChoices(field, world)
    .filter(({ name }) => field.value !== null || fits(name, field.text))
    .slice(0, SHOWN_MAX);
