import type { Actions } from '../actions/actions.ts';
import type { MarkdownContext } from '../markdown/renderMarkdown.ts';
import { nameOfUser } from '../model/mentions.ts';
import type { State, World } from '../model/state.ts';
import { avatarOf } from './avatars.ts';

/** What every part of the page is drawn from. */
export type ViewContext = {
  state: State;
  world: World;
  actions: Actions;
  markdown: MarkdownContext;
  nameOf: (userId: string) => string;
  avatarFor: (userId: string) => string;
  now: Date;
};

export const createViewContext = (
  state: State,
  world: World,
  actions: Actions,
  now: Date,
): ViewContext => {
  const nameOf = (id: string): string => nameOfUser(world, id);
  return {
    state,
    world,
    actions,
    now,
    nameOf,
    avatarFor: (id) => avatarOf(world, id, nameOf(id)),
    markdown: {
      nameOfUser: nameOf,
      nameOfChannel: (id) => world.channels.find((channel) => channel.id === id)?.name ?? null,
      nameOfRole: (id) => world.roles.find((role) => role.id === id)?.name ?? 'deleted-role',
      openChannel: actions.place.openChannel,
      openCommand: actions.composer.openCommand,
    },
  };
};
