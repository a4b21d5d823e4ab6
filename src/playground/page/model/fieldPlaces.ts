import type { APIEmbedField } from 'discord-api-types/v10';

/** Inline fields stand up to three in a row; each field gets the class of its place. */
export const fieldPlaces = (
  fields: readonly Pick<APIEmbedField, 'inline'>[],
): readonly string[] => {
  const places: string[] = [];
  for (let start = 0; start < fields.length; ) {
    let end = start;
    while (end < fields.length && end - start < 3 && fields[end]?.inline === true) end += 1;
    const count = Math.max(1, end - start);
    for (let at = 0; at < count; at += 1)
      places.push(count === 1 ? 'whole' : `of-${count} at-${at + 1}`);
    start += count;
  }
  return places;
};
