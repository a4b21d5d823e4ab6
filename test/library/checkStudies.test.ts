import { describe, expect, it } from 'vitest';
import { edit, faultsWith, lineWith, readData, STUDY, STUDY_FILE } from './dataCopy.ts';

const OTHER_FILE = 'studies/someone-2021-test.yaml';
const SAME = edit(STUDY, 'id: someone-2020-test', 'id: someone-2021-test');
const OTHER = edit(SAME, 'title: A trial for the tests', 'title: Another trial for the tests');

/** What the one fault of the added study has to be; `at` is on its line. */
type StudyCase = { fault: string; from: string; to: string; at: string };

const oneFault = (text: string, at: string, message: RegExp, remedy: RegExp) => [
  {
    file: `data/${STUDY_FILE}`,
    line: lineWith(text, at),
    message: expect.stringMatching(message),
    remedy: expect.stringMatching(remedy),
  },
];

describe('an id of nothing', () => {
  it.each<StudyCase & { kind: string; folder: string }>([
    {
      fault: 'the condition of the population',
      from: 'condition: hemifacial-spasm\n  other',
      to: 'condition: no-such-thing\n  other',
      at: 'condition: no-such-thing',
      kind: 'condition',
      folder: 'conditions',
    },
    {
      fault: 'another condition of the population',
      from: 'other_conditions: [muscle-spasm]',
      to: 'other_conditions:\n    - muscle-spasm\n    - no-such-thing',
      at: '- no-such-thing',
      kind: 'condition',
      folder: 'conditions',
    },
    {
      fault: 'an intervention',
      from: '  - id: gabapentin',
      to: '  - id: no-such-thing',
      at: 'id: no-such-thing',
      kind: 'intervention',
      folder: 'interventions',
    },
    {
      fault: 'the comparator',
      from: '{ description: placebo, intervention: null }',
      to: '{ description: placebo, intervention: no-such-thing }',
      at: 'no-such-thing',
      kind: 'intervention',
      folder: 'interventions',
    },
    {
      fault: 'the outcome of the second finding',
      from: 'outcome: pain',
      to: 'outcome: no-such-thing',
      at: 'outcome: no-such-thing',
      kind: 'outcome',
      folder: 'outcomes',
    },
    {
      fault: 'the intervention of a published rating',
      from: '- intervention: gabapentin',
      to: '- intervention: no-such-thing',
      at: 'intervention: no-such-thing',
      kind: 'intervention',
      folder: 'interventions',
    },
    {
      fault: 'the condition of a published rating',
      from: 'condition: hemifacial-spasm\n    system',
      to: 'condition: no-such-thing\n    system',
      at: 'condition: no-such-thing',
      kind: 'condition',
      folder: 'conditions',
    },
    {
      fault: 'the newer version',
      from: 'superseded_by: null',
      to: 'superseded_by: no-such-thing',
      at: 'superseded_by:',
      kind: 'study',
      folder: 'studies',
    },
    {
      fault: 'a study with the same people',
      from: 'overlaps: []',
      to: 'overlaps:\n  - daniele-2001-gabapentin-hemifacial-spasm\n  - no-such-thing',
      at: '- no-such-thing',
      kind: 'study',
      folder: 'studies',
    },
  ])('is reported: $fault', ({ from, to, at, kind, folder }) => {
    const text = edit(STUDY, from, to);
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual(
      oneFault(
        text,
        at,
        new RegExp(`^There is no ${kind} "no-such-thing"`),
        new RegExp(`data/${folder}/`),
      ),
    );
  });

  it.each([
    { kind: 'intervention', from: '    intervention: null\n', to: '    intervention: no-such\n' },
    { kind: 'condition', from: '    condition: null\n', to: '    condition: no-such\n' },
  ])('is reported: the $kind of a finding', ({ kind, from, to }) => {
    const text = edit(STUDY, from, to);
    const faults = faultsWith({ [STUDY_FILE]: text });
    expect(faults[0]).toEqual(
      oneFault(text, to.trim(), new RegExp(`^There is no ${kind} "no-such"`), /data\//)[0],
    );
    expect(new Set(faults.map(({ line }) => line)).size).toBe(1);
  });

  it('is an id of the wrong kind too', () => {
    const text = edit(STUDY, 'outcome: pain', 'outcome: gabapentin');
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual(
      oneFault(text, 'outcome: gabapentin', /^There is no outcome "gabapentin"/, /data\/outcomes/),
    );
  });
});

describe('a finding on what the record does not study', () => {
  it.each([
    {
      kind: 'intervention',
      from: '    intervention: null\n',
      to: '    intervention: baclofen\n',
      remedy: /under interventions/,
    },
    {
      kind: 'condition',
      from: '    condition: null\n',
      to: '    condition: spasticity\n',
      remedy: /population\.other_conditions/,
    },
  ])('is reported: another $kind', ({ from, to, remedy }) => {
    const text = edit(STUDY, from, to);
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual(
      oneFault(text, to.trim(), /is not among the .* of this record/, remedy),
    );
  });

  it.each([
    {
      kind: 'intervention',
      from: '    intervention: null\n',
      to: '    intervention: gabapentin\n',
    },
    { kind: 'condition', from: '    condition: null\n', to: '    condition: muscle-spasm\n' },
  ])('is not one where it names an $kind that is there', ({ from, to }) => {
    expect(faultsWith({ [STUDY_FILE]: edit(STUDY, from, to) })).toEqual([]);
  });
});

describe('numbers of people that cannot be', () => {
  it('are reported: more analysed than enrolled', () => {
    const text = edit(STUDY, 'analysed: 48', 'analysed: 51');
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual(
      oneFault(text, 'analysed: 51', /51 analysed is above 50 enrolled/, /numbers again/),
    );
  });

  it.each<StudyCase>([
    {
      fault: 'more responders than were analysed',
      from: '{ n: 20, of: 24 }',
      to: '{ n: 49, of: null }',
      at: 'n: 49',
    },
    {
      fault: 'more responders than were analysed, of those enrolled',
      from: '{ n: 20, of: 24 }',
      to: '{ n: 49, of: 50 }',
      at: 'n: 49',
    },
    {
      fault: 'responders of more than were enrolled',
      from: '{ n: 20, of: 24 }',
      to: '{ n: 20, of: 51 }',
      at: 'of: 51',
    },
  ])('are reported: $fault', ({ from, to, at }) => {
    const text = edit(STUDY, from, to);
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual(
      oneFault(text, at, /responders is above the 48 analysed/, /people of this study/),
    );
  });

  it('are reported: more responders than were enrolled, where nobody says how many were analysed', () => {
    const text = edit(
      edit(STUDY, 'analysed: 48', 'analysed: null'),
      '{ n: 20, of: 24 }',
      '{ n: 51, of: null }',
    );
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual(
      oneFault(text, 'n: 51', /51 of \? responders is above the 50/, /people of this study/),
    );
  });

  it.each([
    { fault: 'as many analysed as enrolled', from: 'analysed: 48', to: 'analysed: 50' },
    { fault: 'everybody a responder', from: '{ n: 20, of: 24 }', to: '{ n: 48, of: 48 }' },
    { fault: 'responders of all enrolled', from: '{ n: 20, of: 24 }', to: '{ n: 48, of: 50 }' },
    { fault: 'no responder', from: '{ n: 20, of: 24 }', to: '{ n: 0, of: 24 }' },
    { fault: 'responders of nobody knows how many', from: 'of: 24 }', to: 'of: null }' },
  ])('are not those that can: $fault', ({ from, to }) => {
    expect(faultsWith({ [STUDY_FILE]: edit(STUDY, from, to) })).toEqual([]);
  });

  it.each(['systematic-review', 'meta-analysis'])(
    'are reported: responders of a %s, at the finding that has them',
    (design) => {
      const review = edit(STUDY, 'design: rct-parallel', `design: ${design}`);
      const text = edit(
        edit(review, '    responders: { n: 20, of: 24 }\n', ''),
        '    direction: no-difference\n',
        '    direction: no-difference\n    responders: { n: 20, of: 24 }\n',
      );
      expect(faultsWith({ [STUDY_FILE]: text })).toEqual(
        oneFault(text, 'responders:', /review has no responders/, /into the summary/),
      );
    },
  );
});

describe('numbers beyond reason', () => {
  const given = 'responders: { n: 20, of: 24 }';
  it.each<StudyCase & { message: RegExp; remedy: RegExp }>([
    {
      fault: 'a PMID',
      from: 'pmid: null',
      to: 'pmid: "1234567"',
      at: 'pmid: "1234567"',
      message: /given out by 2000.*2020/,
      remedy: /pubmed\.ncbi/,
    },
    {
      fault: 'a DOI',
      from: 'doi: null',
      to: 'doi: 10.1000/one.',
      at: 'doi: 10.1000/one.',
      message: /punctuation/,
      remedy: /Leave out/,
    },
    {
      fault: 'a count in words',
      from: 'Twenty of 24',
      to: '25 of 24',
      at: '25 of 24',
      message: /more than there are/,
      remedy: /source/,
    },
    {
      fault: 'a p value',
      from: given,
      to: 'statistic: { p: "5" }',
      at: 'statistic: { p: "5" }',
      message: /between 0 and 1/,
      remedy: /as the source/,
    },
    {
      fault: 'a dose',
      from: 'max: 1800, unit: mg/day',
      to: 'max: 180000, unit: mg/day',
      at: 'unit: mg/day',
      message: /10 times above .*gabapentin/,
      remedy: /limitations/,
    },
    {
      fault: 'days of treatment',
      from: 'exposure_days: 56',
      to: 'exposure_days: 7',
      at: 'exposure_days: 7',
      message: /"8 weeks"/,
      remedy: /one arm/,
    },
    {
      fault: 'a year',
      from: 'year: 2020',
      to: 'year: 2062',
      at: 'year: 2062',
      message: /after 2026-11-22/,
      remedy: /year/,
    },
  ])('are reported where they stand: $fault', ({ from, to, at, message, remedy }) => {
    const text = edit(STUDY, from, to);
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual(oneFault(text, at, message, remedy));
  });
});

describe('a verified record', () => {
  it.each([
    { figure: 'population.enrolled', at: 'enrolled: 50' },
    { figure: 'population.analysed', at: 'analysed: 48' },
    { figure: 'interventions.0.dose', at: 'dose: {' },
    { figure: 'interventions.0.people', at: 'people: 24' },
    { figure: 'interventions.0.duration', at: 'duration: 8 weeks' },
    { figure: 'included', at: 'included: {' },
    { figure: 'findings.0', at: 'outcome: spasm-severity' },
    { figure: 'findings.1', at: 'outcome: pain' },
    { figure: 'published_ratings.0', at: '- intervention: gabapentin' },
    { figure: 'adverse_events', at: 'adverse_events: {' },
    { figure: 'risk_of_bias', at: 'risk_of_bias: {' },
    { figure: 'funding', at: 'funding: {' },
    { figure: 'retraction', at: 'retraction: {' },
  ])('needs a source for $figure', ({ figure, at }) => {
    const text = edit(STUDY, `      - ${figure}\n`, '');
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual(
      oneFault(
        text,
        at,
        new RegExp(`verified, yet no source supports ${figure}\\.$`),
        new RegExp(`"${figure}".*status: secondary`),
      ),
    );
    const secondary = edit(text, 'status: verified', 'status: secondary');
    expect(faultsWith({ [STUDY_FILE]: secondary })).toEqual([]);
  });

  it('needs a source for days of treatment that no words tell', () => {
    const text = edit(
      edit(STUDY, 'duration: 8 weeks', 'duration: null'),
      '      - interventions.0.duration\n',
      '',
    );
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual(
      oneFault(text, 'duration: null', /no source supports interventions\.0\.duration/, /supports/),
    );
  });

  it('needs a source for a dose in words', () => {
    const text = edit(
      edit(
        STUDY,
        '    dose: { min: 900, max: 1800, unit: mg/day }\n',
        '    dose: null\n    regimen: 300 mg three times a day\n',
      ),
      '      - interventions.0.dose\n',
      '',
    );
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual(
      oneFault(text, 'regimen:', /no source supports interventions\.0\.regimen/, /supports/),
    );
  });

  it('needs no source for what is unknown', () => {
    const unknown = edit(
      edit(STUDY, 'funding: { kind: public, description: a research council }', 'funding: null'),
      '      - funding\n',
      '',
    );
    const text = edit(
      edit(unknown, 'analysed: 48', 'analysed: null'),
      '      - population.analysed\n',
      '',
    );
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual([]);
  });

  it('is content with a source for the whole of which a figure is a part', () => {
    const parts = STUDY.slice(
      STUDY.indexOf('      - population'),
      STUDY.indexOf('      - included'),
    );
    const text = edit(
      edit(STUDY, parts, '      - population\n      - interventions.0\n'),
      '- findings.0\n      - findings.1',
      '- findings',
    );
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual([]);
  });

  it('is content with figures that several sources support together', () => {
    const text = edit(
      edit(STUDY, '      - retraction\n', ''),
      'sources:\n',
      'sources:\n  - { url: https://example.org/notice, read: 2026-11-22, supports: [retraction] }\n',
    );
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual([]);
  });

  it('does not take finding 1 for finding 10', () => {
    const more = Array.from(
      { length: 9 },
      (_, i) =>
        `  - { outcome: pain, measure: scale ${i + 2}, versus: placebo, direction: improved, summary: Better. }\n`,
    );
    const supported = Array.from({ length: 8 }, (_, i) => `      - findings.${i + 2}\n`);
    const text = edit(
      edit(STUDY, 'published_ratings:\n', `${more.join('')}published_ratings:\n`),
      '      - findings.1\n',
      `      - findings.1\n${supported.join('')}`,
    );
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual(
      oneFault(text, 'measure: scale 10', /no source supports findings\.10\.$/, /"findings\.10"/),
    );
  });
});

describe('two records of one paper', () => {
  it.each([
    { kind: 'PMID', key: 'pmid', ours: '"32345678"', theirs: '"32345678"' },
    { kind: 'DOI', key: 'doi', ours: '10.1000/one', theirs: '10.1000/one' },
    { kind: 'DOI in another case', key: 'doi', ours: '10.1000/One', theirs: '10.1000/oNE' },
  ])('are reported by their $kind, at the later file', ({ key, ours, theirs }) => {
    const other = edit(OTHER, `${key}: null`, `${key}: ${theirs}`);
    expect(
      faultsWith({
        [STUDY_FILE]: edit(STUDY, `${key}: null`, `${key}: ${ours}`),
        [OTHER_FILE]: other,
      }),
    ).toEqual([
      {
        file: `data/${OTHER_FILE}`,
        line: lineWith(other, 'ids: {'),
        message: expect.stringMatching(new RegExp(`data/${STUDY_FILE} .*${key.toUpperCase()}`)),
        remedy: expect.stringContaining('One paper is one record'),
      },
    ]);
  });

  it('are reported where one of them is of the real library', () => {
    const file = 'studies/barna-2021-magnesium-nocturnal-leg-cramps.yaml';
    const pmid = /pmid: ("\d+")/.exec(readData(file))?.[1] ?? '';
    const text = edit(STUDY, 'pmid: null', `pmid: ${pmid}`);
    expect(faultsWith({ [STUDY_FILE]: text })).toEqual(
      oneFault(text, 'ids: {', new RegExp(`^data/${file} has the PMID`), /One paper is one record/),
    );
  });

  it('are reported by their title, whatever its case and marks, in one year', () => {
    const other = edit(SAME, 'title: A trial for the tests', 'title: A Trial, for the Tests.');
    expect(faultsWith({ [STUDY_FILE]: STUDY, [OTHER_FILE]: other })).toEqual([
      {
        file: `data/${OTHER_FILE}`,
        line: lineWith(other, 'title: A Trial'),
        message: expect.stringContaining(`data/${STUDY_FILE} has the title`),
        remedy: expect.stringContaining('One paper is one record'),
      },
    ]);
  });

  it('are not a review and its update, which has its title in another year', () => {
    const update = edit(SAME, 'year: 2020', 'year: 2021');
    expect(faultsWith({ [STUDY_FILE]: STUDY, [OTHER_FILE]: update })).toEqual([]);
  });

  it('are not two that have no number', () => {
    expect(faultsWith({ [STUDY_FILE]: STUDY, [OTHER_FILE]: OTHER })).toEqual([]);
  });
});
