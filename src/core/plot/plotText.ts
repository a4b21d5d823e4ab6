/** One line without anything invisible, and of no more than so many characters. */
export const plotText = (text: string, most: number): string => {
  const plain = text
    .slice(0, 8 * most)
    .toWellFormed()
    .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const points = [...plain];
  return points.length <= most
    ? plain
    : `${points
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};
