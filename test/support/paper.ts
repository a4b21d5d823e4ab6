import { Paper } from '../../src/core/domain/paper.ts';

/** A whole, valid paper from the parts that a test cares about. */
export const paper = (parts: Partial<Paper> = {}): Paper =>
  Paper.parse({
    title: 'Gabapentin for hemifacial spasm: a randomised, double-blind, placebo-controlled trial',
    abstract: TRIAL,
    authors: ['Roe A', 'Doe B', 'Poe C'],
    journal: 'Journal of Invented Trials',
    year: 2021,
    ...parts,
  });

/** An abstract from which everything can be read. */
export const TRIAL = `BACKGROUND: Hemifacial spasm is a disabling movement disorder.
METHODS: We randomly assigned 84 patients with hemifacial spasm to gabapentin 900 mg/day or placebo for 12 weeks.
RESULTS: Spasm frequency was significantly lower with gabapentin than with placebo (p=0.002). Quality of life did not differ between the groups (p=0.41).
CONCLUSIONS: Gabapentin reduced spasm frequency in hemifacial spasm.`;
