import { describe, expect, it } from 'vitest';
import type { AnswerSource } from '../../src/core/domain/answer.ts';
import type { StudyCard } from '../../src/core/domain/studyCard.ts';
import { decodeAction } from '../../src/render/discord/customId.ts';
import { type MessagePayload, questionOf } from '../../src/render/discord/messagePayload.ts';
import { renderAbout } from '../../src/render/discord/renderAbout.ts';
import { renderConditions } from '../../src/render/discord/renderConditions.ts';
import { renderHelp } from '../../src/render/discord/renderHelp.ts';
import { renderNotice } from '../../src/render/discord/renderNotice.ts';
import { renderRating } from '../../src/render/discord/renderRating.ts';
import { renderSafety } from '../../src/render/discord/renderSafety.ts';
import { renderSection } from '../../src/render/discord/renderSection.ts';
import { renderStudyPage } from '../../src/render/discord/renderStudyPage.ts';
import { studiesOf } from '../../src/render/discord/sourceLines.ts';
import { createCaveat } from '../support/caveat.ts';
import {
  flat,
  formattedTexts,
  liveMarks,
  messageFaults,
  readable,
} from '../support/discordLimits.ts';
import { ASTRAL, answerOfSize, HOSTILE, UNBROKEN } from '../support/hostileAnswer.ts';

const { ask } = createCaveat();
const QUESTION = 'gabapentin muscle spasms';
const ANSWER = ask(QUESTION);
const STUDIES = studiesOf(ANSWER);
const UGLY = [
  HOSTILE,
  HOSTILE.repeat(10),
  ASTRAL,
  UNBROKEN,
  'word '.repeat(1000),
  '*_`|['.repeat(500),
];

const card = (parts: Partial<StudyCard> = {}): StudyCard => ({
  id: 'bandini-1999',
  short: 'Bandini 1999',
  citation: 'Bandini F, Mazzella L. European Neurology 1999',
  title: 'Gabapentin as Treatment for Hemifacial Spasm',
  url: 'https://pubmed.ncbi.nlm.nih.gov/10364/',
  pmid: '10364',
  doi: '10.1159/000008068',
  status: 'verified',
  retraction: null,
  design: 'case series',
  blinding: 'not blinded',
  control: 'no control group',
  people: 'Five people in Genoa',
  enrolled: 5,
  analysed: 4,
  treatments: [{ label: 'gabapentin', dose: '900 to 1600 mg/day', duration: '8 weeks' }],
  comparator: 'the start',
  condition: 'hemifacial spasm',
  findings: [
    { outcome: 'pain', direction: null, text: 'Pain was not told.', primary: false },
    { outcome: 'spasms', direction: 'better', text: 'All improved.', primary: true },
  ],
  harms: 'no remarkable effects',
  serious: 0,
  withdrawals: 'one for dizziness',
  riskOfBias: 'high, as a review judged',
  funding: 'not stated',
  limitations: ['Five people'],
  disagreements: ['One page says six people'],
  sources: [{ url: 'https://example.org/a', read: '2026-11-22' }],
  ...parts,
});

const uglyCard = (text: string): StudyCard => ({
  ...card(),
  short: text,
  citation: text,
  title: text,
  pmid: text,
  doi: text,
  status: 'secondary',
  retraction: text,
  design: text,
  blinding: text,
  control: text,
  people: text,
  treatments: Array.from({ length: 30 }, () => ({ label: text, dose: text, duration: text })),
  comparator: text,
  condition: text,
  findings: Array.from({ length: 40 }, () => ({
    outcome: text,
    direction: text,
    text,
    primary: false,
  })),
  harms: text,
  withdrawals: text,
  riskOfBias: text,
  funding: text,
  limitations: Array.from({ length: 30 }, () => text),
  disagreements: Array.from({ length: 30 }, () => text),
  sources: Array.from({ length: 30 }, (_, i) => ({ url: `https://example.org/${i}`, read: text })),
});

const pageOf = (page: number, sources: readonly AnswerSource[] = STUDIES, of = card()) =>
  renderStudyPage({ question: QUESTION, sources, card: of, page });
const partsOf = ({ components }: MessagePayload) => components.flatMap((row) => row.components);
const buttonOf = (payload: MessagePayload, label: string) =>
  partsOf(payload).find((one) => 'label' in one && one.label === label) as
    | { custom_id: string; disabled?: boolean }
    | undefined;
const optionsOf = (payload: MessagePayload) =>
  partsOf(payload).flatMap((one) => ('options' in one && 'placeholder' in one ? one.options : []));

describe('the page of a study', () => {
  const text = readable(pageOf(0));

  it('shows every part of its record', () => {
    for (const part of [
      'Gabapentin as Treatment for Hemifacial Spasm',
      'Bandini F, Mazzella L. European Neurology 1999',
      'Design: Case series, not blinded, no control group.',
      'People: Five people in Genoa (5 enrolled, 4 analysed).',
      'Given: Gabapentin, 900 to 1600 mg/day, 8 weeks.',
      'Compared with: The start.',
      'Spasms, main outcome, better: All improved.',
      'Pain: Pain was not told.',
      'No remarkable effects.',
      'Serious: 0.',
      'Stopped or withdrew: one for dizziness.',
      'Five people.',
      'Sources disagree: One page says six people.',
      'Risk of bias: High, as a review judged.',
      'Funding: Not stated.',
      'PMID 10364 and DOI 10.1159/000008068',
    ])
      expect(text).toContain(part);
    expect(text.indexOf('main outcome')).toBeLessThan(text.indexOf('Pain was'));
    expect(formattedTexts(pageOf(0)).join()).toContain('](https://example.org/a)');
    expect(pageOf(0).embeds[0]?.url).toBe('https://pubmed.ncbi.nlm.nih.gov/10364/');
    expect(pageOf(0).embeds[0]?.footer?.text).toContain(`Study 1 of ${STUDIES.length}.`);
  });

  it('says first that it was retracted or is known second-hand, and else neither', () => {
    expect(text).not.toMatch(/Retracted|Second-hand/);
    const marked = pageOf(0, STUDIES, card({ status: 'secondary', retraction: '2021: made up' }));
    expect(marked.embeds[0]?.description).toMatch(
      /^\*\*Retracted\.\*\* 2021: made up\n\n\*\*Second-hand\.\*\*/,
    );
    expect(marked.embeds[0]?.color).not.toBe(pageOf(0).embeds[0]?.color);
  });

  it('says nothing of what is not known', () => {
    const bare = readable(
      pageOf(0, STUDIES, {
        ...card(),
        title: null,
        pmid: null,
        doi: null,
        blinding: null,
        control: null,
        enrolled: null,
        analysed: null,
        treatments: [],
        comparator: null,
        findings: [],
        harms: null,
        serious: null,
        withdrawals: null,
        riskOfBias: null,
        funding: null,
        limitations: [],
        disagreements: [],
        sources: [],
      }),
    );
    expect(bare).not.toMatch(/null|undefined|Given|Compared|Harms|Funding|Risk|PMID|DOI/);
    expect(bare).toContain('People: Five people in Genoa.');
  });

  it('leads to the pages beside it, and not beyond the ends', () => {
    const decoded = (page: number, label: string) => {
      const found = buttonOf(pageOf(page), label);
      return [found && decodeAction(found.custom_id), found?.disabled ?? false];
    };
    expect(decoded(0, 'Previous')).toEqual([{ do: 'studies', page: 0 }, true]);
    expect(decoded(0, 'Next')).toEqual([{ do: 'studies', page: 1 }, false]);
    expect(decoded(5, 'Previous')).toEqual([{ do: 'studies', page: 4 }, false]);
    expect(decoded(5, 'Next')).toEqual([{ do: 'studies', page: 6 }, false]);
    const last = STUDIES.length - 1;
    expect(decoded(last, 'Next')).toEqual([{ do: 'studies', page: last + 1 }, true]);
    expect(buttonOf(pageOf(0, STUDIES.slice(0, 1)), 'Next')).toBeUndefined();
  });

  it('gives the reference of its study', () => {
    for (const page of [0, 5])
      expect(decodeAction(buttonOf(pageOf(page), 'Cite')?.custom_id ?? '')).toEqual({
        do: 'cite',
        page,
      });
    expect(buttonOf(pageOf(0, STUDIES.slice(0, 1)), 'Cite')).toBeDefined();
  });

  it('has a menu of 25 studies around it, with itself chosen', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      ...(STUDIES[0] as AnswerSource),
      n: i + 1,
    }));
    for (const page of [0, 1, 11, 12, 30, 47, 48, 58, 59]) {
      const payload = pageOf(page, many);
      const options = optionsOf(payload);
      expect(messageFaults(payload)).toEqual([]);
      expect(options).toHaveLength(25);
      expect(options.filter((one) => one.default).map(({ value }) => value)).toEqual([`${page}`]);
    }
  });

  it('carries the question, so that its buttons work after a restart', () => {
    expect(questionOf(pageOf(3).embeds[0] ?? {})).toBe(QUESTION);
    const long = renderStudyPage({
      question: 'x'.repeat(300),
      sources: STUDIES,
      card: card(),
      page: 0,
    });
    expect(long.components).toEqual([]);
    expect(messageFaults(long)).toEqual([]);
  });

  it.each(UGLY.map((ugly) => [ugly.slice(0, 30), ugly]))('takes anything: %s', (_, ugly) => {
    const payload = pageOf(0, STUDIES, uglyCard(ugly));
    expect(messageFaults(payload)).toEqual([]);
    expect(liveMarks(payload)).toEqual([]);
    expect(readable(payload)).toMatch(/\d+ more in the record/);
  });
});

describe('the page behind “Why this rating?”', () => {
  it.each(ANSWER.sections.map((section, i) => [section.title, i]))(
    'shows each step with its reason, and the say of each study: %s',
    (_, index) => {
      const payload = renderRating(ANSWER, index as number);
      const text = readable(payload);
      const section = ANSWER.sections[index as number];
      expect(messageFaults(payload)).toEqual([]);
      expect(liveMarks(payload)).toEqual([]);
      for (const { why, steps } of section?.reasons ?? []) {
        const sign = steps === 0 ? ':' : `${steps > 0 ? '+' : '−'}${Math.abs(steps)}:`;
        expect(text).toContain(`${sign} ${flat(why)}`);
      }
      for (const { setAside, share, citation } of section?.findings ?? []) {
        if (setAside !== null) expect(text).toContain(flat(setAside));
        else
          expect(text).toMatch(
            new RegExp(`${Math.round(share * 100) || 'under 1'}%? ${citation} `),
          );
      }
      expect(questionOf(payload.embeds[0] ?? {})).toBe(QUESTION);
      expect(optionsOf(payload).filter((one) => one.default)).toHaveLength(1);
    },
  );

  it.each(UGLY.map((ugly) => [ugly.slice(0, 30), ugly]))('takes anything: %s', (_, text) => {
    const huge = answerOfSize(ANSWER, { sections: 30, findings: 60, sources: 60, notes: 40, text });
    for (const payload of [renderRating(huge, 3), renderSection(huge, 29), renderSafety(huge)]) {
      expect(messageFaults(payload)).toEqual([]);
      expect(liveMarks(payload)).toEqual([]);
    }
  });

  it.each([-1, 99, 0.5])('of a section that is not there is a plain notice: %d', (index) => {
    expect(renderRating(ANSWER, index).content).toMatch(/no longer there/);
    expect(renderSection(ANSWER, index).content).toMatch(/no longer there/);
  });
});

describe('one section in full', () => {
  it('has its own findings, caveats and sources, and the way to the others', () => {
    const section = ANSWER.sections[1];
    const payload = renderSection(ANSWER, 1);
    const text = readable(payload);
    expect(messageFaults(payload)).toEqual([]);
    expect(text).toContain(section?.title);
    expect(text).toContain(flat(section?.statement ?? ''));
    const numbers = section?.findings.map(({ citation }) => citation) ?? [];
    for (const { text: found } of section?.findings ?? []) expect(text).toContain(flat(found));
    for (const { text: caveat, citations } of ANSWER.caveats)
      if (citations.some((n) => numbers.includes(n))) expect(text).toContain(flat(caveat));
      else expect(text).not.toContain(flat(caveat));
    const others = ANSWER.sources.filter(
      ({ n, design }) => design !== 'label' && !numbers.includes(n),
    );
    for (const { url } of others) expect(formattedTexts(payload).join()).not.toContain(`(${url})`);
    expect(optionsOf(payload)).toHaveLength(ANSWER.sections.length);
    const studies = decodeAction(buttonOf(payload, 'Studies')?.custom_id ?? '');
    expect(studies).toEqual({
      do: 'studies',
      page: STUDIES.findIndex(({ n }) => n === numbers[0]),
    });
    expect(decodeAction(buttonOf(payload, 'Why this rating?')?.custom_id ?? '')).toEqual({
      do: 'rating',
      section: 1,
    });
  });
});

describe('the page behind Safety', () => {
  it('is the answer on harms, without buttons', () => {
    const payload = renderSafety(ask('side effects of gabapentin'));
    expect(messageFaults(payload)).toEqual([]);
    expect(payload.components).toEqual([]);
    expect(readable(payload)).toMatch(/Serious:/);
  });
});

describe('the pages of the program itself', () => {
  const lines = (n: number, text = 'a condition') =>
    Array.from({ length: n }, (_, i) => ({
      label: `${text} ${i}`,
      command: i % 2 === 0 ? `condition-${i}` : null,
      studies: i,
      treatments: 1,
    }));

  it('lists the conditions page by page', () => {
    const all = [0, 1, 2].map((page) => renderConditions(lines(40), page));
    const text = all.map(readable).join(' ');
    for (const payload of all) expect(messageFaults(payload)).toEqual([]);
    for (let i = 0; i < 40; i += 1) expect(text).toContain(`A condition ${i} `);
    expect(text).toContain('/condition-38');
    expect(buttonOf(all[0] as MessagePayload, 'Previous')?.disabled).toBe(true);
    expect(buttonOf(all[2] as MessagePayload, 'Next')?.disabled).toBe(true);
    expect(renderConditions(lines(40), 99)).toEqual(all[2]);
    expect(renderConditions(lines(3)).components).toEqual([]);
    expect(messageFaults(renderConditions([]))).toEqual([]);
  });

  it.each(UGLY.map((ugly) => [ugly.slice(0, 30), ugly]))('takes anything: %s', (_, ugly) => {
    const pages = [
      renderConditions(lines(40, ugly)),
      renderHelp(Array.from({ length: 120 }, () => ({ name: ugly, description: ugly }))),
      renderAbout({
        studies: 1,
        conditions: 1,
        interventions: 1,
        asOf: ugly.slice(0, 50),
        version: ugly,
        contact: ugly,
      }),
      renderNotice(ugly),
    ];
    for (const payload of pages) {
      expect(messageFaults(payload)).toEqual([]);
      expect(liveMarks(payload)).toEqual([]);
    }
  });

  it('names every command in help, and what there is in about', () => {
    const help = readable(renderHelp([{ name: 'ask', description: 'Ask about a treatment.' }]));
    expect(help).toContain('/ask Ask about a treatment.');
    const about = renderAbout({
      studies: 124,
      conditions: 40,
      interventions: 58,
      asOf: '2026-11-22',
      version: '1.2.3',
      contact: 'Ann_Operator, ann@example.org',
    });
    expect(readable(about)).toContain('124 studies of 58 treatments for 40 conditions');
    expect(about.embeds[0]?.footer?.text).toMatch(/2026-11-22\. Version 1\.2\.3\.$/);
  });
});
