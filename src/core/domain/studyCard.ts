import type { Study } from './study.ts';

/** One study as a person reads it: plain words from its record. Unknown is null, never a guess. */
export type StudyCard = {
  id: string;
  /** "Bandini 1999" */
  short: string;
  citation: string;
  title: string | null;
  url: string;
  pmid: string | null;
  doi: string | null;
  status: Exclude<Study['status'], 'draft'>;
  /** When and why it was retracted; null where it was not. */
  retraction: string | null;
  design: string;
  blinding: string | null;
  control: string | null;
  people: string;
  enrolled: number | null;
  analysed: number | null;
  treatments: { label: string; dose: string | null; duration: string | null }[];
  comparator: string | null;
  condition: string;
  findings: { outcome: string; direction: string | null; text: string; primary: boolean }[];
  harms: string | null;
  serious: number | null;
  /** In words, as reported: who stopped or finished, and why. */
  withdrawals: string | null;
  riskOfBias: string | null;
  funding: string | null;
  limitations: string[];
  disagreements: string[];
  sources: { url: string; read: string }[];
};
