/** A name of an author taken apart; a group, or what is not known to be a person, stays whole. */
export type AuthorParts =
  | { kind: 'person'; family: string; given: string; suffix: string | null }
  | { kind: 'group'; name: string };

/** "Bandini F", "de la Cruz JM", "Smith J Jr" */
const PERSON = /^(.*\S) (\p{Lu}{1,4})(?: (Jr|Sr|I{2,3}|IV|2nd|3rd|\dth))?$/u;

/** "MRC CRASH" is a trial: initials of so many letters stand behind a name with small ones. */
const MOST_INITIALS_BEHIND_CAPITALS = 2;

export const authorParts = (name: string): AuthorParts => {
  const [, family, given, suffix] = PERSON.exec(name) ?? [];
  if (family === undefined || given === undefined) return { kind: 'group', name };
  const isGroup = !/\p{Ll}/u.test(family) && given.length > MOST_INITIALS_BEHIND_CAPITALS;
  return isGroup
    ? { kind: 'group', name }
    : { kind: 'person', family, given, suffix: suffix ?? null };
};
