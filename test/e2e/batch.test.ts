import { describe, expect, it } from 'vitest';
import { ask, expectWell, fileWith, parseAnswer, parseBatch, STACK_TRACE } from './runCli.ts';

const jsonLine = (id: string | number, question: string): string =>
  `${JSON.stringify({ id, question })}\n`;
const idsOf = (stdout: string) => parseBatch(stdout).map(({ id }) => id);

describe('a batch', () => {
  it('is answered one line each, in order, with the ids as they came', async () => {
    const ids = ['first', 7, '7', 0, -1.5, '', 'ünï "quoted"\n', 'first'];
    const file = fileWith(ids.map((id, i) => jsonLine(id, `gabapentin question ${i}`)).join(''));
    const told = await ask(['--batch', file]);
    expectWell(told);
    expect(idsOf(told.stdout)).toEqual(ids);
    expect(parseBatch(told.stdout).map(({ answer }) => answer.question.text)).toEqual(
      ids.map((_, i) => `gabapentin question ${i}`),
    );
  });

  it('has the answers that the questions have alone', async () => {
    const questions = ['gabapentin hemifacial spasm', 'what helps leg cramps', 'hello', 'baclofen'];
    const batch = await ask([
      '--batch',
      fileWith(questions.map((q, i) => jsonLine(i, q)).join('')),
    ]);
    const alone = await Promise.all(questions.map((question) => ask(['--format=json', question])));
    expect(parseBatch(batch.stdout).map(({ answer }) => answer)).toEqual(
      alone.map(({ stdout }) => parseAnswer(stdout)),
    );
  });

  it('may be read from standard input, and be asked for as JSON by name', async () => {
    const input = jsonLine(1, 'gabapentin') + jsonLine(2, 'baclofen');
    const told = await ask(['--batch', '-', '--format', 'json'], { input });
    expectWell(told);
    expect(idsOf(told.stdout)).toEqual([1, 2]);
  });

  it('may be asked for as messages for Discord, the same as alone', async () => {
    const input = jsonLine(1, 'gabapentin cramps') + jsonLine('two', 'I took too much baclofen');
    const told = await ask(['--batch', '-', '--format', 'discord'], { input });
    expectWell(told);
    const lines = told.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => Object.keys(line))).toEqual([
      ['id', 'payload'],
      ['id', 'payload'],
    ]);
    expect(lines.map(({ id }) => id)).toEqual([1, 'two']);
    const alone = await ask(['--format', 'discord', 'gabapentin cramps']);
    expect(lines[0].payload).toEqual(JSON.parse(alone.stdout));
  });

  it('may be a file of the working folder', async () => {
    const file = fileWith(jsonLine(1, 'gabapentin'));
    const cwd = file.slice(0, file.lastIndexOf('/'));
    const told = await ask(['--batch', 'questions.jsonl'], { cwd });
    expectWell(told);
    expect(idsOf(told.stdout)).toEqual([1]);
  });

  it('may have the line ends of Windows, blank lines, keys of its own and no end of the last line', async () => {
    const text =
      '\r\n{"id":1,"question":"gabapentin","asked_by":"someone"}\r\n\r\n   \r\n\t\n' +
      '  {"question":"baclofen","id":2}  \r\n\n{"id":3,"question":"botox"}';
    const told = await ask(['--batch', fileWith(text)]);
    expectWell(told);
    expect(idsOf(told.stdout)).toEqual([1, 2, 3]);
  });

  it('may start with the mark that Windows puts before UTF-8', async () => {
    const told = await ask(['--batch', fileWith(`\uFEFF${jsonLine(1, 'gabapentin')}`)]);
    expectWell(told);
    expect(idsOf(told.stdout)).toEqual([1]);
  });

  it('may have questions with every character that JSON allows in a text', async () => {
    // JSON.stringify leaves U+2028 and U+2029 as they are; they end lines of JavaScript, not ours.
    const questions = [
      'a\u2028b gabapentin',
      'a\u2029b gabapentin',
      'a\u0085b',
      '\\u0000 \ud83d\ude00',
    ];
    const told = await ask(['--batch', fileWith(questions.map((q, i) => jsonLine(i, q)).join(''))]);
    expectWell(told);
    expect(idsOf(told.stdout)).toEqual([0, 1, 2, 3]);
    // And one line of output is one answer, however it is split.
    expect(told.stdout.split(/[\n\u2028\u2029]/)).toHaveLength(5);
  });

  it.each(['', '\n', '\r\n  \n\n'])('may be empty: %j', async (text) => {
    const told = await ask(['--batch', fileWith(text)]);
    expectWell(told);
    expect(told.stdout).toBe('');
  });

  it('may have an empty question', async () => {
    const told = await ask(['--batch', fileWith(jsonLine('none', ''))]);
    expectWell(told);
    expect(idsOf(told.stdout)).toEqual(['none']);
  });

  it('may have 5,000 questions', { timeout: 60_000 }, async () => {
    const questions = [
      'hello',
      'gabapentin hemifacial spasm',
      'PMID 1',
      'baclofen overdose',
      'asdf',
    ];
    const lines = Array.from({ length: 5000 }, (_, i) =>
      jsonLine(i, questions[i % questions.length] ?? ''),
    );
    const told = await ask(['--batch', '-'], { input: lines.join('') });
    expectWell(told);
    expect(idsOf(told.stdout)).toEqual(lines.map((_, i) => i));
  });

  it('may have a question of a million characters, cut with a note', async () => {
    const text =
      jsonLine(1, `gabapentin hemifacial spasm ${'x'.repeat(1_000_000)}`) + jsonLine(2, 'baclofen');
    const told = await ask(['--batch', fileWith(text)]);
    expectWell(told);
    const answers = parseBatch(told.stdout);
    expect(answers.map(({ id }) => id)).toEqual([1, 2]);
    expect(answers[0]?.answer.question.text.length).toBeLessThanOrEqual(500);
    expect(answers[0]?.answer.notes.join(' ')).toMatch(/\bcut\b/);
    expect(answers[1]?.answer.notes.join(' ')).not.toMatch(/\bcut\b/);
  });
});

describe('a broken line of a batch', () => {
  const BROKEN = [
    'no JSON at all',
    '{"id":1,"question":"gabapentin"',
    '{"id":1,"question":"gabapentin"} and more',
    '{"id":1}',
    '{"question":"gabapentin"}',
    '{"id":null,"question":"gabapentin"}',
    '{"id":true,"question":"gabapentin"}',
    '{"id":[1],"question":"gabapentin"}',
    '{"id":1,"question":5}',
    '{"id":1,"question":null}',
    '{"id":1e999,"question":"gabapentin"}',
    '["id","question"]',
    '"gabapentin"',
    'null',
    '5',
    '{}',
    "{'id':1,'question':'gabapentin'}",
    '\u0000\u0001\u001b[31m',
    'x'.repeat(1_000_000),
  ];

  it('is complained of by its number, one line each, and does not lose the others', async () => {
    const text = BROKEN.map((line, i) => `${line}\n${jsonLine(i, 'gabapentin')}`).join('');
    const told = await ask(['--batch', fileWith(text)]);
    expect(told.code).toBe(2);
    expect(idsOf(told.stdout)).toEqual(BROKEN.map((_, i) => i));
    const complaints = told.stderr.trimEnd().split('\n');
    expect(complaints).toHaveLength(BROKEN.length);
    complaints.forEach((complaint, i) => {
      expect(complaint).toMatch(new RegExp(`^Line ${2 * i + 1} of .*questions\\.jsonl .*\\.$`));
      expect(complaint.length).toBeLessThan(300);
    });
    expect(told.stderr).not.toMatch(STACK_TRACE);
  });

  it('has the number that an editor shows, blank lines and line ends of Windows counted', async () => {
    const told = await ask(['--batch', '-'], {
      input: `\r\n${jsonLine(1, 'baclofen')}\r\n\n{broken\r\n${jsonLine(2, 'baclofen')}{broken`,
    });
    expect(told.code).toBe(2);
    expect(idsOf(told.stdout)).toEqual([1, 2]);
    expect(told.stderr.match(/Line \d+/g)).toEqual(['Line 5', 'Line 7']);
  });

  it('may be every line: nothing is answered', async () => {
    const told = await ask(['--batch', fileWith('{\n{\n')]);
    expect(told.code).toBe(2);
    expect(told.stdout).toBe('');
    expect(told.stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  // JavaScript reads 1234567890123456789 as 1234567890123456800: no id that anybody asked under.
  it('is better than an answer under an id that nobody gave', async () => {
    const told = await ask(['--batch', '-'], {
      input: `{"id":1234567890123456789,"question":"gabapentin"}\n${jsonLine(2, 'baclofen')}`,
    });
    expect(told.stdout.includes('"id":2,')).toBe(true);
    expect(told.stdout.includes('1234567890123456800')).toBe(false);
    // It may be kept as it is, or complained of.
    if (!told.stdout.includes('"id":1234567890123456789,')) expect(told.stderr).toMatch(/^Line 1 /);
  });
});
