import type { styleText } from 'node:util';
import { DESIGN_NAMES } from '../../core/answer/words.ts';
import type { ExtractedPaper } from '../../core/domain/extractedPaper.ts';
import {
  BEYOND_TITLE,
  BEYOND_WORDS,
  BROUGHT_IN_TITLE,
  broughtInWords,
  findingWords,
  groupsOf,
  reviewMark,
  sureWords,
} from '../paperWords.ts';

/** How lines are made for the terminal at hand. */
export type Pen = {
  wrap: (text: string, indent?: string, first?: string) => string[];
  paint: (style: Parameters<typeof styleText>[0], text: string) => string;
  heading: (text: string) => string[];
};

const MOST_FINDINGS = 3;

const paperLines = (paper: ExtractedPaper, { wrap, paint }: Pen): string[] => {
  const { title, citation, url, retracted, design, enrolled, doses, findings } = paper;
  const quoted = (
    words: string,
    figure: { sentence: string | null; confidence: number | null },
  ) => [
    ...wrap(`${words} (${sureWords(figure)})`, '      ', '    – '),
    ...(figure.sentence === null ? [] : wrap(paint('dim', `“${figure.sentence}”`), '      ')),
  ];
  const left = findings.length - MOST_FINDINGS;
  return [
    ...wrap(
      `${retracted ? `${paint(['bold', 'red'], 'Retracted.')} ` : ''}${title}`,
      '    ',
      '  ◦ ',
    ),
    ...wrap([citation, reviewMark(paper)].filter(Boolean).join(' · '), '    '),
    ...(url === null ? [] : [`    ${paint('underline', url)}`]),
    ...(design ? quoted(`Design: ${DESIGN_NAMES[design.value].one}`, design) : []),
    ...(enrolled ? quoted(`Enrolled: ${enrolled.value}`, enrolled) : []),
    ...doses.flatMap(({ arm, dose }) => quoted(`Dose, ${arm}: ${dose.value}`, dose)),
    ...findings
      .slice(0, MOST_FINDINGS)
      .flatMap((finding) => quoted(findingWords(finding), finding.change)),
    ...(left > 0 ? wrap(paint('dim', `${left} more read in it`), '    ') : []),
  ];
};

/** Papers that a program read, below the answer and apart from its sources. */
export const papersLines = (papers: readonly ExtractedPaper[], pen: Pen): string[] => {
  const { broughtIn, beyond } = groupsOf(papers);
  const section = (title: string, words: string, of: readonly ExtractedPaper[]): string[] =>
    of.length === 0
      ? []
      : [
          ...pen.heading(title),
          ...pen.wrap(words, '  '),
          ...of.flatMap((paper) => paperLines(paper, pen)),
        ];
  return [
    ...section(BROUGHT_IN_TITLE, broughtInWords(broughtIn), broughtIn),
    ...section(BEYOND_TITLE, BEYOND_WORDS, beyond),
  ];
};
