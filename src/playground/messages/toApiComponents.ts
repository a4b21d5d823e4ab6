import { ComponentType } from 'discord-api-types/v10';
import { withoutNulls } from './withoutNulls.ts';

/** Any component, seen only as deep as a walk through them needs. */
export type Component = {
  type: number;
  id?: number;
  custom_id?: string;
  disabled?: boolean;
  min_values?: number;
  max_values?: number;
  components?: Component[];
  component?: Component;
  accessory?: Component;
};

/** A component and all that stand in it, in the order people see them. */
export const walkComponents = (components: readonly Component[]): Component[] =>
  components.flatMap((it) => [
    it,
    ...walkComponents([
      ...(it.components ?? []),
      ...(it.component ? [it.component] : []),
      ...(it.accessory ? [it.accessory] : []),
    ]),
  ]);

/** Whether people choose from it. */
export const isSelect = ({ type }: Component): boolean =>
  type === ComponentType.StringSelect ||
  (type >= ComponentType.UserSelect && type <= ComponentType.ChannelSelect);

/** Components as they come back from Discord: each numbered, with the usual values filled in. */
export const toApiComponents = <C>(components: readonly C[]): C[] => {
  const copies = withoutNulls([...components]);
  const all = walkComponents(copies as Component[]);
  const taken = new Set(all.flatMap(({ id }) => (id ? [id] : [])));
  let next = 1;
  for (const component of all) {
    if (isSelect(component)) {
      component.min_values ??= 1;
      component.max_values ??= 1;
    }
    if (component.id) continue;
    while (taken.has(next)) next += 1;
    component.id = next;
    taken.add(next);
  }
  return copies;
};
