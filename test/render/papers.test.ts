import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/domain/answer.ts';
import type { ExtractedPaper } from '../../src/core/domain/extractedPaper.ts';
import { renderPaperPage } from '../../src/render/discord/papers/renderPaperPage.ts';
import { renderAnswer } from '../../src/render/discord/renderAnswer.ts';
import { renderPlain } from '../../src/render/discord/renderPlain.ts';
import { renderSection } from '../../src/render/discord/renderSection.ts';
import { renderText } from '../../src/render/terminal/renderText.ts';
import { createCaveat } from '../support/caveat.ts';
import { embedLength, liveMarks, messageFaults } from '../support/discordLimits.ts';
import { ASTRAL, answerOfSize, HOSTILE, UNBROKEN } from '../support/hostileAnswer.ts';

const { ask } = createCaveat();
const SMALL = ask('gabapentin hemifacial spasm');
const LARGE = ask('what helps muscle spasms');

const figure = <T>(value: T, sentence: string | null = `It says ${value}.`) => ({
  value,
  sentence,
  confidence: sentence === null ? null : 0.8,
});
const shown = (parts: Partial<ExtractedPaper> = {}): ExtractedPaper => ({
  status: 'extracted',
  origin: 'server',
  review: 'unreviewed',
  id: '7',
  citation: 'Roe A. Journal 2021',
  title: 'A trial of gabapentin',
  pmcid: null,
  pmid: '7',
  doi: null,
  url: 'https://pubmed.ncbi.nlm.nih.gov/7/',
  retracted: false,
  design: figure('rct-parallel' as const),
  species: figure('human'),
  enrolled: figure(84, 'We enrolled 84 people.'),
  doses: [{ arm: 'gabapentin', dose: figure('900 mg/day') }],
  findings: [
    {
      intervention: 'gabapentin',
      comparator: 'placebo',
      outcome: 'pain',
      change: figure('significantly decreased' as const, 'Pain was lower with gabapentin.'),
    },
  ],
  ...parts,
});
const hostile = (text: string): ExtractedPaper =>
  shown({
    citation: text,
    title: text,
    doi: `10.1000/${text}`,
    url: `https://doi.org/10.1000/${text}`,
    enrolled: figure(1, text),
    species: figure(text, text),
    doses: Array.from({ length: 6 }, () => ({ arm: text, dose: figure(text, text) })),
    findings: Array.from({ length: 12 }, () => ({
      intervention: text,
      comparator: text,
      outcome: text,
      change: figure('significantly increased' as const, text),
    })),
  });
const withPapers = (answer: Answer, ...extracted: ExtractedPaper[]): Answer => ({
  ...answer,
  extracted,
});

describe('papers beside an answer on Discord', () => {
  it('change nothing of the answer’s own embed', () => {
    for (const answer of [SMALL, LARGE]) {
      const bare = renderAnswer(answer, { interactive: true });
      const full = renderAnswer(withPapers(answer, shown(), shown({ origin: 'europe-pmc' })), {
        interactive: true,
      });
      expect(full.embeds[0]).toEqual(bare.embeds[0]);
    }
  });

  it('say who brought them and whether anybody checked them', () => {
    const wordsOf = (...papers: ExtractedPaper[]) =>
      renderAnswer(withPapers(SMALL, ...papers), { interactive: true }).embeds[1]?.description ??
      '';
    const operators = shown({ origin: 'operator' });
    expect(wordsOf(shown())).toMatch(
      /^Papers that this server brought in, .*; nobody has checked them\./,
    );
    expect(wordsOf(operators)).toMatch(/^Papers that whoever runs this program brought in/);
    expect(wordsOf(shown(), operators)).toMatch(
      /that this server and whoever runs this program brought/,
    );
    expect(wordsOf(shown({ review: 'approved' }))).toMatch(
      /admins of this server have checked what was read/,
    );
    expect(wordsOf(shown({ review: 'corrected' }), shown())).toMatch(
      /nobody has checked them, but for those marked as checked/,
    );
  });

  it('stand apart from what is beyond the library, and no such is on record', () => {
    const { embeds } = renderAnswer(
      withPapers(SMALL, shown(), shown({ origin: 'europe-pmc', title: 'Found' })),
      { interactive: true },
    );
    expect(embeds.map(({ title }) => title).slice(1)).toEqual([
      'Not from the library: papers read by a program',
      'Beyond the library: found at Europe PMC',
    ]);
    expect(embeds[1]?.description).not.toContain('Found');
    expect(embeds[2]?.description).toContain('Found');
  });

  it('fit into a message with any answer, whatever they hold, and are text', () => {
    const sizes = [1, 12].flatMap((sections) =>
      [0, 25].map((n) => ({ sections, findings: n, sources: n, notes: n })),
    );
    for (const text of [HOSTILE, ASTRAL, UNBROKEN, 'short'])
      for (const size of sizes)
        for (const length of ['full', 'short'] as const) {
          const answer = withPapers(
            answerOfSize(SMALL, { ...size, text }),
            ...Array.from({ length: 10 }, () => hostile(text)),
            ...Array.from({ length: 5 }, () => ({
              ...hostile(text),
              origin: 'europe-pmc' as const,
            })),
          );
          const message = renderAnswer(answer, {
            interactive: true,
            length,
            askerId: '123456789012345678',
          });
          expect(messageFaults(message)).toEqual([]);
          expect(liveMarks({ ...message, embeds: message.embeds.slice(1) })).toEqual([]);
          expect(messageFaults(renderPlain(answer, { length }))).toEqual([]);
          for (const page of [0, 14])
            expect(
              messageFaults(renderPaperPage({ question: 'q', papers: answer.extracted, page })),
            ).toEqual([]);
        }
  });

  it('give way to an answer that needs all of the room; the button tells that they are there', () => {
    const huge = answerOfSize(SMALL, {
      sections: 12,
      findings: 25,
      sources: 25,
      notes: 25,
      text: 'word '.repeat(300),
    });
    const message = renderAnswer(withPapers(huge, shown()), { interactive: true });
    expect(embedLength(message.embeds[0] as never)).toBeGreaterThan(5_000);
    expect(JSON.stringify(message.components)).toMatch(/Papers \(1\)/);
  });

  it('tell how many more there are, and are of no section', () => {
    const papers = Array.from({ length: 10 }, (_, i) => shown({ title: `Paper ${i}` }));
    const message = renderAnswer(withPapers(SMALL, ...papers), { interactive: true });
    expect(message.embeds[1]?.description).toMatch(/Paper 0[\s\S]*7 more: press Papers\.$/);
    expect(renderSection(withPapers(LARGE, ...papers), 0).embeds).toHaveLength(1);
  });
});

describe('papers beside an answer in the terminal', () => {
  const text = (answer: Answer) => renderText(answer, { width: 80, color: false });

  it('stand below the sources, each figure with its sentence', () => {
    const told = text(withPapers(SMALL, shown()));
    const from = told.indexOf('Not from the library');
    expect(from).toBeGreaterThan(told.indexOf('Sources'));
    expect(told.replace(/\s+/g, ' ')).toMatch(
      /Enrolled: 84 \(the program is 80 % sure\) “We enrolled 84 people\.”/,
    );
    expect(told.slice(0, from).trimEnd()).toBe(
      text(SMALL).slice(0, text(SMALL).lastIndexOf('\n\n')).trimEnd(),
    );
  });

  it('move no cursor, and are marked where they are retracted or put right', () => {
    const told = text(
      withPapers(
        SMALL,
        hostile(`\u001b[2J\u202e${HOSTILE}`),
        shown({ retracted: true, enrolled: figure(5, null), review: 'corrected' }),
      ),
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(told).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(told).toMatch(/Retracted\. A trial of gabapentin/);
    expect(told).toMatch(/checked by an admin, corrected/);
    expect(told).toMatch(/Enrolled: 5 \(put right by an admin of this server\)/);
  });
});
