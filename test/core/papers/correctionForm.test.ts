import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Design } from '../../../src/core/domain/study.ts';
import { Correction } from '../../../src/core/papers/correction.ts';
import { fillForm, readForm, wordCorrection } from '../../../src/core/papers/correctionForm.ts';
import { extraction, finding, read } from '../../support/extraction.ts';

const arm = (
  name: string,
  dose: { min: number | null; max: number | null; unit: string } | null,
) => ({
  name,
  intervention: null,
  dose: dose && read(dose, 'The dose.'),
});
const READ = extraction({
  design: read('rct-parallel'),
  enrolled: read(84),
  arms: [
    arm('gabapentin (high dose)', { min: 300, max: 900, unit: 'mg/day' }),
    arm('placebo', null),
    arm('odd', { min: 1, max: 2, unit: 'units (of a kind) a b c d e f g' }),
  ],
  findings: [
    finding('pain (increase)'),
    finding('sleep', { change: read('no significant difference') }),
  ],
});
const reading = { extraction: READ, corrections: [] };
const corrected = (fields: Partial<ReturnType<typeof fillForm>>) =>
  readForm({ ...fillForm(reading), ...fields }, reading);
const faultsOf = (fields: Partial<ReturnType<typeof fillForm>>) => {
  const result = corrected(fields);
  return result.ok ? [] : result.faults;
};

describe('a form of corrections', () => {
  it('is filled with what was read, a thing a line', () => {
    expect(fillForm(reading)).toEqual({
      design: 'randomised trial',
      enrolled: '84',
      doses:
        '1: 300 to 900 mg/day (gabapentin high dose)\n2: not stated (placebo)\n3: 1 to 2 units (odd)',
      findings: '1: decreased (pain increase , gabapentin)\n2: no difference (sleep, gabapentin)',
    });
    expect(fillForm({ extraction: extraction(), corrections: [] })).toEqual({
      design: '',
      enrolled: '',
      doses: '',
      findings: '',
    });
  });

  it('sent as it was opened corrects nothing, whatever was read', () => {
    expect(corrected({})).toEqual({ ok: true, corrections: [] });
    fc.assert(
      fc.property(
        fc.constantFrom(...Design.options),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(
          fc.record({
            name: fc.string(),
            min: fc.float({ min: 0, max: 1e6, noNaN: true }),
            unit: fc.string({ minLength: 1 }),
          }),
          { maxLength: 5 },
        ),
        fc.array(fc.string(), { maxLength: 25 }),
        (design, enrolled, arms, outcomes) => {
          const any = extraction({
            design: read(design),
            enrolled: read(enrolled),
            arms: arms.map(({ name, min, unit }) => arm(name, { min, max: null, unit })),
            findings: outcomes.map((outcome) => finding(outcome)),
          });
          const of = { extraction: any, corrections: [] };
          expect(readForm(fillForm(of), of)).toEqual({ ok: true, corrections: [] });
        },
      ),
    );
  });

  it('holds what was put right before, and takes it back where it is as it was read', () => {
    const corrections: Correction[] = [
      { what: 'design', to: 'cohort' },
      { what: 'enrolled', to: null },
      { what: 'dose', arm: 1, to: { min: 5, max: 5, unit: 'mg' } },
      { what: 'finding', finding: 0, to: null },
    ];
    const before = { extraction: READ, corrections };
    const filled = fillForm(before);
    expect(filled).toMatchObject({ design: 'cohort study', enrolled: '' });
    expect(filled.doses).toMatch(/^2: 5 mg \(placebo\)$/m);
    expect(filled.findings).toMatch(/^1: leave out/m);
    expect(readForm(filled, before)).toEqual({ ok: true, corrections });
    expect(readForm({ ...filled, ...fillForm(reading) }, before)).toEqual({
      ok: true,
      corrections: [],
    });
  });

  it.each([
    ['Randomized  Trial', []],
    ['cohort studies', [{ what: 'design', to: 'cohort' }]],
    ['case-report', [{ what: 'design', to: 'case-report' }]],
    ['', [{ what: 'design', to: null }]],
    ['not stated', [{ what: 'design', to: null }]],
  ])('reads the design “%s”', (design, corrections) => {
    expect(corrected({ design })).toEqual({ ok: true, corrections });
  });

  it.each([
    ['1,200', 1200],
    [' 7 ', 7],
    ['', null],
  ])('reads %j people', (enrolled, to) => {
    expect(corrected({ enrolled })).toEqual({ ok: true, corrections: [{ what: 'enrolled', to }] });
  });

  it.each([
    ['600 mg/day', { min: 600, max: 600, unit: 'mg/day' }],
    ['1,200–3,600 mg', { min: 1200, max: 3600, unit: 'mg' }],
    ['0.5 to 1.5 mg/kg per day', { min: 0.5, max: 1.5, unit: 'mg/kg per day' }],
    ['up to 20 mg', { min: null, max: 20, unit: 'mg' }],
    ['at least 20 mg', { min: 20, max: null, unit: 'mg' }],
  ])('reads the dose %s', (words, to) => {
    const doses = `1: ${words}\n2: not stated\n3: 1 to 2 units`;
    expect(corrected({ doses })).toEqual({ ok: true, corrections: [{ what: 'dose', arm: 0, to }] });
  });

  it.each([
    ['significantly increased', 'significantly increased'],
    ['Decreased (pain)', undefined],
    ['no significant difference (an increase in pain)', 'no significant difference'],
    ['not increased', 'no significant difference'],
    ['leave out', null],
  ])('reads the change “%s”', (words, to) => {
    expect(corrected({ findings: `1: ${words}\n2) no difference` })).toEqual({
      ok: true,
      corrections: to === undefined ? [] : [{ what: 'finding', finding: 0, to }],
    });
  });

  it('leaves out a finding and a dose whose line is gone', () => {
    expect(corrected({ findings: '2: no difference', doses: '3: 1 to 2 units' })).toEqual({
      ok: true,
      corrections: [
        { what: 'dose', arm: 0, to: null },
        { what: 'finding', finding: 0, to: null },
      ],
    });
  });

  it('says in plain words all that it cannot read', () => {
    expect(
      faultsOf({
        design: 'magic',
        enrolled: '-5',
        doses: '1: much\n1: more\n9: 5 mg',
        findings: '0: increased\n1: increased and decreased\nbetter',
      }),
    ).toEqual([
      expect.stringMatching(/^Design must be one of: meta-analysis, .*; or empty\.$/),
      'People enrolled must be a whole number from 1, or empty.',
      expect.stringMatching(/^Dose 1 must be such as 300 mg\/day/),
      expect.stringMatching(/^Dose: “1: more” does not begin with a number of the list, each once/),
      expect.stringMatching(/^Dose: “9: 5 mg” does not begin with a number of the list/),
      expect.stringMatching(/^Finding: “0: increased” does not begin/),
      'Finding 1 must be increased, decreased, no difference, or leave out.',
      expect.stringMatching(/^Finding: “better” does not begin/),
    ]);
    for (const enrolled of ['0', '1.5', '1e9', '999999999', '٣', 'NaN'])
      expect(faultsOf({ enrolled })).toHaveLength(1);
    for (const dose of ['5', '9 to 3 mg', '5 mg '.repeat(50), `${'9'.repeat(400)} mg`])
      expect(faultsOf({ doses: `1: ${dose}` })).toHaveLength(1);
  });

  it('takes any text in time, and gives corrections of the contract alone', () => {
    fc.assert(
      fc.property(
        fc.record({
          design: fc.string(),
          enrolled: fc.string(),
          doses: fc.string(),
          findings: fc.string(),
        }),
        (form) => {
          const result = readForm(form, reading);
          if (result.ok) for (const one of result.corrections) Correction.parse(one);
          else expect(result.faults.length).toBeGreaterThan(0);
        },
      ),
    );
    const long = `1: ${'1 '.repeat(2_000)}mg`;
    expect(readForm({ design: '', enrolled: '', doses: long, findings: long }, reading).ok).toBe(
      false,
    );
  });

  it('is worded by what was read and what stands now', () => {
    const words = (correction: Correction) => wordCorrection(correction, READ);
    expect(words({ what: 'design', to: null })).toBe('Design: randomised trial → not stated');
    expect(words({ what: 'enrolled', to: 5 })).toBe('People enrolled: 84 → 5');
    expect(words({ what: 'dose', arm: 1, to: { min: 5, max: 5, unit: 'mg' } })).toBe(
      'Dose of placebo: not stated → 5 mg',
    );
    expect(words({ what: 'finding', finding: 1, to: null })).toBe(
      'sleep: no difference → left out',
    );
  });
});
