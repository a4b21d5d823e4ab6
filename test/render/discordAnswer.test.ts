import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/domain/answer.ts';
import { decodeAction } from '../../src/render/discord/customId.ts';
import { safeUrl } from '../../src/render/discord/links.ts';
import { type MessagePayload, questionOf } from '../../src/render/discord/messagePayload.ts';
import { renderAnswer } from '../../src/render/discord/renderAnswer.ts';
import { renderPlain } from '../../src/render/discord/renderPlain.ts';
import { isStudy } from '../../src/render/discord/sourceLines.ts';
import { CERTAINTY_WORDS, VERDICT_WORDS } from '../../src/render/evidenceWords.ts';
import { answerOf } from '../core/answer/madeUp.ts';
import { QUESTIONS } from '../core/answer/questions.ts';
import { pointing, trial } from '../core/grading/bodies.ts';
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
const ASKER = '123456789012345678';
const GOLDEN = readFileSync(new URL('../golden/questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { question: string }).question);
const ALL = [...new Set([...GOLDEN, ...QUESTIONS])];

const shown = (answer: Answer, interactive = true): MessagePayload =>
  renderAnswer(answer, { interactive, askerId: ASKER });
const embedOf = (payload: MessagePayload) => payload.embeds[0] as MessagePayload['embeds'][number];
const fieldOf = (payload: MessagePayload, name: string): string =>
  (embedOf(payload).fields ?? [])
    .filter((field) => field.name.startsWith(name))
    .map(({ value }) => value)
    .join('\n');
const actionsOf = (payload: MessagePayload) =>
  payload.components
    .flatMap(({ components }) => components)
    .flatMap((one) => ('custom_id' in one ? [decodeAction(one.custom_id)] : []));
const labelsOf = (payload: MessagePayload): string[] =>
  payload.components
    .flatMap(({ components }) => components)
    .flatMap((one) => ('label' in one && one.label ? [one.label] : []));

/** What is said below each choice of the menus. */
const choicesOf = (payload: MessagePayload): string[] =>
  payload.components
    .flatMap(({ components }) => components)
    .flatMap((one) =>
      'options' in one ? one.options.map((choice) => choice.description ?? '') : [],
    );

/** "1, 4–6" as numbers. */
const expanded = (list: string): number[] =>
  list.split(', ').flatMap((part) => {
    const [from = 0, to = from] = part.split('–').map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });

/** The numbers that a text cites, linked or not. */
const cited = (text: string): number[] => [
  ...[...text.matchAll(/(?<!\\)\[(\d+)\]\(/g)].map(([, n]) => Number(n)),
  ...[...text.matchAll(/\\\[([\d, –]+)\\\]/g)].flatMap(([, list = '']) => expanded(list)),
];

describe.each(ALL.map((question) => [question.slice(0, 70), question]))(
  'the message that answers “%s”',
  (_, question) => {
    const answer = ask(question);
    const payload = shown(answer);
    const text = readable(payload);

    it('is one that Discord takes, with and without buttons', () => {
      expect(messageFaults(payload)).toEqual([]);
      expect(messageFaults(shown(answer, false))).toEqual([]);
      expect(messageFaults(renderPlain(answer))).toEqual([]);
    });

    it('formats, links and mentions nothing but what the program means to', () => {
      expect(liveMarks(payload)).toEqual([]);
      expect(liveMarks(renderPlain(answer))).toEqual([]);
    });

    it('carries the question, to be read back', () => {
      if (answer.question.text.length > 256 || answer.question.text === '') return;
      expect(questionOf(embedOf(payload))).toBe(answer.question.text);
    });

    it('says the headline first, and each verdict and certainty in words', () => {
      expect(text).toContain(flat(answer.headline));
      expect(readable(renderPlain(answer))).toContain(flat(answer.headline));
      if (answer.kind === 'safety') return;
      // A section that the embed has no room for is one of the menu's choices.
      const told = [text, ...choicesOf(payload)].join('\n');
      for (const { verdict, certainty } of answer.sections)
        expect(told).toContain(
          certainty === null
            ? ''
            : `${VERDICT_WORDS[verdict]} · ${'●'.repeat(['very-low', 'low', 'moderate', 'high'].indexOf(certainty) + 1).padEnd(4, '○')} ${CERTAINTY_WORDS[certainty]} certainty`,
        );
    });

    it('shows every caveat and safety note in its body, with its numbers', () => {
      const body =
        answer.kind === 'safety' ? embedOf(payload).description : fieldOf(payload, 'Saf');
      for (const { text: caveat, citations } of answer.caveats) {
        expect(text).toContain(flat(caveat));
        for (const n of citations) expect(cited(fieldOf(payload, 'Caveats'))).toContain(n);
      }
      for (const { text: note, citations } of answer.safety) {
        if (!/https?:/.test(note)) expect(text).toContain(flat(note.replace(/^[^:]{1,80}: ./, '')));
        for (const n of citations) expect(cited(body ?? '')).toContain(n);
      }
      expect(embedOf(payload).footer?.text).not.toMatch(/caveat/i);
    });

    it('links every source; of some fifty studies as many as there is room for, and the rest are behind Studies', () => {
      const links = formattedTexts(payload).join('\n');
      const unlinked = answer.sources.filter(
        ({ n, url }) => !links.includes(`[${n}](${safeUrl(url)})`),
      );
      if (answer.sources.length < 40) return expect(unlinked).toEqual([]);
      expect(answer.sources.length - unlinked.length).toBeGreaterThanOrEqual(10);
      expect(unlinked.filter((source) => !isStudy(source))).toEqual([]);
      if (unlinked.length > 0) expect(links).toContain(`${unlinked.length} more: press Studies`);
    });

    it('says that it is no advice, how many records there are, and of when', () => {
      expect(embedOf(payload).footer?.text).toBe(
        `Evidence, not medical advice. ${answer.library.studies} study records, read up to ${answer.library.asOf}.`,
      );
    });

    it('is the same each time, and an empty answer to no mention', () => {
      expect(shown(ask(question))).toEqual(payload);
      expect(payload.allowed_mentions).toEqual({ parse: [] });
    });
  },
);

describe('an answer too large for one message', () => {
  const model = ask('gabapentin hemifacial spasm');
  const sizes: [string, Answer][] = [
    [
      'one section of 60 studies',
      { sections: 1, findings: 60, sources: 60, notes: 5, text: 'plain' },
    ],
    [
      'texts of 5000 characters',
      { sections: 1, findings: 60, sources: 60, notes: 20, text: 'word '.repeat(1000) },
    ],
    [
      '60 sections',
      { sections: 60, findings: 10, sources: 60, notes: 20, text: 'word '.repeat(40) },
    ],
    ['hostile texts', { sections: 5, findings: 20, sources: 20, notes: 10, text: HOSTILE }],
    [
      'hostile texts at length',
      { sections: 14, findings: 10, sources: 60, notes: 14, text: HOSTILE.repeat(10) },
    ],
    ['letters beyond the BMP', { sections: 3, findings: 20, sources: 60, notes: 20, text: ASTRAL }],
    ['a word without end', { sections: 12, findings: 20, sources: 60, notes: 20, text: UNBROKEN }],
    [
      'nothing but marks',
      { sections: 8, findings: 20, sources: 60, notes: 20, text: '*_`|['.repeat(1000) },
    ],
    [
      'nothing to see',
      { sections: 2, findings: 2, sources: 2, notes: 2, text: '\u200b\u202e\u2066' },
    ],
    ['no source', { sections: 2, findings: 2, sources: 0, notes: 1, text: 'plain' }],
  ].map(([name, size]) => [name as string, answerOfSize(model, size as never)]);

  it.each(sizes)('of %s is one that Discord takes', (_, answer) => {
    for (const kind of ['evidence', 'study', 'safety', 'no-evidence', 'help'] as const) {
      for (const payload of [shown({ ...answer, kind }), renderPlain({ ...answer, kind })]) {
        expect(messageFaults(payload)).toEqual([]);
        expect(liveMarks(payload)).toEqual([]);
      }
    }
  });

  it.each(sizes)('of %s keeps its rating, and says how much is not shown', (_, answer) => {
    const payload = shown(answer);
    expect(readable(payload)).toContain('●○○○ very low certainty');
    const missing = [
      ['Caveats', answer.caveats.length],
      ['Sources', answer.sources.length],
    ] as const;
    for (const [name, all] of missing) {
      const value = fieldOf(payload, name);
      const [, more = '0'] = /^-# (\d+) more/m.exec(value) ?? [];
      const there =
        name === 'Caveats'
          ? value.split('\n').filter((line) => line.startsWith('- ')).length
          : (value.match(/(?<!\\)\[\d+\]\(/g)?.length ?? 0);
      expect(there + Number(more)).toBe(all);
    }
  });

  it('lets findings and suggestions go before caveats and sources', () => {
    const [, answer] = sizes[0] as [string, Answer];
    const payload = shown({ ...answer, caveats: model.caveats });
    for (const { text } of model.caveats) expect(readable(payload)).toContain(text);
    for (const { n } of answer.sources) expect(formattedTexts(payload).join()).toContain(`[${n}](`);
    const [, left] = /-# (\d+) more: press Studies/.exec(embedOf(payload).description ?? '') ?? [];
    const told = embedOf(payload).description?.match(/^- \[\d+\]/gm)?.length ?? 0;
    expect(told + Number(left)).toBe(60);
    expect(told).toBeGreaterThan(0);
  });

  it('never hides that a study found nothing, or harm', () => {
    const answer = answerOf([
      ...Array.from({ length: 30 }, (_, i) => trial(`good-${i}`, 500)),
      trial('none', 20, pointing('no-difference')),
      trial('harm', 10, pointing('worsened')),
    ]);
    const studies = answer.sections[0]?.findings.filter(
      ({ direction }) => direction === 'no-difference' || direction === 'worsened',
    );
    expect(studies).toHaveLength(2);
    const { description } = embedOf(shown(answer));
    for (const { citation } of studies ?? []) expect(cited(description ?? '')).toContain(citation);
  });
});

describe('a question too long to be read back', () => {
  const long = ask(`${'very '.repeat(200)}bad hemifacial spasm gabapentin`);
  const answer = { ...ask('gabapentin hemifacial spasm'), question: long.question };

  it('is cut with an ellipsis, and has no button that would need it', () => {
    expect(long.question.text.length).toBeGreaterThan(256);
    const payload = shown(answer);
    expect(embedOf(payload).author?.name).toMatch(/^very very .*…$/);
    expect(messageFaults(payload)).toEqual([]);
    expect(actionsOf(payload)).toEqual([{ do: 'remove', askerId: ASKER }]);
    expect(readable(payload)).not.toMatch(/press/);
  });
});

describe('the meter', () => {
  const answer = answerOf([trial('a', 400), trial('b', 100, pointing('no-difference'))]);

  it('is the weight of each direction, in cells, words and numbers, narrow enough for a phone', () => {
    const { description = '' } = embedOf(shown(answer));
    const [, bar = ''] = /`([█▒░▁]+)`/.exec(description) ?? [];
    expect(bar).toBe('█'.repeat(13) + '░'.repeat(7));
    expect(description).toContain(
      '█ better 67% · ░ no difference 33% by weight (studies: 1 better, 1 no difference)',
    );
  });

  it('has a cell for every direction, be its share ever so small', () => {
    const lopsided = answerOf([trial('a', 90_000), trial('b', 1, pointing('worsened'))]);
    expect(embedOf(shown(lopsided)).description).toContain(`\`${'█'.repeat(19)}▁\``);
  });

  it('is beside each of several sections, as wide everywhere', () => {
    const { description = '' } = embedOf(shown(ask('gabapentin muscle spasms')));
    const bars = [...description.matchAll(/^`(.+?)` \*\*/gm)].map(([, bar]) => bar);
    expect(bars.length).toBe(ask('gabapentin muscle spasms').sections.length);
    expect(new Set(bars.map((bar) => bar?.length)).size).toBe(1);
    expect(bars).toContain('········');
  });
});

describe('the buttons', () => {
  it('of an answer on one condition', () => {
    const payload = shown(ask('gabapentin hemifacial spasm'));
    expect(labelsOf(payload)).toEqual([
      'Studies (4)',
      'Why this rating?',
      'Safety',
      'Helpful',
      'Not helpful',
      'Remove',
    ]);
    expect(actionsOf(payload)).toEqual([
      { do: 'studies', page: 0 },
      { do: 'rating', section: 0 },
      { do: 'safety' },
      { do: 'feedback', helpful: true },
      { do: 'feedback', helpful: false },
      { do: 'remove', askerId: ASKER },
    ]);
  });

  it('of an answer on several have a menu of them', () => {
    const answer = ask('gabapentin muscle spasms');
    const payload = shown(answer);
    const menu = payload.components
      .flatMap(({ components }) => components)
      .find((one) => 'options' in one);
    expect(menu && 'options' in menu ? menu.options.map(({ value }) => value) : []).toEqual(
      answer.sections.map((_, i) => String(i)),
    );
    expect(actionsOf(payload)).toContainEqual({ do: 'section' });
  });

  it.each(['I took too much baclofen', 'I want to die', 'can I stop baclofen suddenly'])(
    'of an emergency are none that distract: %s',
    (question) => {
      expect(actionsOf(shown(ask(question)))).toEqual([{ do: 'remove', askerId: ASKER }]);
    },
  );

  it('are none where none are wanted, and no Remove without an asker', () => {
    const answer = ask('gabapentin hemifacial spasm');
    expect(shown(answer, false).components).toEqual([]);
    for (const options of [{ interactive: true }, { interactive: true, askerId: null }])
      expect(labelsOf(renderAnswer(answer, options))).not.toContain('Remove');
  });

  it('that are named in the text are there', () => {
    for (const question of QUESTIONS) {
      const payload = shown(ask(question));
      if (/press Studies/.test(readable(payload)))
        expect(labelsOf(payload).join()).toMatch(/Studies/);
      expect(readable(shown(ask(question), false))).not.toMatch(/press Studies|the menu/);
    }
  });
});

describe('an answer without embeds', () => {
  it('unfolds no link, and names every caveat, if only by its first words', () => {
    const answer = ask('what helps nocturnal leg cramps');
    const payload = renderPlain(answer);
    expect(payload.flags).toBe(4);
    expect(payload.embeds).toEqual([]);
    expect(payload.content).not.toMatch(/\]\(http/);
    for (const { text } of answer.caveats)
      expect(readable(payload)).toContain(flat(text.split(/[:;.]/)[0] ?? ''));
  });
});

describe('an emergency', () => {
  it('is not what a question on harms is, though it names a risk', () => {
    const harms = ask('side effects of gabapentin');
    const first = { code: 'personal-advice', text: 'Ask the prescriber.', citations: [] };
    const answer = { ...harms, safety: [first, ...harms.safety] };
    expect(labelsOf(shown(answer)).join()).toMatch(/Studies.*Not helpful/);
  });

  it('says what to do before anything else, with the links to help', () => {
    const payload = shown(ask('I took too much baclofen'));
    const { description = '' } = embedOf(payload);
    expect(description).toMatch(
      /^\*\*This may be an emergency: get help first\.\*\*\n\nIf someone may have taken too much, call/,
    );
    expect(description).toMatch(/\[who\.int\]\(https:\/\/www\.who\.int\/\S+\)/);
    expect(renderPlain(ask('I took too much baclofen')).content).toMatch(
      /\[who\.int\]\(<https:\/\/www\.who\.int\/\S+>\)/,
    );
  });
});

describe('colour', () => {
  it('differs by verdict, and is never alone', () => {
    const model = ask('gabapentin hemifacial spasm');
    const verdicts = Object.keys(VERDICT_WORDS) as Answer['verdict'][];
    const colours = verdicts.map((verdict) => embedOf(shown({ ...model, verdict })).color);
    expect(new Set(colours).size).toBe(verdicts.length);
  });
});
