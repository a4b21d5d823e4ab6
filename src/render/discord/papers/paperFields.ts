import type { APIEmbedField } from 'discord-api-types/v10';
import { capitalise, DESIGN_NAMES } from '../../../core/answer/words.ts';
import type { ExtractedPaper } from '../../../core/domain/extractedPaper.ts';
import { changeWords, sureWords } from '../../paperWords.ts';
import { fieldsOf } from '../pack.ts';
import { escapeText, escapeWithin } from '../safeText.ts';

const SENTENCE = 300;
const VALUE = 220;
const FACTS_ROOM = 1_500;
const FINDINGS_ROOM = 2_000;

const more = (left: number): string => `-# ${left} more, not shown here.`;

type Figure = { sentence: string | null; confidence: number | null };

/** A value with the sentence that it was read in, and how sure that is. */
const figureLine = (name: string, words: string, figure: Figure): string => {
  const value = `**${escapeText(name)}:** ${escapeWithin(words, VALUE)} (${sureWords(figure)})`;
  return figure.sentence === null
    ? value
    : `${value}\n-# “${escapeWithin(figure.sentence, SENTENCE)}”`;
};

/** Everything that was read in a paper, each with its sentence. */
export const paperFields = (paper: ExtractedPaper): APIEmbedField[] => {
  const { design, species, enrolled, doses, findings } = paper;
  const isAnimal = species !== null && species.value !== 'human';
  const facts = [
    ...(design ? [figureLine('Design', DESIGN_NAMES[design.value].one, design)] : []),
    ...(species && isAnimal ? [figureLine('In', species.value.replace('-', ' '), species)] : []),
    ...(enrolled
      ? [figureLine(isAnimal ? 'Animals' : 'People', `${enrolled.value} enrolled`, enrolled)]
      : []),
    ...doses.map(({ arm, dose }) => figureLine(`Dose, ${arm.slice(0, 60)}`, dose.value, dose)),
  ];
  const told = findings.map((finding) =>
    figureLine(capitalise(finding.outcome), changeWords(finding), finding.change),
  );
  return [
    ...fieldsOf(
      'What was done',
      facts.length === 0 ? ['Nothing could be read in its abstract.'] : facts,
      FACTS_ROOM,
      more,
    ),
    ...fieldsOf(
      'What it found',
      told.length === 0 ? ['No result could be read in its abstract.'] : told,
      FINDINGS_ROOM,
      more,
    ),
  ];
};

const NUMBER_ROOM = 80;

/** "PMID 1 · DOI 10.1/x" */
export const paperNumbers = ({ pmid, pmcid, doi }: ExtractedPaper): string =>
  [
    ...(pmid === null ? [] : [`PMID ${pmid}`]),
    ...(pmcid === null ? [] : [`PMC${pmcid}`]),
    ...(doi === null ? [] : [`DOI ${escapeWithin(doi, NUMBER_ROOM)}`]),
  ].join(' · ');
