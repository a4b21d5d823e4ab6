import { MessageFlags } from 'discord-api-types/v10';
import type { Answer } from '../../core/domain/answer.ts';
import { closingLine } from '../evidenceWords.ts';
import { answerFields, lengthOf } from './answerFields.ts';
import { type Density, fullest } from './density.ts';
import { descriptionOf } from './description.ts';
import { emergencyText, noteFields } from './fromServer.ts';
import { headlineText } from './headlineText.ts';
import { LIMITS } from './limits.ts';
import { sourcesByNumber } from './links.ts';
import type { Look } from './look.ts';
import { type Manner, USUAL_MANNER } from './manner.ts';
import type { MessagePayload } from './messagePayload.ts';
import { papersPlain } from './papers/papersEmbeds.ts';

/** For the names of the fields, with their marks. */
const HEADINGS_ROOM = 90;
/** Of one heading, with its line end. */
const MARKS = 6;
/** So much of a server's note stands where room is short. */
const NOTE_ROOM = 300;
/** A message without embeds holds a third of one with: what gives way last. */
const LAST: readonly Partial<Density>[] = [
  { headline: 1100, noteLength: 500, description: 1400 },
  { noteLength: 90 },
  { isStrict: true, serverNote: NOTE_ROOM },
];
/** In an emergency the fields, which hold but sources, make do with this. */
const SOURCES_ROOM = 160;
/** For the headline of an emergency, and the gaps. */
const HEAD_ROOM = 120;
/** Below a headline, for the rating and the meter. */
const RATING_ROOM = 200;

/** In an emergency a server's text stands beside ours, and ours has its first sentences at least. */
const inEmergency = (density: Density, emergency: number, taken: number): Density => {
  const most = LIMITS.content - taken - HEADINGS_ROOM - SOURCES_ROOM;
  const description = Math.max(Math.min(density.description, most), 0);
  return {
    ...density,
    description,
    noteLength: Math.min(density.noteLength, Math.max(description - emergency - HEAD_ROOM, 0)),
  };
};

/** A server's note takes its room from the description, which can best give way, not from caveats. */
const descriptionBeside = (answer: Answer, look: Look, note: number): string => {
  const told = descriptionOf(answer, look);
  if (note === 0 || !look.density.isStrict) return told;
  const least = headlineText(answer.headline, look.density.headline).length + RATING_ROOM;
  const description = Math.max(told.length - note, least);
  return descriptionOf(answer, { ...look, density: { ...look.density, description } });
};

const compose = (answer: Answer, full: Density, manner: Manner): string => {
  const emergency = emergencyText(answer, manner.emergency, 'quiet').length;
  const noteRoom = emergency > 0 ? NOTE_ROOM : full.serverNote;
  const note = noteFields(manner.note, 'quiet', noteRoom);
  const footer = `-# ${closingLine(answer.library)}`;
  const noteLength = note.length === 0 ? 0 : lengthOf(note) + MARKS;
  const taken = footer.length + noteLength;
  const look: Look = {
    density: emergency > 0 ? inEmergency(full, emergency, taken) : full,
    sources: sourcesByNumber(answer.sources),
    style: 'quiet',
    interactive: false,
    manner,
  };
  const told =
    emergency > 0 ? descriptionOf(answer, look) : descriptionBeside(answer, look, noteLength);
  const room = LIMITS.content - told.length - taken - HEADINGS_ROOM;
  return [
    told,
    ...[...answerFields(answer, look, room), ...note].map(({ name, value }) =>
      name.endsWith('(continued)') ? value : `**${name}**\n${value}`,
    ),
    footer,
  ].join('\n');
};

/** An answer as text alone, for channels where the bot may not embed; no link unfolds. */
export const renderPlain = (answer: Answer, options: Partial<Manner> = {}): MessagePayload => {
  const manner = { ...USUAL_MANNER, ...options };
  const content = fullest(
    answer,
    manner.length,
    LAST,
    (density) => compose(answer, density, manner),
    ({ length }) => length <= LIMITS.content,
  );
  const papers = papersPlain(answer, LIMITS.content - content.length, manner);
  return {
    content: content + papers,
    embeds: [],
    components: [],
    allowed_mentions: { parse: [] },
    flags: MessageFlags.SuppressEmbeds,
  };
};
