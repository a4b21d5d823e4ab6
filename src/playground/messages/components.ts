/** Any component, seen only as deep as a walk through them needs. */
export type Component = {
  type: number;
  id?: number;
  custom_id?: string;
  disabled?: boolean;
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

/** Components as they come back from Discord: each with a number of its own. */
export const numberComponents = <C>(components: readonly C[]): C[] => {
  const copies = structuredClone(components) as C[];
  const all = walkComponents(copies as Component[]);
  const taken = new Set(all.flatMap(({ id }) => (id ? [id] : [])));
  let next = 1;
  for (const component of all) {
    if (component.id) continue;
    while (taken.has(next)) next += 1;
    component.id = next;
    taken.add(next);
  }
  return copies;
};
