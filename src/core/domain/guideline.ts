import { z } from 'zod';
import { Id, IsoDate, Url } from './concept.ts';
import { PublicationIds, PublishedRating } from './study.ts';

/**
 * What a professional body says of treatments: recommendations and ratings, which are not results
 * of a study and take no part in ours. They are shown beside our rating.
 */

const Text = z.string().trim().min(1);

/** Paths of a guideline's record that a source can support. */
const SupportPath = z
  .string()
  .regex(
    /^(title|authors|organisations|year|journal|ids|retired|limitations|ratings(\.\d+)?)$/,
    'supports names a path of this record, such as year or ratings.0',
  );

export const Guideline = z.strictObject({
  id: Id,
  title: Text,
  organisations: z
    .array(z.strictObject({ name: Text, short: Text.max(20).describe('As it is cited: "AAN".') }))
    .min(1),
  authors: z.array(Text).describe('As printed: "Simpson DM". Empty where unknown.'),
  year: z.number().int().min(1950).max(2100).nullable(),
  journal: Text.nullable(),
  ids: PublicationIds,
  ratings: z.array(PublishedRating).min(1),
  limitations: z.array(Text),
  discrepancies: z.array(Text).default([]),
  superseded_by: Id.nullable()
    .default(null)
    .describe('The record of the newer guideline that replaces this one.'),
  retired: z
    .strictObject({ date: IsoDate.nullable() })
    .nullable()
    .default(null)
    .describe('Where its publisher has withdrawn it without a successor.'),
  sources: z
    .array(z.strictObject({ url: Url, read: IsoDate, supports: z.array(SupportPath).min(1) }))
    .min(1),
  status: z.enum(['verified', 'secondary', 'draft']),
});
export type Guideline = z.infer<typeof Guideline>;

/** "AAN 2016", "AAN and AES 2010": how a guideline is called within a sentence. */
export const guidelineName = ({ organisations, year }: Guideline): string =>
  [organisations.map(({ short }) => short).join(' and '), ...(year === null ? [] : [year])].join(
    ' ',
  );
