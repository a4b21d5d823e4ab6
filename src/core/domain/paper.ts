import { z } from 'zod';

/**
 * A paper as a reference file or a literature service gives it: what is printed on it, before
 * anybody has judged it. A study record of the library is another thing (study.ts).
 */

const Text = z.string().trim().min(1);

export const Paper = z.strictObject({
  pmcid: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'a PMCID is up to 9 digits')
    .nullable()
    .default(null)
    .describe('Digits alone, without the letters PMC.'),
  pmid: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'a PMID is up to 9 digits')
    .nullable()
    .default(null),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'a DOI begins with 10. and has a slash')
    .nullable()
    .default(null)
    .describe('In lower case, without https://doi.org/.'),
  title: Text,
  abstract: Text.nullable().default(null).describe('Plain text, one labelled part a line.'),
  authors: z.array(Text).default([]).describe('"Bandini F": surname and initials.'),
  journal: Text.nullable().default(null),
  year: z.number().int().min(1800).max(2100).nullable().default(null),
  volume: Text.nullable().default(null),
  issue: Text.nullable().default(null),
  pages: Text.nullable().default(null),
  publicationTypes: z
    .array(Text)
    .default([])
    .describe('As printed: "Randomized Controlled Trial".'),
  keywords: z.array(Text).default([]).describe('Keywords and MeSH headings.'),
  retracted: z.boolean().default(false).describe('True where its source marks it as retracted.'),
});
export type Paper = z.infer<typeof Paper>;

/** What a paper is called by in results: its PMCID, else its PMID, else its DOI. */
export const paperIdOf = ({ pmcid, pmid, doi }: Paper): string | null => pmcid ?? pmid ?? doi;
