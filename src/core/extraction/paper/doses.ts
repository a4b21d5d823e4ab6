import type { Dose } from '../../domain/concept.ts';
import { plainText } from '../text/words.ts';

/** A dose with where it stands in the plain text. */
export type FoundDose = { dose: Dose; from: number; to: number };

const UNIT = String.raw`(?:mg|mcg|µg|μg|ug|micrograms?|milligrams?|grams?|g|kg|IU|I\.U\.|U|units?|mL|ml|mmol|mEq|MU|Gy|kcal|nmol|ng)`;
const PER = String.raw`(?:(?:\s?\/\s?|\sper\s)(?:kg|m2|m²|day|d|h|hr|hour|min|dose|week|wk|dL|L|mL|ml)(?:\b|(?=\/)))*`;
const EACH = String.raw`(?:[,\s]+(?:(?:orally|intravenously|subcutaneously|po|iv|IV|sc)[,\s]+)?(?:(?:once|twice|two times|three times|thrice|four times|\d+ times)(?:[\s-]+(?:a|per|each))?[\s-]*(?:daily|day|weekly|week|monthly)|daily|a day|per day|each day|every day|weekly|per week|q\.?d\.?|o\.?d\.?|b\.?i\.?d\.?|t\.?i\.?d\.?|q\.?i\.?d\.?|BID|TID|QD|QID)(?![a-z]))?`;
const NUMBER = String.raw`\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+(?:\.\d+)?`;
const DOSE = new RegExp(
  String.raw`(?<![\d.,/A-Za-z-])(${NUMBER})(?:\s?(?:${UNIT})?\s?(?:-|to|or|and)\s?(${NUMBER}))?[\s-]?(${UNIT})(?![a-zA-Z²])(${PER})(${EACH})`,
  'g',
);

const toNumber = (text: string): number => Number(text.replace(/[, ]/g, ''));

const UNITS: Readonly<Record<string, string>> = {
  µg: 'mcg',
  μg: 'mcg',
  ug: 'mcg',
  microgram: 'mcg',
  micrograms: 'mcg',
  milligram: 'mg',
  milligrams: 'mg',
  gram: 'g',
  grams: 'g',
  ml: 'mL',
  'I.U.': 'IU',
  unit: 'units',
  U: 'units',
};

const perOf = (text: string): string =>
  text
    .replace(/\sper\s/g, '/')
    .replace(/\s/g, '')
    .replace(/\/d\b/, '/day')
    .replace(/\/(?:hr|hour)\b/, '/h')
    .replace(/\/wk\b/, '/week')
    .replace('m²', 'm2');

/** "twice daily" as it is added to a unit: "/day" where the day's whole dose is meant. */
const eachOf = (text: string): string => {
  const plain = text.toLowerCase().replace(/[.,]/g, '').trim();
  if (plain === '') return '';
  if (
    /^(?:orally |intravenously |po |iv )?(?:daily|a day|per day|each day|every day|once (?:a day|daily|per day)|once-daily|qd|od)$/.test(
      plain,
    )
  )
    return '/day';
  if (/bid|twice|two times/.test(plain))
    return /week/.test(plain) ? ' twice weekly' : ' twice daily';
  if (/tid|three times|thrice/.test(plain))
    return /week/.test(plain) ? ' 3 times weekly' : ' 3 times daily';
  if (/qid|four times/.test(plain)) return ' 4 times daily';
  if (/weekly|week/.test(plain)) return '/week';
  return '';
};

/** The doses that a text tells: "300-900 mg/day", "2 mcg/kg", "1,000 IU daily". */
export const findDoses = (text: string): FoundDose[] =>
  [...plainText(text).matchAll(DOSE)].flatMap((match) => {
    const [whole, low = '', high, unit = '', per = '', each = ''] = match;
    const [first, second] = [toNumber(low), high === undefined ? null : toNumber(high)];
    // A weight, a volume of blood or a concentration is no dose.
    if (/^kg$/.test(unit) || /\/(?:dL|L|mL|ml)/.test(per) || (unit === 'ng' && per === ''))
      return [];
    const [min, max] =
      second === null ? [first, first] : [Math.min(first, second), Math.max(first, second)];
    const perDay = perOf(per);
    const dose = {
      min,
      max,
      unit: `${UNITS[unit] ?? unit}${perDay}${/\/day/.test(perDay) ? '' : eachOf(each)}`,
    };
    return [{ dose, from: match.index, to: match.index + whole.length }];
  });
