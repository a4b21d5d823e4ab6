import { MessageFlags } from 'discord-api-types/v10';
import type { Answer } from '../../core/domain/answer.ts';
import { closingLine } from '../evidenceWords.ts';
import { answerFields } from './answerFields.ts';
import { type Density, densitiesFor } from './density.ts';
import { descriptionOf } from './description.ts';
import { LIMITS } from './limits.ts';
import { sourcesByNumber } from './links.ts';
import type { MessagePayload } from './messagePayload.ts';

/** A message without embeds holds a third of one with: what gives way further. */
const FURTHER: readonly Partial<Density>[] = [
  {
    headline: 500,
    noteLength: 300,
    description: 1100,
    safety: 500,
    caveats: 800,
    sourcesRoom: 500,
  },
  { headline: 420, description: 640, details: 200, safety: 200, caveats: 620, sourcesRoom: 360 },
  { headline: 360, noteLength: 200, description: 560, details: 150, safety: 150, caveats: 520 },
];

const compose = (answer: Answer, density: Density): string => {
  const look = {
    density,
    sources: sourcesByNumber(answer.sources),
    style: 'quiet',
    interactive: false,
  } as const;
  return [
    descriptionOf(answer, look),
    ...answerFields(answer, look).map(({ name, value }) =>
      name.endsWith('(continued)') ? value : `**${name}**\n${value}`,
    ),
    `-# ${closingLine(answer.library)}`,
  ].join('\n');
};

/** An answer as text alone, for channels where the bot may not embed; no link unfolds. */
export const renderPlain = (answer: Answer): MessagePayload => {
  const densities = densitiesFor(answer, FURTHER);
  const leanest = densities.at(-1) as Density;
  const found = densities.find((density) => compose(answer, density).length <= LIMITS.content);
  return {
    content: compose(answer, found ?? leanest),
    embeds: [],
    components: [],
    allowed_mentions: { parse: [] },
    flags: MessageFlags.SuppressEmbeds,
  };
};
