import { describe, expect, it } from 'vitest';
import { Intervention } from '../../../src/core/domain/concept.ts';
import { createLinker } from '../../../src/core/question/linkConcepts.ts';
import { idsOf, language, link } from './understand.ts';

const linked = (text: string) => {
  const { conditions, interventions } = link(text);
  return { conditions: idsOf(conditions), interventions: idsOf(interventions) };
};

describe('The way a name is typed', () => {
  it.each([
    'gabapentin hemifacial spasm',
    'hemifacial spasm gabapentin',
    'spasm hemifacial gabapentin',
    'GABAPENTIN HEMIFACIAL SPASM',
    'GaBaPeNtIn HeMiFaCiAl SpAsM',
    'gabapentin, hemifacial-spasm!!!',
    'gabapentin/hemifacial spasms?',
    '(gabapentin) + "hemifacial spasm"',
    '🙏 gabapentin 💊 hemifacial spasm 😀',
    'gabapentin💊hemifacial😀spasm',
    '**gabapentin** for `hemifacial spasm`',
    '||gabapentin|| ~~hemifacial spasm~~ _please_',
    '> gabapentin\n- hemifacial spasm',
    'gabapentín hémifacial spasm',
    'ｇａｂａｐｅｎｔｉｎ hemifacial spasm',
    'Neurontin HFS',
    'does neurontin help with facial twitching',
  ])('makes no difference: %j', (text) => {
    expect(linked(text)).toEqual({
      conditions: ['hemifacial-spasm'],
      interventions: ['gabapentin'],
    });
  });

  it.each([
    ['leg cramps at night', 'nocturnal-leg-cramps'],
    ['at night my legs cramp', 'nocturnal-leg-cramps'],
    ['cramps in my legs at night', 'nocturnal-leg-cramps'],
    ['spasticity in multiple sclerosis', 'spasticity-multiple-sclerosis'],
    ['a muscle spasm in my back', 'acute-back-spasm'],
    ['face twitching', 'hemifacial-spasm'],
    ['charley horse', 'muscle-cramp'],
    ['spasticity after a stroke', 'spasticity-stroke'],
  ])('nor do small words in it, nor its order: %s', (text, id) => {
    expect(linked(text).conditions).toEqual([id]);
  });
});

describe('The longest span', () => {
  it.each([
    ['hemifacial spasm', { conditions: ['hemifacial-spasm'], interventions: [] }],
    ['muscle spasm', { conditions: ['muscle-spasm'], interventions: [] }],
    ['back spasm', { conditions: ['acute-back-spasm'], interventions: [] }],
    ['intrathecal baclofen', { conditions: [], interventions: ['intrathecal-baclofen'] }],
    ['baclofen pump', { conditions: [], interventions: ['intrathecal-baclofen'] }],
    ['baclofen', { conditions: [], interventions: ['baclofen'] }],
    ['smoking cannabis', { conditions: [], interventions: ['smoked-cannabis'] }],
    ['cannabis', { conditions: [], interventions: ['cannabinoids'] }],
    ['pickle juice', { conditions: [], interventions: ['pickle-juice'] }],
    ['restless leg syndrome', { conditions: ['restless-legs'], interventions: [] }],
  ])('wins: %s', (text, concepts) => {
    expect(linked(text)).toEqual(concepts);
  });

  it('leaves the rest of the words to others', () => {
    expect(linked('intrathecal baclofen or baclofen for spasticity')).toEqual({
      conditions: ['spasticity'],
      interventions: ['intrathecal-baclofen', 'baclofen'],
    });
  });

  it('wins exactly before it wins mended', () => {
    expect(link('baclofen baclofin').interventions).toMatchObject([
      { id: 'baclofen', matched: 'baclofen', score: 1 },
    ]);
  });
});

describe('What is linked', () => {
  it('keeps what was typed for it, and says how sure the match is', () => {
    const { conditions, interventions } = link('Does Gabapentine help HEMIFACIAL spasms?');
    expect(conditions).toMatchObject([
      { id: 'hemifacial-spasm', label: 'hemifacial spasm', matched: 'HEMIFACIAL spasms', score: 1 },
    ]);
    expect(interventions).toMatchObject([{ id: 'gabapentin', matched: 'Gabapentine' }]);
    expect(interventions[0]?.score).toBeGreaterThan(0.8);
    expect(interventions[0]?.score).toBeLessThan(1);
  });

  it('is named once, however often it is said', () => {
    expect(linked('gabapentin, Neurontin, gabapentin! hemifacial spasm HFS')).toEqual({
      conditions: ['hemifacial-spasm'],
      interventions: ['gabapentin'],
    });
  });

  it('is masked in what the words around it are read from', () => {
    expect(link('Does gabapentine help my hemifacial spazm?').masked).toBe(
      'does ztreatment help my zcondition',
    );
  });

  it('is corrected in the words that the person typed', () => {
    expect(link('gabapentine for hemifacal spazm').corrections).toEqual([
      { from: 'gabapentine', to: 'gabapentin' },
      { from: 'hemifacal spazm', to: 'hemifacial spasm' },
    ]);
    expect(link('gabapentin for hemifacial spasm').corrections).toEqual([]);
  });
});

describe('Abbreviations', () => {
  it.each([
    ['MS', ['multiple-sclerosis']],
    ['does it help MS?', ['multiple-sclerosis']],
    ['HFS', ['hemifacial-spasm']],
    ['hfs', ['hemifacial-spasm']],
    ['ALS', ['amyotrophic-lateral-sclerosis']],
    ['als', ['amyotrophic-lateral-sclerosis']],
    ['RLS', ['restless-legs']],
    ['SCI', ['spinal-cord-injury']],
    ['UMN', ['spasticity-upper-motor-neuron']],
    ['MS spasticity', ['spasticity-multiple-sclerosis']],
  ])('are read where they stand exactly: %s', (text, conditions) => {
    expect(linked(text).conditions).toEqual(conditions);
  });

  it.each([
    'mg',
    'MSG',
    'mcs',
    'hms',
    'rms',
    'HFX',
    'HFSS',
    'AL',
    'ALSO',
    'UMM',
    'RLSS',
    'MVP',
    'BTS',
  ])('are never read from something near them: %s', (text) => {
    expect(linked(text)).toEqual({ conditions: [], interventions: [] });
  });

  it.each(['ppm', '20 PPM', 'SPM', 'TEN', 'top TEN of the week'])(
    'are not made by taking their last letter for a plural: %s',
    (text) => {
      expect(linked(text)).toEqual({ conditions: [], interventions: [] });
    },
  );

  it.each(['ms', 'my ms teams is down', 'ms?', 'cp', 'cp the file'])(
    'of two small letters say nothing alone: %s',
    (text) => {
      expect(linked(text)).toEqual({ conditions: [], interventions: [] });
    },
  );

  it.each([
    ['baclofen for ms', ['multiple-sclerosis'], ['baclofen']],
    ['does baclofen help ms?', ['multiple-sclerosis'], ['baclofen']],
    ['ms spasticity', ['spasticity-multiple-sclerosis'], []],
    ['ms and leg cramps', ['multiple-sclerosis', 'muscle-cramp'], []],
    ['botox for cp', ['cerebral-palsy'], ['botulinum-toxin']],
  ])('of two small letters count beside another concept: %s', (text, conditions, interventions) => {
    expect(linked(text)).toMatchObject({ interventions });
    expect(linked(text).conditions.toSorted()).toEqual(conditions.toSorted());
  });

  it('that are also words of English count in capitals, and in small letters in company only', () => {
    expect(linked('TENS')).toEqual({ conditions: [], interventions: ['tens'] });
    expect(linked('tens')).toEqual({ conditions: [], interventions: [] });
    expect(linked('tens of thousands of people')).toEqual({ conditions: [], interventions: [] });
    expect(linked('TENS for low back pain').interventions).toEqual(['tens']);
    expect(linked('does tens help low back pain').interventions).toEqual(['tens']);
  });

  it('of brands count as people write them', () => {
    expect(linked('does Soma help back spasms').interventions).toEqual(['carisoprodol']);
  });
});

describe('Words split and joined', () => {
  it('are put right over a space or a hyphen', () => {
    expect(linked('gaba pentin').interventions).toEqual(['gabapentin']);
    expect(linked('gaba-pentin').interventions).toEqual(['gabapentin']);
  });

  it.each(['git diff --stat', 'str, etc', 'yes, spas. Me too', 'Rijs, Alex'])(
    'are not put together across what parts them: %s',
    (text) => {
      expect(linked(text)).toEqual({ conditions: [], interventions: [] });
    },
  );
});

describe('A misspelling between several names', () => {
  const drug = (label: string) =>
    Intervention.parse({
      id: label,
      label,
      brands: [],
      kind: 'drug',
      rxnorm: null,
      mesh: null,
      usual_dose: null,
    });
  const linkDrugs = createLinker(
    { conditions: [], interventions: [drug('metaxalone'), drug('metaxolane')], outcomes: [] },
    language,
  );

  it('is asked about, and linked to none of them', () => {
    const { interventions, ambiguous, corrections } = linkDrugs('is metaxalane any good');
    expect(interventions).toEqual([]);
    expect(corrections).toEqual([]);
    expect(ambiguous?.from).toBe('metaxalane');
    expect(ambiguous?.to.toSorted()).toEqual(['metaxalone', 'metaxolane']);
  });

  it('is no question where one of them is spelt right', () => {
    expect(linkDrugs('metaxalone').ambiguous).toBeNull();
    expect(idsOf(linkDrugs('metaxalone').interventions)).toEqual(['metaxalone']);
  });

  it('is no question where both name the same thing', () => {
    expect(link('cirrhotcis').ambiguous).toBeNull();
    expect(linked('cirrhotcis').conditions).toEqual(['cirrhosis']);
  });
});

describe('Everyday words that are also names', () => {
  it.each(['that is a stretch', 'pot luck dinner', 'weed the garden'])(
    'are told apart: %s',
    (text) => {
      expect(link(text).onlyEveryday).toBe(true);
    },
  );

  it.each(['stretching for leg cramps', 'cannabis', 'gabapentin and weed'])(
    'unless something else is named too: %s',
    (text) => {
      expect(link(text).onlyEveryday).toBe(false);
    },
  );
});
