import type { APIEmbedField } from 'discord-api-types/v10';
import { capitalise, listOf } from '../../core/answer/words.ts';
import type { StudyCard } from '../../core/domain/studyCard.ts';
import { link } from './links.ts';
import { fieldsOf, packBlocks } from './pack.ts';
import { escapeText, escapeWithin } from './safeText.ts';

/** How long each text and each part of a page may be. */
type Rooms = {
  text: number;
  facts: number;
  findings: number;
  harms: number;
  cautions: number;
  origin: number;
};

/** What honest records need, and what fits a message whatever a record holds. */
export const ROOMS: readonly [Rooms, Rooms] = [
  { text: 500, facts: 1800, findings: 2400, harms: 700, cautions: 2400, origin: 900 },
  { text: 240, facts: 800, findings: 1000, harms: 300, cautions: 1000, origin: 500 },
];

const more = (left: number): string => `-# ${left} more in the record.`;

/** A sentence as it stands after a bold name. */
const sentence = (text: string, room: number): string => {
  const told = escapeWithin(capitalise(text), room);
  return /[.!?…”]$/.test(told) ? told : `${told}.`;
};

/** "Bold name: text", or nothing where the record does not say. */
const fact = (name: string, text: string | null, room: number): string[] =>
  text === null || text.trim() === '' ? [] : [`**${name}:** ${sentence(text, room)}`];

const peopleText = ({ people, enrolled, analysed }: StudyCard): string => {
  const counts = [
    ...(enrolled === null ? [] : [`${enrolled} enrolled`]),
    ...(analysed === null ? [] : [`${analysed} analysed`]),
  ];
  const told = people.trim().replace(/\.$/, '');
  return counts.length === 0 ? told : `${told} (${counts.join(', ')})`;
};

const designText = ({ design, blinding, control }: StudyCard): string =>
  [design, blinding, control === null || /^no /.test(control) ? control : `against ${control}`]
    .filter((part) => part !== null)
    .join(', ');

const treatmentText = ({ treatments }: StudyCard): string | null =>
  treatments.length === 0
    ? null
    : treatments
        .map(({ label, dose, duration }) =>
          [label, dose ?? 'dose not stated', duration].filter((part) => part !== null).join(', '),
        )
        .join('; ');

/** What must be known before anything else in a record. */
const warnings = ({ status, retraction }: StudyCard, room: number): string[] => [
  ...(retraction === null ? [] : [`**Retracted.** ${escapeWithin(retraction, room)}`]),
  ...(status === 'secondary'
    ? ['**Second-hand.** Known here only from somebody’s summary, not from the study itself.']
    : []),
];

/** What was done, with whom, against what. */
export const cardDescription = (card: StudyCard, { text, facts: room }: Rooms): string => {
  const facts = [
    ...fact('Design', designText(card), text),
    ...fact('Condition', card.condition, text),
    ...fact('People', peopleText(card), text),
    ...fact('Given', treatmentText(card), text),
    ...fact('Compared with', card.comparator, text),
  ];
  const title = card.title === null ? [] : [`*${escapeWithin(card.title, text)}*`];
  return [
    ...warnings(card, text),
    [...title, `-# ${escapeWithin(card.citation, text)}`].join('\n'),
    packBlocks(facts, room, more),
  ].join('\n\n');
};

const findingLines = ({ findings }: StudyCard, room: number): string[] =>
  // What the study set out to measure comes first.
  findings
    .toSorted((a, b) => Number(b.primary) - Number(a.primary))
    .map(({ outcome, direction, text, primary }) => {
      const about = [
        outcome,
        ...(primary ? ['main outcome'] : []),
        ...(direction ? [direction] : []),
      ];
      return `- **${escapeWithin(capitalise(about.join(', ')), 120)}:** ${escapeWithin(text, room)}`;
    });

const harmLines = ({ harms, serious, withdrawals }: StudyCard, room: number): string[] => {
  const counts = [
    ...(serious === null ? [] : [`serious: ${serious}`]),
    ...(withdrawals === null ? [] : [`stopped or withdrew: ${withdrawals}`]),
  ];
  const told = [...(harms === null ? [] : [harms]), ...counts];
  return told.length === 0 ? [] : told.map((text) => `- ${sentence(text, room)}`);
};

const cautionLines = (
  { limitations, disagreements, riskOfBias, funding }: StudyCard,
  room: number,
): string[] => [
  ...limitations.map((text) => `- ${sentence(text, room)}`),
  ...disagreements.map((text) => `- **Sources disagree:** ${sentence(text, room)}`),
  ...fact('Risk of bias', riskOfBias, room).map((line) => `- ${line}`),
  ...fact('Funding', funding, room).map((line) => `- ${line}`),
];

const originLines = ({ url, pmid, doi, sources }: StudyCard): string[] => {
  const ids = [...(pmid === null ? [] : [`PMID ${pmid}`]), ...(doi === null ? [] : [`DOI ${doi}`])];
  const pages = sources.map(
    (source, i) => `${link(`page ${i + 1}`, source.url)} (${escapeText(source.read)})`,
  );
  return [
    `${link('The study', url)}${ids.length === 0 ? '' : ` · ${escapeWithin(listOf(ids), 150)}`}`,
    ...(pages.length === 0
      ? []
      : [`Read in: ${packBlocks(pages, 450, (left) => `${left} more`, { gap: ' · ' })}`]),
  ];
};

/** What was found, what harm was done, what to hold against it, and where it was read. */
export const cardFields = (card: StudyCard, rooms: Rooms): APIEmbedField[] => [
  ...fieldsOf('What it found', findingLines(card, rooms.text), rooms.findings, more),
  ...fieldsOf('Harms reported', harmLines(card, rooms.text), rooms.harms, more),
  ...fieldsOf('Caveats of this study', cautionLines(card, rooms.text), rooms.cautions, more),
  ...fieldsOf('Where it is', originLines(card), rooms.origin, more),
];
