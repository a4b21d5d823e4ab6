import { surnameOf } from '../../core/domain/study.ts';
import { foldText } from '../../core/question/foldText.ts';

/** first-author, year, intervention, condition: `bandini-1999-gabapentin-hemifacial-spasm`. */
export const suggestId = (
  authors: readonly string[],
  year: number | null,
  ids: readonly string[],
): string =>
  [authors[0] ? surnameOf(authors[0]) : '', year ?? '', ...ids]
    .map((part) => foldText(String(part)).replaceAll(' ', '-'))
    .filter((part) => part !== '')
    .join('-');
