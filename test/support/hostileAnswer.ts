import type { Answer, AnswerSection } from '../../src/core/domain/answer.ts';

/** Everything that Discord formats, links, mentions or hides, in one line. */
export const HOSTILE = [
  '**bold** __under__ _it_ ~~struck~~ ||spoiler|| `code` ```block```',
  '[click](https://evil.example) ](https://evil.example) <https://evil.example> discord.gg/evil',
  '@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678> </ask:123456789012345678>',
  '<t:1700000000:R> <:smile:123456789012345678> :smile: <id:customize>',
  '\n# head\n-# small\n> quote\n- list\n1. one\n',
  '\u202eesrever\u202c \u200bhidden\u2066x\u2069 \ufeff \u0000\u0007 \ud83d',
].join(' ');

/** Beyond the BMP: each is two UTF-16 units. */
export const ASTRAL = '𝔊💊'.repeat(1500);
export const UNBROKEN = 'spasm'.repeat(1000);

type Size = { sections: number; findings: number; sources: number; notes: number; text: string };

/** An answer of any size whose every text is the given one, numbered. */
export const answerOfSize = (of: Answer, size: Size): Answer => {
  const { sections, findings, sources, notes, text } = size;
  const [model] = of.sections;
  if (!model) throw new Error('the model has no section');
  const told = (n: number): string => `${n} ${text}`;
  const numbers = Array.from({ length: sources }, (_, i) => i + 1);
  const list = <T>(length: number, make: (i: number) => T): T[] =>
    Array.from({ length }, (_, i) => make(i));
  const note = (i: number) => ({ code: 'small-sample', text: told(i), citations: numbers });
  const section = (i: number): AnswerSection => ({
    ...model,
    intervention: `treatment-${i % 7}`,
    condition: `condition-${i}`,
    title: `Treatment ${i % 7} for condition ${told(i)}`,
    statement: told(i),
    reasons: list(notes, (j) => ({ domain: 'imprecision', steps: -1, why: told(j), studies: [] })),
    findings: list(findings, (j) => ({
      studyId: `study-${j}`,
      citation: (j % Math.max(1, sources)) + 1,
      text: told(j),
      direction: 'improved',
      kind: j % 5 === 4 ? 'animals' : 'people',
      design: 'case-series',
      participants: 5,
      share: 1 / findings,
      setAside: j % 2 === 0 ? null : told(j),
    })),
    published: list(notes, (j) => ({ rating: told(j), citation: 1 })),
  });
  return {
    ...of,
    headline: told(0),
    sections: list(sections, section),
    caveats: list(notes, note),
    safety: list(notes, note),
    sources: numbers.map((n) => ({
      n,
      studyId: `study-${n}`,
      citation: `Author${n} ${text}. Journal ${text} 2001`,
      title: told(n),
      pmid: null,
      doi: null,
      url: `https://journal.example/article/${n}/(with)_brackets`,
      design: 'case-series',
      participants: 5,
      status: 'verified',
    })),
    suggestions: list(notes, told),
    notes: list(notes, told),
  };
};
