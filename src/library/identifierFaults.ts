import type { Study } from '../core/domain/study.ts';
import { foldText } from '../core/question/foldText.ts';
import { isIssn, isOrcid } from './checkDigits.ts';
import { type Checked, type Fault, type RecordFault, toFault } from './fault.ts';
import { textsIn } from './textsIn.ts';

/** A study or a guideline, as far as it is known by numbers. */
type Identified = Pick<Study, 'ids' | 'year'> & {
  sources: readonly { url: string; read: string; supports: readonly string[] }[];
};

/**
 * PMIDs have no check digit: a wrong digit makes the number of another paper. What can be checked
 * is that the number can have been given out at all, and not long before the paper was there.
 *
 * From 10 million on, numbers are given out in order. Each of these was given out by the end of its
 * year: papers in this library have them or larger ones. Older papers may get a number later, so
 * nothing can be said of a number that is "too new".
 */
const GIVEN_OUT_BY: readonly (readonly [pmid: number, year: number])[] = [
  [10_600_000, 2000],
  [14_500_000, 2003],
  [17_000_000, 2006],
  [20_000_000, 2010],
  [25_000_000, 2014],
  [30_000_000, 2018],
  [33_000_000, 2020],
  [36_000_000, 2023],
];
/** Papers are numbered when they first appear; the printed volume may be of a few years later. */
const MOST_YEARS_AHEAD = 4;

/** PubMed numbered paper 39,466,236 in October 2024, and adds fewer than 2 million a year. */
const LAST_KNOWN = { pmid: 39_500_000, year: 2024 };
const MOST_A_YEAR = 2_000_000;

const lastReadYear = ({ sources }: Identified): number =>
  Math.max(...sources.map(({ read }) => Number(read.slice(0, 4))));

const findPmidFaults = (study: Identified): RecordFault[] => {
  const { pmid } = study.ids;
  if (pmid === null) return [];
  const number = Number(pmid);
  const path = ['ids', 'pmid'];
  const remedy = `Open https://pubmed.ncbi.nlm.nih.gov/${pmid}/ and compare; PMIDs have no check digit, so a slip is another paper.`;
  const years = Math.max(0, lastReadYear(study) - LAST_KNOWN.year) + 1;
  if (number > LAST_KNOWN.pmid + years * MOST_A_YEAR)
    return [{ path, message: `PubMed has not come to the number ${pmid} yet.`, remedy }];
  const given = GIVEN_OUT_BY.find(([most]) => number <= most);
  return given && study.year !== null && study.year > given[1] + MOST_YEARS_AHEAD
    ? [
        {
          path,
          message: `PMID ${pmid} was given out by ${given[1]}, and the paper is of ${study.year}.`,
          remedy,
        },
      ]
    : [];
};

/** What gets copied together with a DOI, or gets lost, and what to write. */
const DOI_PITFALLS: readonly { is: RegExp; message: string; remedy: string }[] = [
  {
    is: /[.,;:'"]$/,
    message: 'ends in a punctuation mark.',
    remedy: 'Leave out the mark: it ends the sentence that the DOI was copied from.',
  },
  {
    is: /[?#&]|%[\dA-F]{2}/i,
    message: 'holds a part of a web address.',
    remedy: 'Leave out all from ? or # on, and write %28 and the like as the signs they stand for.',
  },
  {
    is: /\/(?:full|abstract|pdf|epdf|html?|summary|meta|references|fulltext)$|\.(?:pdf|html?|full)$/i,
    message: 'ends in a part of the publisher’s web address.',
    remedy: 'Write the DOI as it stands on the first page of the paper, without that ending.',
  },
  {
    is: /^10\.1101\/.*v\d+$/i,
    message: 'ends in the version of a preprint.',
    remedy: 'Leave out v1, v2 ...: the DOI is the same for every version.',
  },
  {
    is: /^10\.1002\/14651858\.(?!CD\d{6}(?:\.pub\d+)?$)/i,
    message: 'is not what DOIs of Cochrane reviews look like.',
    remedy: 'Write 10.1002/14651858.CD, six digits, and .pub2, .pub3 ... for a later version.',
  },
  {
    is: /[^\x21-\x7e]/,
    message: 'holds a sign that is none of a keyboard’s, such as a long dash.',
    remedy: 'Type the DOI by hand where it was broken in copying.',
  },
];

/** The ISSNs that Elsevier's and Wiley's older DOIs carry: 10.1016/s0304-3959(97)00104-8. */
const ISSN_IN_DOI =
  /\/s(\d{4}-\d{3}[\dx])\(|\/j\.(\d{4}-\d{3}[\dx])\.|\(sici\)(\d{4}-\d{3}[\dx])\(/i;

const isBalanced = (text: string): boolean =>
  text.split('(').length === text.split(')').length &&
  text.split('<').length === text.split('>').length;

const findDoiFaults = ({ ids: { doi } }: Identified): RecordFault[] => {
  if (doi === null) return [];
  const path = ['ids', 'doi'];
  const issn = ISSN_IN_DOI.exec(doi)?.slice(1).find(Boolean);
  return [
    ...DOI_PITFALLS.filter(({ is }) => is.test(doi)).map(({ message, remedy }) => ({
      path,
      message: `The DOI ${doi} ${message}`,
      remedy,
    })),
    ...(isBalanced(doi)
      ? []
      : [
          {
            path,
            message: `The DOI ${doi} has a bracket that is not closed, or not opened.`,
            remedy: 'Copy the whole DOI; quote it in the YAML where it holds < or (.',
          },
        ]),
    ...(issn === undefined || isIssn(issn)
      ? []
      : [
          {
            path,
            message: `The DOI ${doi} holds the ISSN ${issn}, and its check digit is wrong.`,
            remedy: 'A digit slipped: copy the DOI anew from the paper.',
          },
        ]),
  ];
};

/** A source that supports the title or the ids and is the page of another paper. */
const findForeignPages = ({ ids, sources }: Identified): RecordFault[] =>
  sources.flatMap(({ url, supports }, i) => {
    if (!supports.includes('title') && !supports.includes('ids')) return [];
    const pmid =
      /^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov\/pubmed)\/(\d+)/.exec(
        url,
      )?.[1];
    const doi = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d+\/[^?#]+)/.exec(url)?.[1]?.toLowerCase();
    const isOther =
      (pmid !== undefined && ids.pmid !== null && pmid !== ids.pmid) ||
      (doi !== undefined && ids.doi !== null && doi !== ids.doi.toLowerCase());
    return isOther
      ? [
          {
            path: ['sources', i, 'url'],
            message: `The page ${url} is of another paper than ids say.`,
            remedy: 'Mend the number in ids or in the address, whichever is of another paper.',
          },
        ]
      : [];
  });

/** Numbers of registries of trials, and of people: the first letters, and what a whole one is. */
const REGISTRIES: readonly { is: RegExp; isWhole: (number: string) => boolean; form: string }[] = [
  {
    is: /\bNCT ?\d+\b/gi,
    isWhole: (number) => /^NCT\d{8}$/i.test(number),
    form: 'NCT and 8 digits, without a space',
  },
  {
    is: /\bISRCTN ?\d+\b/gi,
    isWhole: (number) => /^ISRCTN\d{8}$/i.test(number),
    form: 'ISRCTN and 8 digits, without a space',
  },
  {
    is: /\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b/gi,
    isWhole: isOrcid,
    form: 'an ORCID iD whose last digit checks the others',
  },
];

const findRegistryFaults = (study: Identified): RecordFault[] =>
  textsIn(study).flatMap(({ text, path }) =>
    REGISTRIES.flatMap(({ is, isWhole, form }) =>
      [...text.matchAll(is)]
        .filter(([number]) => !isWhole(number))
        .map(([number]) => ({
          path,
          message: `"${number}" is no whole registry number.`,
          remedy: `Write ${form}.`,
        })),
    ),
  );

/** What is wrong with the numbers by which papers, trials and people are known. */
export const findIdentifierFaults = (record: Identified): RecordFault[] => [
  ...findPmidFaults(record),
  ...findDoiFaults(record),
  ...findForeignPages(record),
  ...findRegistryFaults(record),
];

/** What of two records says that they are of one paper: a PMID, a DOI, or a title in one year. */
const MARKS: readonly {
  path: string[];
  name: string;
  of: (study: Study) => string | null;
}[] = [
  { path: ['ids', 'pmid'], name: 'PMID', of: ({ ids }) => ids.pmid },
  { path: ['ids', 'doi'], name: 'DOI', of: ({ ids }) => ids.doi?.toLowerCase() ?? null },
  {
    path: ['title'],
    name: 'title',
    // Without a year nothing tells a review from its update, which keeps its title.
    of: ({ title, year }) =>
      title === null || year === null ? null : `${foldText(title)} (${year})`,
  },
];

/** Two records of one paper. */
export const findTwins = (studies: Checked<Study>[]): Fault[] =>
  MARKS.flatMap(({ path, name, of }) => {
    const owners = new Map<string, string>();
    return studies.flatMap(({ record, source }) => {
      const mark = of(record);
      if (mark === null) return [];
      const owner = owners.get(mark);
      owners.set(mark, owner ?? source.file);
      if (!owner) return [];
      return [
        toFault(source, {
          path,
          message: `${owner} has the ${name} ${mark} too.`,
          remedy: 'One paper is one record: join the two, or mend the number.',
        }),
      ];
    });
  });
