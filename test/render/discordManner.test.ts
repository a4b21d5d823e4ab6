import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WHOLE_VIEW } from '../../src/core/answer/view.ts';
import type { Answer } from '../../src/core/domain/answer.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings.ts';
import { type Manner, mannerOf, USUAL_MANNER } from '../../src/render/discord/manner.ts';
import type { MessagePayload } from '../../src/render/discord/messagePayload.ts';
import { renderAnswer } from '../../src/render/discord/renderAnswer.ts';
import { renderPlain } from '../../src/render/discord/renderPlain.ts';
import { renderSection } from '../../src/render/discord/renderSection.ts';
import { QUESTIONS } from '../core/answer/questions.ts';
import { createWhole } from '../support/caveat.ts';
import {
  flat,
  formattedTexts,
  liveMarks,
  messageFaults,
  readable,
} from '../support/discordLimits.ts';
import { ASTRAL, answerOfSize, HOSTILE, UNBROKEN } from '../support/hostileAnswer.ts';

const { caveat } = createWhole();
const { ask } = caveat;
const golden = readFileSync(new URL('../golden/questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { question: string }).question);
const ANSWERS = [...new Set([...golden, ...QUESTIONS])].map(
  (question) => [question.slice(0, 70), ask(question)] as const,
);

/** For what is tried in many ways: every danger, and some of everything else. */
const SOME = ANSWERS.filter(([, { kind }], i) => kind === 'safety' || i % 8 === 0).filter(
  (_, i) => i % 2 === 0,
);

const NOTE = 'Our pharmacists answer on weekdays.';
const CRISIS = 'Call 112, or the crisis line 116 123, day and night.';
const shown = (answer: Answer, manner: Partial<Manner> = {}): MessagePayload =>
  renderAnswer(answer, { interactive: true, askerId: '123456789012345678', ...manner });
const fieldOf = ({ embeds }: MessagePayload, name: string): string =>
  (embeds[0]?.fields ?? [])
    .filter((field) => field.name.startsWith(name))
    .map(({ value }) => value)
    .join('\n');
const descriptionOf = ({ embeds }: MessagePayload): string => embeds[0]?.description ?? '';

const filled = (part: string, length: number): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);
const LINK = `https://example.org/${filled('a(b)', 100)} `;
const MANNERS: [string, Partial<Manner>][] = [
  ['short', { length: 'short' }],
  ['clinical', { wording: 'clinical' }],
  [
    'short, clinical, with texts',
    { length: 'short', wording: 'clinical', note: NOTE, emergency: CRISIS },
  ],
  ['with the longest texts', { note: filled('word ', 280), emergency: filled('word ', 500) }],
  ['with nothing but marks', { note: filled('*_`|[', 280), emergency: filled('*_`|[', 500) }],
  ['with hostile texts', { note: HOSTILE.slice(0, 280), emergency: HOSTILE.slice(0, 500) }],
  ['with nothing but addresses', { note: filled(LINK, 280), emergency: filled(LINK, 500) }],
  ['with letters beyond the BMP', { note: ASTRAL.slice(0, 280), emergency: ASTRAL.slice(0, 500) }],
  ['with texts without end', { note: UNBROKEN, emergency: UNBROKEN, wording: 'clinical' }],
  ['with nothing to see', { note: '\u200b\n\u200b', emergency: ' ' }],
];

describe.each(MANNERS)('answers %s', (_, manner) => {
  it.each(SOME)('to “%s” are taken by Discord, and do nothing but what is meant', (__, answer) => {
    for (const payload of [shown(answer, manner), renderPlain(answer, manner)]) {
      expect(messageFaults(payload)).toEqual([]);
      expect(liveMarks(payload)).toEqual([]);
      expect(readable(payload)).toContain(flat(answer.headline).slice(0, 900));
    }
  });

  const model = ask('gabapentin hemifacial spasm');
  it.each([
    ['texts of 5000 characters', { sections: 1, findings: 60, text: 'word '.repeat(1000) }],
    ['60 sections', { sections: 60, findings: 10, text: 'word '.repeat(40) }],
    ['hostile texts at length', { sections: 14, findings: 10, text: HOSTILE.repeat(10) }],
    ['nothing but marks', { sections: 8, findings: 20, text: '*_`|['.repeat(1000) }],
  ])('of %s are taken too', (__, size) => {
    const answer = answerOfSize(model, { sources: 60, notes: 20, ...size });
    const kinds: Answer[] = [
      { ...answer, kind: 'evidence' },
      { ...answer, kind: 'safety' },
      { ...answer, kind: 'safety', sections: [], safety: ask('I want to die').safety },
    ];
    for (const one of kinds)
      for (const render of [shown, renderPlain]) {
        const payload = render(one, manner);
        expect(messageFaults(payload)).toEqual([]);
        expect(liveMarks(payload)).toEqual([]);
      }
  });
});

describe('a short answer', () => {
  it.each(ANSWERS)(
    'to “%s” has rating, safety, every caveat and source, and no findings',
    (_, answer) => {
      const payload = shown(answer, { length: 'short' });
      const text = readable(payload);
      for (const { text: caveatText, citations } of answer.caveats) {
        const brief = caveatText.split(/[:;]|\.(?: |$)/)[0] ?? '';
        expect(text).toContain(flat(brief).slice(0, 60));
        expect(citations.length === 0 || /\[/.test(fieldOf(payload, 'Caveats'))).toBe(true);
      }
      const links = formattedTexts(payload).join('\n');
      for (const { n } of answer.sources) expect(links).toContain(`[${n}](`);
      for (const { text: note, citations } of answer.safety)
        if (citations.length > 0) expect(text).toContain(flat(note.replace(/^[^:]{1,80}: ./, '')));
      if (answer.kind === 'safety') return;
      for (const { findings, certainty, shares } of answer.sections) {
        for (const finding of findings) expect(text).not.toContain(flat(finding.text).slice(0, 80));
        if (certainty !== null) expect(text).toMatch(/[●○]{4} [a-z ]+ certainty/);
        if (Object.values(shares).some((share) => share > 0))
          expect(descriptionOf(payload)).toMatch(/[█▒░▁]/);
      }
    },
  );

  it('still tells the harms that studies report', () => {
    const answer = ask('side effects of baclofen');
    expect(readable(shown(answer, { length: 'short' }))).toContain('In studies of baclofen for');
    expect(readable(shown(answer, { length: 'short' }))).toContain('generally mild and passing');
  });

  it('is shorter, and its sections in full are as ever', () => {
    const answer = ask('gabapentin hemifacial spasm');
    const size = (payload: MessagePayload) => readable(payload).length;
    expect(size(shown(answer, { length: 'short' }))).toBeLessThan(0.6 * size(shown(answer)));
    expect(readable(renderSection(answer, 0))).toContain('All five people responded well');
  });
});

describe('clinical wording', () => {
  it('is GRADE with its symbols, and each domain that lowered it, once', () => {
    const answer = ask('gabapentin hemifacial spasm');
    const clinical = descriptionOf(shown(answer, { wording: 'clinical' }));
    expect(clinical).toContain(
      'Very uncertain · GRADE ⊕◯◯◯ very low: risk of bias −1, imprecision −2\n',
    );
    expect(clinical).toContain('1 open-label trial, 2 case series and 1 case report, n = 40.');
    expect(clinical.indexOf('n = 40')).toBeLessThan(clinical.indexOf('GRADE'));
    expect(descriptionOf(renderSection(answer, 0, { wording: 'clinical' }))).toContain('GRADE ⊕');
  });

  it('adds up steps of one domain, and says where none was lowered', () => {
    const model = ask('gabapentin hemifacial spasm');
    const reason = (domain: 'imprecision' | 'floor', steps: number) => ({
      domain,
      steps,
      why: 'Why.',
      studies: [],
    });
    const rated = (certainty: 'high' | 'moderate', reasons: ReturnType<typeof reason>[]) => ({
      ...model,
      sections: model.sections.map((section) => ({ ...section, certainty, reasons })),
    });
    const text = (answer: Answer) => descriptionOf(shown(answer, { wording: 'clinical' }));
    expect(
      text(
        rated('moderate', [
          reason('imprecision', -1),
          reason('imprecision', -1),
          reason('floor', 1),
        ]),
      ),
    ).toContain('GRADE ⊕⊕⊕◯ moderate: imprecision −2\n');
    expect(text(rated('high', []))).toContain('GRADE ⊕⊕⊕⊕ high: no domain lowered\n');
  });

  it.each(ANSWERS)('of “%s” rates each section as plain words do', (_, { kind, ...answer }) => {
    if (kind === 'safety') return;
    const text = readable(shown({ kind, ...answer }, { wording: 'clinical' }));
    const rated = answer.sections.filter(({ certainty }) => certainty !== null);
    const told = [...text.matchAll(/GRADE [⊕◯]{4} ([a-z ]+): /g)].map(([, words]) => words);
    // Of very many sections the last ones stand behind the menu, and that is said.
    expect(told).toEqual(
      rated.slice(0, told.length).map(({ certainty }) => certainty?.replace('-', ' ')),
    );
    expect(told.length > 0 || rated.length === 0).toBe(true);
    if (told.length < rated.length) expect(text).toMatch(/\b\d+ more\b/);
  });
});

describe('plain wording', () => {
  it.each(ANSWERS)('of “%s” holds no term that only clinicians know', (_, answer) => {
    const own = {
      ...answer,
      // What records and reviews say is in their words, and so is what was asked.
      sections: answer.sections.map((section) => ({ ...section, findings: [], published: [] })),
      notes: [],
      suggestions: [],
      sources: [],
    };
    for (const payload of [shown(own), renderPlain(own)])
      expect(readable(payload)).not.toMatch(
        /\b(?:GRADE|RCTs?|imprecision|indirectness|inconsistency|risk of bias|publication bias|heterogeneity|surrogate|efficacy|n = \d|p ?[<=] ?0)\b|⊕/,
      );
  });

  it('is the usual one, as is everything that no server has set', () => {
    expect(mannerOf(DEFAULT_SETTINGS)).toEqual(USUAL_MANNER);
    for (const [, answer] of ANSWERS) {
      expect(shown(answer, USUAL_MANNER)).toEqual(shown(answer));
      expect(renderPlain(answer, USUAL_MANNER)).toEqual(renderPlain(answer));
    }
  });
});

describe('the note of a server', () => {
  it.each(ANSWERS)(
    'stands last under the answer to “%s”, marked, and takes nothing away',
    (_, answer) => {
      const payload = shown(answer, { note: NOTE });
      const fields = payload.embeds[0]?.fields ?? [];
      expect(fields.at(-1)).toEqual({ name: 'From this server', value: NOTE });
      const text = renderPlain(answer, { note: NOTE }).content ?? '';
      expect(text).toMatch(
        /\*\*From this server\*\*\nOur pharmacists answer on weekdays\.\n-# Evid/,
      );
      // Where room is short, a caveat is told by its first words.
      const told = (payload: MessagePayload) =>
        answer.caveats.filter(({ text: caveatText }) =>
          readable(payload).includes(
            flat(caveatText.split(/[:;]|\.(?: |$)/)[0] ?? '').slice(0, 60),
          ),
        ).length;
      expect(told(payload)).toBe(answer.caveats.length);
      expect(told(renderPlain(answer, { note: NOTE }))).toBeGreaterThanOrEqual(
        told(renderPlain(answer)),
      );
    },
  );

  it('keeps its lines, and its addresses lead where they say', () => {
    const note =
      '**Free** help:\nhttps://www.example.org/help?x=1.\n- @everyone <@123456789012345678>';
    const { value } = shown(ask('help'), { note }).embeds[0]?.fields?.at(-1) ?? { value: '' };
    expect(value).toBe(
      '\\*\\*Free\\*\\* help:\n[example.org](https://www.example.org/help?x=1).\n\\- \\@everyone \\<\\@123456789012345678>',
    );
    expect(renderPlain(ask('help'), { note }).content).toContain(
      '[example.org](<https://www.example.org/help?x=1>)',
    );
  });
});

describe('the emergency text of a server', () => {
  const urgent = ['I took too much baclofen', 'I want to die', 'can I stop baclofen suddenly'];

  it.each(urgent)('stands first where somebody may be in danger, beside ours: %s', (question) => {
    const answer = ask(question);
    for (const text of [
      descriptionOf(shown(answer, { emergency: CRISIS })),
      renderPlain(answer, { emergency: CRISIS }).content ?? '',
    ]) {
      const [headline = '', first = '', ...rest] = text.split('\n\n');
      expect(headline).toMatch(/^\*\*.+\*\*$/);
      expect(first).toBe(`**From this server:** ${CRISIS}`);
      expect(rest.join('\n')).toContain('call your local emergency number');
    }
  });

  it.each(urgent)('never takes the place of ours, be it ever so long: %s', (question) => {
    const answer = ask(question);
    const manner = { emergency: filled('*_`|[', 500), note: filled('*_`|[', 280) };
    const [first] = answer.safety;
    expect(readable(shown(answer, manner))).toContain(flat(first?.text.slice(0, 200) ?? ''));
    const plain = renderPlain(answer, manner).content ?? '';
    expect(plain).toContain(flat(first?.text.slice(0, 60) ?? ''));
    expect(plain.match(/\\\*/g)?.length).toBeGreaterThanOrEqual(100);
  });

  it('stands nowhere else', () => {
    for (const question of [
      'gabapentin hemifacial spasm',
      'side effects of gabapentin',
      'help',
      'gabapentin in pregnancy',
    ])
      for (const render of [shown, renderPlain])
        expect(readable(render(ask(question), { emergency: CRISIS }))).not.toContain('112');
  });
});

describe('what a server does not show', () => {
  it('is not called missing', () => {
    const view = { ...WHOLE_VIEW, leastCertainty: 'moderate' as const };
    const payload = shown(ask('gabapentin hemifacial spasm', view));
    expect(payload.embeds[0]?.title).toBe('Not shown in this server');
    expect(readable(payload)).toContain('1 result below moderate certainty is not shown');
    expect(shown(ask('yoga for hemifacial spasm', view)).embeds[0]?.title).toBe('No study records');
  });

  it('is told under a study whose result is withheld', () => {
    const view = { ...WHOLE_VIEW, leastCertainty: 'high' as const };
    const text = readable(shown(ask('Bandini 1999', view)));
    expect(text).toContain('1 result below high certainty is not shown in this server');
    expect(text).not.toContain('All five people');
  });
});
