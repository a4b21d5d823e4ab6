import { capitalise } from '../../core/answer/words.ts';
import type { Answer, Note } from '../../core/domain/answer.ts';
import { citationsText, escapeLinked } from './links.ts';
import { type Look, noteLine } from './look.ts';
import { escapeText, within } from './safeText.ts';

/** What a safety fact is about, for people; the code where there is no better word. */
const TOPICS: Readonly<Record<string, string>> = {
  serious: 'Serious',
  breathing: 'Breathing',
  'suicidal-thoughts': 'Thoughts of suicide',
  'abrupt-stopping': 'Stopping suddenly',
  sedatives: 'With alcohol or sedating medicines',
  overdose: 'Too much',
  interactions: 'With other medicines',
  pregnancy: 'Pregnancy',
  kidney: 'Kidneys',
  common: 'Common',
  'labelled-range': 'Label',
};

/** What to do first rests on no page: help comes before, and instead of, evidence. */
export const isEmergency = ({ kind, safety, sections }: Answer): boolean =>
  kind === 'safety' && sections.length === 0 && safety[0]?.citations.length === 0;

/** A fact: in bold what it is about, or whom where several treatments are asked about. */
const factLine = (note: Note, { question }: Answer, look: Look): string => {
  const { density, sources, style } = look;
  const [, name, rest] = /^([^:]{1,80}): (.+)$/s.exec(note.text) ?? [];
  if (name === undefined || rest === undefined) return noteLine(note, look);
  const [only, ...others] = question.interventions;
  const isOnly = others.length === 0 && capitalise(only?.label ?? '') === name;
  const topic = isOnly ? (TOPICS[note.code] ?? name) : name;
  const told = within(capitalise(rest), density.noteLength, escapeLinked(style));
  return `- **${escapeText(topic)}:** ${told}${citationsText(note.citations, sources, density.linksInNotes ? style : 'numbers')}`;
};

/** The safety notes as lines: what to do in whole sentences, what is known as a list. */
export const safetyLines = (answer: Answer, look: Look): string[] =>
  answer.safety.map((note) =>
    note.citations.length === 0 ? noteLine(note, look, '') : factLine(note, answer, look),
  );
