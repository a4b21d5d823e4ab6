import { isReview, type Study } from '../core/domain/study.ts';
import type { RecordFault } from './fault.ts';

/** More people than this are a series of cases. */
const MOST_IN_CASE_REPORT = 5;
/** A volume may be dated the year after its papers were read. */
const MOST_YEARS_AHEAD = 1;

const findPopulationFaults = (study: Study): RecordFault[] => {
  const { enrolled, analysed } = study.population;
  const all = enrolled ?? analysed;
  return [
    ...(enrolled !== null && analysed !== null && analysed > enrolled
      ? [
          {
            path: ['population', 'analysed'],
            message: `${analysed} analysed is above ${enrolled} enrolled.`,
            remedy: 'Read the numbers again; one of the two is another number.',
          },
        ]
      : []),
    ...(study.design === 'case-report' && (all ?? 0) > MOST_IN_CASE_REPORT
      ? [
          {
            path: ['design'],
            message: `A case report of ${all} people.`,
            remedy: 'Write case-series where several people are described, or mend the number.',
          },
        ]
      : []),
    ...study.interventions.flatMap(({ people }, i) =>
      people !== null && all !== null && people > all
        ? [
            {
              path: ['interventions', i, 'people'],
              message: `${people} people got it, above the ${all} of the study.`,
              remedy: 'Read the numbers again; those of an arm are part of those enrolled.',
            },
          ]
        : [],
    ),
  ];
};

const findResponderFaults = (study: Study): RecordFault[] => {
  const { enrolled, analysed } = study.population;
  const most = analysed ?? enrolled;
  return study.findings.flatMap(({ responders }, i) => {
    if (responders === null) return [];
    const path = ['findings', i, 'responders'];
    if (isReview(study))
      return [
        {
          path,
          message: 'A review has no responders of its own.',
          remedy: 'Put what the review counted into the summary of the finding.',
        },
      ];
    if (most === null) return [];
    if (responders.n <= most && (responders.of ?? 0) <= (enrolled ?? most)) return [];
    return [
      {
        path,
        message: `${responders.n} of ${responders.of ?? '?'} responders is above the ${most} analysed.`,
        remedy: 'Responders are people of this study; put other counts into the summary.',
      },
    ];
  });
};

/** What was read cannot have appeared after the day of reading. */
const findYearFaults = ({ year, retraction, sources }: Study): RecordFault[] => {
  const lastRead =
    sources
      .map(({ read }) => read)
      .toSorted()
      .at(-1) ?? '';
  const retracted = retraction?.date ?? null;
  if (year !== null && year > Number(lastRead.slice(0, 4)) + MOST_YEARS_AHEAD)
    return [
      {
        path: ['year'],
        message: `The year ${year} is after ${lastRead}, when the last source was read.`,
        remedy: 'Mend the year, or the day of reading.',
      },
    ];
  return [
    ...(retracted !== null && retracted > lastRead
      ? [
          {
            path: ['retraction', 'date'],
            message: `The retraction of ${retracted} is after ${lastRead}, when the last source was read.`,
            remedy: 'Mend the date, or add the page on which the retraction was read.',
          },
        ]
      : []),
    ...(retracted !== null && year !== null && Number(retracted.slice(0, 4)) < year
      ? [
          {
            path: ['retraction', 'date'],
            message: `The retraction of ${retracted} is before the paper, of ${year}.`,
            remedy: 'Mend the date or the year.',
          },
        ]
      : []),
  ];
};

/** Counts of people, and years, that cannot be beside each other. */
export const findCountFaults = (study: Study): RecordFault[] => [
  ...findPopulationFaults(study),
  ...findResponderFaults(study),
  ...findYearFaults(study),
];
