import { describe, expect, it } from 'vitest';
import {
  CONDITION,
  CONDITION_FILE,
  edit,
  faultsWith,
  INTERVENTION,
  INTERVENTION_FILE,
  lineWith,
  OUTCOME,
  OUTCOME_FILE,
  readData,
} from './dataCopy.ts';

/** The one fault of a name that two concepts have. */
const collision = (file: string, line: number, name: string, elsewhere: string) => ({
  file: `data/${file}`,
  line,
  message: expect.stringMatching(new RegExp(`"${name}" is .*${elsewhere}`)),
  remedy: expect.stringContaining('A name belongs to one concept'),
});

describe('a word that is asked back', () => {
  const asking = (words: string, condition: string): string =>
    edit(
      CONDITION,
      'command: test-condition',
      `ask_back:\n  - words: [${words}]\n    means:\n      - { condition: hemifacial-spasm, hint: the face }\n      - { condition: ${condition}, hint: the neck }\ncommand: test-condition`,
    );

  it('is a name of its condition, in any case, and means conditions that are there', () => {
    const text = asking('First Test Name', 'cervical-dystonia');
    expect(faultsWith({ [CONDITION_FILE]: text })).toEqual([]);
  });

  it('is reported where it is no name of the condition', () => {
    const text = asking('hiccups', 'cervical-dystonia');
    expect(faultsWith({ [CONDITION_FILE]: text })).toEqual([
      expect.objectContaining({
        line: lineWith(text, 'hiccups'),
        message: expect.stringContaining('"hiccups" is no name'),
      }),
    ]);
  });

  it('is reported where it means a condition that is not there', () => {
    const text = asking('first test name', 'no-such-thing');
    expect(faultsWith({ [CONDITION_FILE]: text })).toEqual([
      expect.objectContaining({
        line: lineWith(text, 'no-such-thing'),
        message: 'There is no condition "no-such-thing".',
      }),
    ]);
  });
});

describe('a name that one record has twice', () => {
  it.each([
    { name: 'First Test NAME', differs: 'case' },
    { name: 'fírst tèst nämé', differs: 'accents' },
    { name: 'ﬁrst test name', differs: 'a ligature' },
    { name: 'first-test  name.', differs: 'punctuation and spaces' },
    { name: "first test's name", than: "first tests' name", differs: 'apostrophes' },
    { name: 'first test name', differs: 'nothing' },
  ])('is reported where it differs by $differs', ({ name, than }) => {
    const first = edit(CONDITION, '- first test name', `- "${than ?? 'first test name'}"`);
    const text = edit(first, '- second test name', `- "${name}" # again`);
    expect(faultsWith({ [CONDITION_FILE]: text })).toEqual([
      collision(CONDITION_FILE, lineWith(text, '# again'), name, 'twice in this record'),
    ]);
  });

  it.each([
    { list: 'label', from: 'label: testing sickness', to: 'label: first test name' },
    { list: 'abbreviations', from: '[TSTS]', to: '[First test name]' },
    { list: 'lay', from: '[everyday test name]', to: '[first test name]' },
  ])('is reported where it is among the $list and the synonyms', ({ list, from, to }) => {
    const text = edit(CONDITION, from, to);
    const at = list === 'label' ? '- first test name' : to;
    expect(faultsWith({ [CONDITION_FILE]: text })).toEqual([
      collision(CONDITION_FILE, lineWith(text, at), '[Ff]irst test name', 'twice in this record'),
    ]);
  });
});

describe('a name that two records have', () => {
  it.each([
    { of: 'a condition and a condition', name: 'Hemifacial-Spasm' },
    { of: 'an abbreviation and a synonym', name: 'HFS' },
  ])('is reported: $of', ({ name }) => {
    const text = edit(CONDITION, 'second test name', name);
    expect(faultsWith({ [CONDITION_FILE]: text })).toEqual([
      collision(CONDITION_FILE, lineWith(text, name), name, 'data/conditions/hemifacial-spasm'),
    ]);
  });

  it.each([
    {
      of: 'a brand name and a condition',
      file: INTERVENTION_FILE,
      text: edit(INTERVENTION, 'Testabrand', 'Hemi facial spasm'),
      name: 'Hemi facial spasm',
      elsewhere: 'data/conditions/hemifacial-spasm.yaml',
    },
    {
      of: 'a brand name and another',
      file: INTERVENTION_FILE,
      text: edit(INTERVENTION, 'Testabrand', 'NEURONTIN'),
      name: 'NEURONTIN',
      elsewhere: 'data/interventions/gabapentin.yaml',
    },
    {
      of: 'a scale and an intervention',
      file: OUTCOME_FILE,
      text: edit(OUTCOME, 'Scale of Tests', 'Gabapentin'),
      name: 'Gabapentin',
      elsewhere: 'data/interventions/gabapentin.yaml',
    },
  ])('is reported across the kinds of concepts: $of', ({ file, text, name, elsewhere }) => {
    expect(faultsWith({ [file]: text })).toEqual([
      collision(file, lineWith(text, name), name, elsewhere),
    ]);
  });

  it('is reported once for each record but the first', () => {
    const condition = edit(CONDITION, 'second test name', 'neurontin');
    const medicine = edit(INTERVENTION, 'Testabrand', 'Neurontin');
    const gabapentin = readData('interventions/gabapentin.yaml');
    expect(faultsWith({ [CONDITION_FILE]: condition, [INTERVENTION_FILE]: medicine })).toEqual([
      collision(
        'interventions/gabapentin.yaml',
        lineWith(gabapentin, 'brands: ['),
        'Neurontin',
        `data/${CONDITION_FILE}`,
      ),
      collision(
        INTERVENTION_FILE,
        lineWith(medicine, 'Neurontin'),
        'Neurontin',
        `data/${CONDITION_FILE}`,
      ),
    ]);
  });

  // Questions are compared without plural endings, word order and glue words, so these collide.
  it.each([
    { name: 'a plural', ours: 'first test names', theirs: 'first test name' },
    { name: 'word order', ours: 'name of the first test', theirs: 'first test name' },
  ])('is reported where a question could not tell the two: $name', ({ ours, theirs }) => {
    const text = edit(INTERVENTION, 'medicine for tests', ours);
    expect(CONDITION).toContain(theirs);
    expect(faultsWith({ [CONDITION_FILE]: CONDITION, [INTERVENTION_FILE]: text })).toEqual([
      collision(INTERVENTION_FILE, lineWith(text, ours), ours, `data/${CONDITION_FILE}`),
    ]);
  });
});

describe('a concept of which another is a kind', () => {
  it.each([
    {
      list: 'broader',
      file: CONDITION_FILE,
      text: edit(CONDITION, '[muscle-spasm]', '[no-such-thing]'),
      kind: 'condition',
    },
    {
      list: 'related',
      file: CONDITION_FILE,
      text: edit(CONDITION, '[hemifacial-spasm]', '[no-such-thing]'),
      kind: 'condition',
    },
    {
      list: 'broader',
      file: INTERVENTION_FILE,
      text: edit(INTERVENTION, 'broader: []', 'broader: [no-such-thing]'),
      kind: 'intervention',
    },
    {
      list: 'broader',
      file: OUTCOME_FILE,
      text: edit(OUTCOME, 'broader: []', 'broader: [no-such-thing]'),
      kind: 'outcome',
    },
  ])('is reported where it is not there: $list of $file', ({ file, text, kind }) => {
    expect(faultsWith({ [file]: text })).toEqual([
      {
        file: `data/${file}`,
        line: lineWith(text, 'no-such-thing'),
        message: `There is no ${kind} "no-such-thing".`,
        remedy: expect.stringContaining(`data/${kind}s/`),
      },
    ]);
  });

  it('has to be of the same kind of concept', () => {
    const text = edit(CONDITION, '[muscle-spasm]', '[gabapentin]');
    expect(faultsWith({ [CONDITION_FILE]: text }).map(({ message }) => message)).toEqual([
      'There is no condition "gabapentin".',
    ]);
  });

  it('is reported where it is the concept itself', () => {
    const text = edit(CONDITION, '[muscle-spasm]', '[muscle-spasm, test-condition]');
    expect(faultsWith({ [CONDITION_FILE]: text })).toEqual([
      {
        file: `data/${CONDITION_FILE}`,
        line: lineWith(text, 'broader:'),
        message: expect.stringContaining('"test-condition" is among its own broader concepts'),
        remedy: expect.stringContaining('circle'),
      },
    ]);
  });

  it('is reported for every member of a circle, and for no other concept below it', () => {
    const member = (id: string, broader: string) =>
      edit(
        `id: ${id}\nlabel: sickness ${id}\nbroader: [LIST]\nmesh: null\ncourse: acute\ncommand: ${id}\n`,
        'LIST',
        broader,
      );
    const faults = faultsWith({
      'conditions/circle-a.yaml': member('circle-a', 'muscle-spasm, circle-b'),
      'conditions/circle-b.yaml': member('circle-b', 'circle-c'),
      'conditions/circle-c.yaml': member('circle-c', 'circle-a'),
      'conditions/outside.yaml': member('outside', 'circle-a'),
    });
    expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'data/conditions/circle-a.yaml:3',
      'data/conditions/circle-b.yaml:3',
      'data/conditions/circle-c.yaml:3',
    ]);
    for (const { message } of faults) expect(message).toContain('its own broader concepts');
  });
});

describe('a slash command', () => {
  it('is reported where another condition has it', () => {
    const text = edit(CONDITION, 'command: test-condition', 'command: hemifacial-spasm');
    expect(faultsWith({ [CONDITION_FILE]: text })).toEqual([
      {
        file: `data/${CONDITION_FILE}`,
        line: lineWith(text, 'command:'),
        message: expect.stringMatching(/"hemifacial-spasm".*data\/conditions\/hemifacial-spasm/),
        remedy: expect.stringContaining('command name of its own'),
      },
    ]);
  });
});
