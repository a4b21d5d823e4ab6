import { stripVTControlCharacters, styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import type { Answer, AnswerFinding, AnswerSection, Note } from '../../core/domain/answer.ts';
import {
  CERTAINTY_MARKS,
  CERTAINTY_WORDS,
  closingLine,
  DOMAIN_WORDS,
  isSaidIn,
  stepsText,
} from '../evidenceWords.ts';
import { meterOf, tallyText } from '../meter.ts';
import { papersLines } from './papersLines.ts';

type TextOptions = { width: number; color: boolean };

type Style = Parameters<typeof styleText>[0];

const METER_CELLS = 20;

/** Records may come from anywhere: nothing in them may move a cursor or colour a terminal. */
const withoutControls = (answer: Answer): Answer =>
  JSON.parse(JSON.stringify(answer), (_, value: unknown) =>
    typeof value === 'string'
      ? stripVTControlCharacters(value).replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, '')
      : value,
  );

const visibleLength = (text: string): number => stripVTControlCharacters(text).length;

/**
 * An answer as text for people: wrapped to the width, coloured if asked, never colour alone.
 * Decides nothing about the evidence; what it shows is what the answer holds.
 */
export const renderText = (raw: Answer, { width, color }: TextOptions): string => {
  const answer = withoutControls(raw);
  const paint = (style: Style, text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const wrap = (text: string, indent = '', first = indent): string[] => {
    // A link stays whole, so that a terminal can open it.
    const link = /^(.*?)\s*(https?:\/\/\S+)$/s.exec(text);
    if (link?.[1] && visibleLength(text) > width - indent.length)
      return [...wrap(link[1], indent, first), `${indent}${link[2]}`];
    const room = width - Math.max(indent.length, visibleLength(first));
    const lines = wrapAnsi(text, Math.max(20, room), { trim: true, hard: true });
    return lines.split('\n').map((line, i) => (i === 0 ? first : indent) + line);
  };
  const cited = (citations: readonly number[]): string =>
    citations.length === 0 ? '' : ` ${paint('cyan', citations.map((n) => `[${n}]`).join(''))}`;
  const bullet = ({ text, citations }: Note, mark: string): string[] =>
    wrap(`${text}${cited(citations)}`, '    ', `  ${mark} `);
  const heading = (text: string): string[] => ['', ...wrap(paint('bold', text))];

  const meter = ({ shares, tally }: AnswerSection): string[] => {
    const shown = meterOf(shares, METER_CELLS);
    if (!shown) return [];
    const words = shown.parts.map(({ cell, word, percent }) => `${cell} ${word} ${percent}%`);
    return wrap(
      `${shown.bar}  ${words.join('  ')} of the weight (studies: ${tallyText(tally)})`,
      '  ',
    );
  };

  const finding = ({ citation, text, setAside, kind }: AnswerFinding): string[] => {
    const body = setAside === null ? text : `${text} ${paint('dim', `(No say: ${setAside})`)}`;
    const mark = kind === 'animals' ? 'Animals. ' : '';
    return wrap(`${mark}${body}`, '      ', `  ${paint('cyan', `[${citation}]`)} `);
  };

  const section = (part: AnswerSection): string[] => [
    ...heading(part.title),
    ...(isSaidIn(answer.headline, part.statement) ? [] : wrap(part.statement, '  ')),
    ...(part.certainty === null
      ? []
      : [`  Certainty: ${CERTAINTY_MARKS[part.certainty]} ${CERTAINTY_WORDS[part.certainty]}`]),
    ...meter(part),
    ...part.findings.flatMap(finding),
    ...part.published.flatMap(({ rating, citation }) =>
      wrap(`Published rating: ${rating}${cited([citation])}`, '    ', '  ◆ '),
    ),
    ...(part.reasons.length === 0
      ? []
      : [
          `  ${paint('dim', 'Why this rating:')}`,
          ...part.reasons.flatMap(({ domain, steps, why }) =>
            wrap(
              paint('dim', `${[DOMAIN_WORDS[domain], stepsText(steps)].join(' ').trim()}: ${why}`),
              '      ',
              '    ',
            ),
          ),
        ]),
  ];

  const sources = answer.sources.flatMap(({ n, citation, url, status, title }) => [
    ...wrap(
      `${citation}${title !== null && !citation.startsWith(title) ? `. ${title}` : ''}${status === 'secondary' ? ' (second-hand)' : ''}`,
      '      ',
      `  ${paint('cyan', `[${n}]`)} `,
    ),
    // A link stays whole, so that a terminal can open it.
    `      ${paint('underline', url)}`,
  ]);

  const lines = [
    ...wrap(paint('bold', answer.headline)),
    ...answer.notes.flatMap((note) => wrap(paint('dim', note), '  ', '· ')),
    ...(answer.safety.length === 0
      ? []
      : [
          '',
          paint(['bold', 'yellow'], 'Safety'),
          ...answer.safety.flatMap((note) => bullet(note, '!')),
        ]),
    ...answer.sections.flatMap(section),
    ...(answer.caveats.length === 0
      ? []
      : [...heading('Caveats'), ...answer.caveats.flatMap((note) => bullet(note, '•'))]),
    ...(sources.length === 0 ? [] : [...heading('Sources'), ...sources]),
    ...(answer.suggestions.length === 0
      ? []
      : [
          ...heading('Ask next'),
          ...answer.suggestions.flatMap((text) => wrap(text, '    ', '  › ')),
        ]),
    ...papersLines(answer.extracted, { wrap, paint, heading }),
    '',
    ...wrap(paint('dim', closingLine(answer.library))),
  ];
  return `${lines.join('\n')}\n`;
};
