import { describe, expect, it } from 'vitest';
import { askedTopic, wordTopic } from '../../../src/core/usage/askedTopic.ts';
import { withoutIdentifiers } from '../../../src/core/usage/withoutIdentifiers.ts';
import { createWhole } from '../../support/caveat.ts';

const { caveat } = createWhole();
const topicOf = (text: string): string => askedTopic(caveat.askShort(text, 250)).topic;

describe('what a question is counted by', () => {
  it.each([
    ['gabapentin hemifacial spasm', 'gabapentin + hemifacial-spasm'],
    ['does gabba pentin really help HFS???', 'gabapentin + hemifacial-spasm'],
    ['hemifacial spasm: gabapentin?', 'gabapentin + hemifacial-spasm'],
    ['Bandini 1999', 'gabapentin + hemifacial-spasm'],
    [
      'baclofen or tizanidine for MS spasticity',
      'baclofen + tizanidine + spasticity-multiple-sclerosis',
    ],
    [
      'tizanidine vs baclofen, spasticity in MS',
      'baclofen + tizanidine + spasticity-multiple-sclerosis',
    ],
  ])('the concepts it links to, however it is put: %s', (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });

  it.each([
    ['does yoga help hemifacial spasm', 'hemifacial-spasm + yoga'],
    ['yoga for HFS?', 'hemifacial-spasm + yoga'],
    ['gabba pentin for migraine', 'gabapentin + migraine'],
    ['Does Qigong help migraine?', 'migraine qigong'],
    ['migraine: does qi-gong work', 'gong migraine qi'],
  ])('and, without an answer, the words beside them: %s', (text, topic) => {
    expect(askedTopic(caveat.askShort(text, 250))).toEqual({ topic, isAnswered: false });
  });

  it('is answered where records answer', () => {
    expect(askedTopic(caveat.askShort('gabapentin hemifacial spasm', 250)).isAnswered).toBe(true);
    expect(askedTopic(caveat.askShort('side effects of gabapentin', 250))).toEqual({
      topic: 'gabapentin',
      isAnswered: true,
    });
  });

  it('holds nothing that points to a person', () => {
    const text =
      'does yoga help migraine? call +44 20 7946 0958, id 1234567, sam.doe@example.org, @sam, <@123456789012345678>, https://example.org/u/sam discord.gg/abc';
    expect(topicOf(text)).toBe('call id migraine yoga');
  });

  it('holds no words of mere talk, nor of a long message', () => {
    expect(topicOf('my neighbour Maria is getting married')).toBe('');
    const long = 'yoga '.concat(
      'alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november',
    );
    expect(topicOf(`does ${long} help migraine`)).not.toMatch(/alpha|november/);
  });

  it('takes any text, five words at most', () => {
    for (const text of ['', '???', '<@1>', '💊💊', 'x'.repeat(5_000), '1 2 3 4 5 6']) {
      const { topic } = askedTopic(caveat.askShort(text, 250));
      expect(topic.split(' ').length).toBeLessThanOrEqual(5);
      expect(topic.length).toBeLessThan(160);
    }
    expect(topicOf('does yoga tai chi reiki qigong pilates crystals help')).toBe(
      'chi qigong reiki tai yoga',
    );
  });
});

describe('a text without identifiers', () => {
  it.each([
    ['mail me at a.b+c@d.co.uk please', 'mail me at please'],
    ['see https://x.org/a?b=c and www.foo.com/x', 'see and'],
    ['hi <@!123456789012345678> in <#123456789012345678> <:pill:123456789012345678>', 'hi in'],
    ['@everyone @sam_doe help', 'help'],
    ['my number is (020) 7946-0958 ok', 'my number is ( ok'],
    ['born 12/03/1984, on 300 mg since 2015', 'born , on 300 mg since 2015'],
    ['12\u200b345', ''],
    ['https\u200b://x.org/secret', ''],
  ])('%s', (text, left) => {
    expect(withoutIdentifiers(text)).toBe(left);
  });

  it('takes huge and hostile texts in no time to speak of', () => {
    for (const part of ['a@', '1 ', 'a.', '<@', 'a.b.', '((((', 'http'])
      expect(withoutIdentifiers(part.repeat(20_000)).length).toBeLessThanOrEqual(120_000);
  });
});

it('is worded with labels', () => {
  const labels = new Map([['hemifacial-spasm', 'hemifacial spasm']]);
  expect(wordTopic('hemifacial-spasm + yoga tai', labels)).toBe('hemifacial spasm + yoga tai');
});
