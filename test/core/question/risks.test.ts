import { describe, expect, it } from 'vitest';
import { Risk } from '../../../src/core/domain/question.ts';
import { EMERGENCIES, findRisks } from '../../../src/core/question/risks.ts';
import { parse } from './understand.ts';

/** What a frightened person may type. None of these may be missed. */
const HEARD: Readonly<Partial<Record<Risk, readonly string[]>>> = {
  overdose: [
    'I took too much baclofen',
    'i tok way too much... took too many gabapentin pills',
    'my son swallowed a whole bottle of baclofen',
    'she took all her pills',
    'I think I overdosed on gabapentin',
    'i ODed on baclofen',
    'I over dosed on my meds',
    'baclofen overdose what do i do',
    'can you overdose on gabapentin',
    'accidentally took a double dose of tizanidine',
    'accidentally took two doses of baclofen',
    'took extra gabapentin by mistake am I going to die',
    'my toddler ate a baclofen pill',
    'my kid ate my gabapentin',
    'he took 20 gabapentin tablets',
    'I took 20 baclofen tablets. Does gabapentin help hemifacial spasm?',
    'I took 30 pills',
    'I took like 10 baclofen what do I do',
    'I have taken more than I should of my baclofen',
    'she swallowed a bunch of tizanidine',
    'took a handful of gabapentin',
    'my mom took her gabapentin twice',
    'lethal dose of baclofen',
    'how much gabapentin would kill you',
    'is 40 gabapentin pills enough to kill you',
    'how many baclofen to die',
    'what happens if you take too much gabapentine',
  ],
  breathing: [
    "I can't breathe after taking gabapentin",
    'i can’t breathe',
    'cant breath',
    'trouble breathing on baclofen',
    'having difficulty breathing after botox',
    'she is breathing really slowly after baclofen',
    'his breathing is slow',
    'shallow breathing gabapentin',
    'I can hardly breathe',
    'hard to breathe after botox',
    'he stopped breathing',
    'not breathing',
    'shortness of breath on gabapentin',
    'gasping for air',
    "I feel like I can't get enough air",
    "my husband won't wake up after baclofen",
    "can't wake him",
    'cannot wake her up',
    'her lips are blue',
    'lips turned blue',
    'he is unconscious',
    "she's not responding",
    'passed out after taking tizanidine',
    'throat closing up after botox',
    'trouble swallowing and breathing after botox',
  ],
  'suicidal-thoughts': [
    'I want to die',
    'i wanna die',
    "I'm suicidal",
    'gabapentin makes me suicidal',
    'suicidal thoughts on keppra',
    'i want to kill myself',
    'thinking about killing myself',
    'my spasms make me want to kill myself',
    'I want to end it all',
    'ending my life',
    'taking my own life',
    "I don't want to live anymore",
    'dont want to be here anymore',
    "I don't want to wake up",
    'they would be better off without me',
    'I would be better off dead',
    'I wish I was dead',
    'I wish I were dead',
    'thinking of hurting myself',
    'I keep hurting myself',
    'I hurt myself on purpose',
    'self-harm',
    'no reason to live',
    "what's the point of living with this pain",
    "life isn't worth living",
    "I can't go on like this",
    'unalive myself',
  ],
  'abrupt-stopping': [
    'can I just stop taking baclofen',
    'stop taking gabapentin suddenly',
    'quit gabapentin cold turkey',
    'I stopped my baclofen',
    'stopped baclofen yesterday and feel awful',
    'what happens if I stop baclofen',
    'should I stop baclofen',
    'is it safe to stop gabapentin',
    'i want to stop gabapentin',
    'I ran out of baclofen',
    'running out of gabapentin',
    "I'm out of baclofen",
    'pharmacy is out of baclofen',
    'baclofen withdrawal',
    'how do I come off gabapentin',
    'coming off clonazepam',
    'getting off klonopin',
    'weaning off gabapentin',
    'how to taper gabapentin',
    'I missed my baclofen',
    'I missed a dose of baclofen',
    'skipped my gabapentin for two days',
    'forgot to take my baclofen',
    "haven't taken my baclofen in 3 days",
    'lost my baclofen',
    'my baclofen pump is empty',
    'my baclofen pump stopped working',
    'baclofen pump ran dry',
    'abruptly stopping baclofen',
    'I quit valium last week',
    'can i stop gabapentine',
  ],
  sedatives: [
    'can I drink on gabapentin',
    'can i drink with gabapentin',
    'can I drink while taking baclofen',
    'drinking on gabapentin',
    'I drank last night and took gabapentin',
    'gabapentin and alcohol',
    'can I have a beer with baclofen',
    'took gabapentin with vodka',
    "I'm drunk can I take my baclofen",
    'baclofen with oxycodone',
    'gabapentin and opioids',
    'opiods and gabapentin',
    'tramadol with gabapentin',
    'gabapentin hydromorphone together',
    'mixing xanax and baclofen',
    'fentanyl patch and gabapentin',
    'percs and gabapentin',
  ],
  interactions: [
    'can I take gabapentin with ibuprofen',
    'can I mix baclofen and tizanidine',
    'gabapentin and lorazepam together',
    'is it ok to combine quinine and warfarin',
  ],
  'personal-dose': [
    'how much gabapentin should I take',
    'how much baclofen can I take',
    'what dose should I take',
    'how many gabapentin can I take in a day',
    'how often can I take tizanidine',
    'how much should my mother take',
    'how much magnesium do I need',
    'what is the right dose for me',
    'can I double my dose',
    'can I up my dose',
    'can I take more gabapentin',
    'can I take two gabapentin',
    'should I increase my baclofen',
    'should I lower my dose',
    'should I take 300 or 600 mg gabapentin',
    'how much gabapentin for my leg cramps',
    'what dose of baclofen do you recommend',
  ],
  'personal-advice': [
    'should I take gabapentin for my hemifacial spasm',
    'should I try botox',
    'should my dad take baclofen',
    'could I switch to tizanidine',
    'should I get botox',
    'can I take tizanidine for my back',
  ],
  pregnancy: [
    'gabapentin while pregnant',
    "I'm pregnant and take baclofen",
    'is baclofen safe in pregnancy',
    'my wife is pregnant with leg cramps, what helps',
    'breastfeeding and gabapentin',
    'can I take gabapentin while breast-feeding',
    "I'm nursing can I take magnesium",
    'trying to get pregnant on gabapentin',
    'trying to conceive on gabapentin',
    'expecting a baby and have leg cramps',
    'gabapentin third trimester',
    'does gabapentin cause birth defects',
    'gabapentin harm to the unborn baby',
  ],
};

/** What sounds like a risk and is none: answering it as one hides the evidence asked for. */
const NOT_HEARD: readonly (readonly [text: string, risk: Risk])[] = [
  ['gabapentin has too many side effects', 'overdose'],
  ['too many studies to read on baclofen', 'overdose'],
  ['too much muscle tone', 'overdose'],
  ['too much spasticity after my stroke', 'overdose'],
  ['I took the bus and got leg cramps', 'overdose'],
  ['I took a walk, no more cramps', 'overdose'],
  ['it is taking too long, what helps spasticity', 'overdose'],
  ['a whole bottle of pickle juice', 'overdose'],
  ['I take baclofen twice a day for spasticity', 'overdose'],
  ['I have had botox twice, does it help hemifacial spasm', 'overdose'],
  ['I take all my pills at night, does quinine help', 'overdose'],
  ['she had a whole lot of relief from baclofen', 'overdose'],
  ['my kid takes baclofen for spasticity', 'overdose'],
  ['I took 2 gabapentin pills and still have cramps', 'overdose'],
  ['leg cramps kill me every night, what helps', 'overdose'],
  ['is ALS fatal', 'overdose'],
  ['breathing exercises for muscle spasms', 'breathing'],
  ['I am not waking up with leg cramps any more, was it the magnesium', 'breathing'],
  ['baclofen tablets are hard to swallow, is there a liquid', 'breathing'],
  ["this is hard, what's the evidence for baclofen", 'breathing'],
  ['I wake up with leg cramps', 'breathing'],
  ['my leg cramps are killing me, what helps', 'suicidal-thoughts'],
  ['dying of laughter', 'suicidal-thoughts'],
  ['I hurt my back, what helps', 'suicidal-thoughts'],
  ['I hurt myself at the gym and have back spasms', 'suicidal-thoughts'],
  ['he hurt himself lifting a box, back pain', 'suicidal-thoughts'],
  ['does gabapentin stop muscle spasms', 'abrupt-stopping'],
  ['can quinine stop leg cramps', 'abrupt-stopping'],
  ['how to stop leg cramps', 'abrupt-stopping'],
  ['what stops hemifacial spasm', 'abrupt-stopping'],
  ['will botox stop the twitching', 'abrupt-stopping'],
  ['my cramps stopped after magnesium, is it proven', 'abrupt-stopping'],
  ['did the spasms stop with baclofen', 'abrupt-stopping'],
  ['why was the gabapentin trial stopped early', 'abrupt-stopping'],
  ['does baclofen reduce spasms', 'abrupt-stopping'],
  ['does baclofen reduce it, my spasticity I mean', 'abrupt-stopping'],
  ['I get leg cramps, how do I stop them?', 'abrupt-stopping'],
  ['how do I stop this twitching in my face', 'abrupt-stopping'],
  ['baclofen for rigid muscles', 'abrupt-stopping'],
  ['does quinine help with fever', 'abrupt-stopping'],
  ['gabapentin stopped working for me, what else helps sciatica', 'abrupt-stopping'],
  ['please stop', 'abrupt-stopping'],
  ['sudden muscle spasms', 'abrupt-stopping'],
  ['drinking water for leg cramps', 'sedatives'],
  ['does drinking water help cramps', 'sedatives'],
  ['does drinking pickle juice help cramps', 'sedatives'],
  ['what should I drink when I get leg cramps', 'sedatives'],
  ['is gabapentin better than opioids for sciatica', 'sedatives'],
  ['does tramadol help sciatica', 'sedatives'],
  ['does alcohol cause leg cramps', 'sedatives'],
  ['leg cramps in alcoholic cirrhosis', 'sedatives'],
  ['my legs cramp at the same time every night', 'interactions'],
  ['what dose of gabapentin was studied', 'personal-dose'],
  ['how much baclofen was used in studies', 'personal-dose'],
  ['how many studies are there on gabapentin', 'personal-dose'],
  ['how much does botox cost', 'personal-dose'],
  ['can gabapentin help with restless legs', 'personal-advice'],
  ['what helps leg cramps', 'personal-advice'],
  ['how can I get rid of leg cramps', 'personal-advice'],
  ['expecting botox to help my blepharospasm', 'pregnancy'],
];

/** Plain questions about evidence, with nothing personal in them. */
const CALM = [
  'does gabapentin help hemifacial spasm',
  'gabapentin hemifacial spasm',
  'what helps leg cramps at night',
  'baclofen vs tizanidine for MS spasticity',
  'side effects of quinine',
  'what is gabapentin used for',
  'botox for hemifacial spasm, randomised trials only',
  'Bandini 1999',
  'hello there',
  'how does this work',
  '',
];

describe('A risk', () => {
  const cases = Object.entries(HEARD).flatMap(([risk, texts]) =>
    texts.map((text) => [risk as Risk, text] as const),
  );

  it.each(cases)('(%s) is heard in “%s”, and in capitals after other words', (risk, text) => {
    expect(parse(text).risks).toContain(risk);
    expect(parse(`PLEASE HELP!!! ${text.toUpperCase()} 😭😭`).risks).toContain(risk);
  });

  it.each(NOT_HEARD)('is not made up: “%s” is no sign of %s', (text, risk) => {
    expect(parse(text).risks).not.toContain(risk);
  });

  it.each(CALM)('is not heard in “%s”', (text) => {
    expect(parse(text).risks).toEqual([]);
  });
});

describe('Several risks', () => {
  it('are all heard, the most urgent first, each once', () => {
    const { risks } = parse(
      "I'm pregnant, drank wine, took too many pills and took too much baclofen, I want to die and can't breathe",
    );
    expect(risks.slice(0, 3)).toEqual(['overdose', 'breathing', 'suicidal-thoughts']);
    expect(risks).toContain('pregnancy');
    expect(risks).toContain('sedatives');
    expect(new Set(risks).size).toBe(risks.length);
  });

  it('stand in the order of the list, whatever the order they are typed in', () => {
    const order = Risk.options;
    for (const text of [
      'pregnant and overdosed',
      'want to die, ran out of baclofen, cant breathe',
      'how much should I take, I am drunk',
    ]) {
      const places = parse(text).risks.map((risk) => order.indexOf(risk));
      expect(places.length).toBeGreaterThan(1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });
});

describe('An emergency', () => {
  it('is one of the three in which a life may hang on minutes', () => {
    expect([...EMERGENCIES].sort()).toEqual(['breathing', 'overdose', 'suicidal-thoughts']);
  });

  it('goes before a study that is named beside it', () => {
    expect(parse('Bandini 1999').intent).toBe('study');
    expect(parse('Bandini 1999, I want to die').intent).not.toBe('study');
  });

  it('is heard behind the 500 characters that are read', () => {
    expect(parse(`${'so it goes on '.repeat(60)} and now I want to die`).risks).toEqual([
      'suicidal-thoughts',
    ]);
  });

  it('is heard without any medicine being named', () => {
    expect(findRisks('i want to die')).toEqual(['suicidal-thoughts']);
    expect(findRisks('he wont wake up')).toEqual(['breathing']);
  });
});
