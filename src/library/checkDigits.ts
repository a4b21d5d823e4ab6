/** The check digit of a number by weights modulo 11, in which ten is written X. */
const elevenDigit = (remainder: number): string => (remainder === 10 ? 'X' : String(remainder));

/**
 * Whether the last digit of an ISSN ("0304-3959") is the one that its first seven give (ISO 3297:
 * weights 8 to 2, modulo 11).
 */
export const isIssn = (issn: string): boolean => {
  const digits = issn.replace('-', '').toUpperCase();
  if (!/^\d{7}[\dX]$/.test(digits)) return false;
  const sum = [...digits.slice(0, 7)].reduce(
    (total, digit, i) => total + Number(digit) * (8 - i),
    0,
  );
  return digits[7] === elevenDigit((11 - (sum % 11)) % 11);
};

/**
 * Whether the last digit of an ORCID iD ("0000-0002-1825-0097") is the one that the others give
 * (ISO 7064, MOD 11-2).
 */
export const isOrcid = (orcid: string): boolean => {
  const digits = orcid.replaceAll('-', '').toUpperCase();
  if (!/^\d{15}[\dX]$/.test(digits)) return false;
  const total = [...digits.slice(0, 15)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  return digits[15] === elevenDigit((12 - (total % 11)) % 11);
};
