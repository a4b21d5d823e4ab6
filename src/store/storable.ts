/** Text of people as every database takes it: PostgreSQL has no NUL and no half of a character. */
export const toStorable = (text: string, most: number): string =>
  text.toWellFormed().replaceAll('\0', '').slice(0, most).toWellFormed();
