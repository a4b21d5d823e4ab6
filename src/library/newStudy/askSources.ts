import { z } from 'zod';
import { IsoDate, Url } from '../../core/domain/concept.ts';
import { Study } from '../../core/domain/study.ts';
import { askField, askMany, type Interview } from './interview.ts';

/** Asks for the pages read, one at least, and what of `figures` each of them states. */
export const askSources = async (
  { interview, today }: { interview: Interview; today: string },
  figures: readonly string[],
  pmid: string | null,
) => {
  const everything = figures.join(' ');
  const urls = new Set<string>();
  return askMany(
    () =>
      askField(interview, {
        label: urls.size === 0 ? 'Page read' : 'Another page read',
        hint: urls.size === 0 ? 'its address' : 'its address; empty: no more',
        read: (answer) => answer,
        schema: urls.size === 0 ? Url : Url.or(z.literal('')),
        suggestion:
          urls.size === 0 && pmid !== null ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : undefined,
      }),
    async (url) => {
      urls.add(url);
      const supports = await askField(interview, {
        label: 'It states',
        hint: 'paths of the record between spaces; Enter: all that was asked for',
        read: (answer) => answer.split(/[\s,]+/).filter(Boolean),
        schema: Study.shape.sources.element.shape.supports,
        suggestion: everything,
      });
      const read = await askField(interview, {
        label: 'Read on',
        hint: 'the day',
        read: (answer) => answer,
        schema: IsoDate,
        suggestion: today,
      });
      return { url, read, supports };
    },
  );
};
