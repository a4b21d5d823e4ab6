/** One study as a page for people: words, no ids. */
export type StudyCard = {
  id: string;
  /** "Bandini 1999" */
  short: string;
  citation: string;
  title: string | null;
  url: string;
  pmid: string | null;
  doi: string | null;
  status: 'verified' | 'secondary';
  retraction: string | null;
  /** In words. */
  design: string;
  blinding: string | null;
  control: string | null;
  people: string;
  enrolled: number | null;
  analysed: number | null;
  treatments: { label: string; dose: string | null; duration: string | null }[];
  comparator: string | null;
  condition: string;
  /** `direction` in words. */
  findings: { outcome: string; direction: string | null; text: string; primary: boolean }[];
  harms: string | null;
  serious: number | null;
  withdrawals: number | null;
  riskOfBias: string | null;
  funding: string | null;
  limitations: string[];
  disagreements: string[];
  sources: { url: string; read: string }[];
};
