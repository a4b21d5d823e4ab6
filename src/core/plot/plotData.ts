import type { Certainty, Verdict } from '../domain/evidence.ts';
import type { Direction } from '../domain/study.ts';

/**
 * What a picture of evidence shows, as plain data: what is drawn, in which order and in which
 * words. How it looks is for the room that draws.
 */

/** Designs by what they can show; each has a shape of its own. */
export type DesignGroup = 'review' | 'randomised' | 'controlled' | 'uncontrolled' | 'animal';

/** One study as a mark. */
export type StudyMark = {
  studyId: string;
  /** "Bandini 1999" */
  label: string;
  /** What a reader must know of it before anything else. */
  standing: 'retracted' | 'second-hand' | null;
  design: DesignGroup;
  /** Of the treatment against none; null where the study does not say. */
  direction: Direction | null;
  /** Null where not stated. */
  participants: number | null;
  /** Whether it has a say in the rating; where not, it is listed only. */
  counts: boolean;
};

/**
 * A 95% interval of an effect on the study's own scale: 0 is no difference, and 1 (or -1, for the
 * worse) is what the study found. One that reaches over 0 leaves no difference possible.
 */
export type EffectInterval = { from: number; to: number };

/** The people who got better, as a share of those treated, with its 95% interval: 0 to 1. */
export type ResponderShare = { n: number; of: number; low: number; high: number };

export type EvidenceRow = StudyMark & {
  effect: EffectInterval | null;
  share: ResponderShare | null;
};

/** The studies on one treatment for one condition: people first, animals apart. */
export type EvidenceGroup = {
  title: string;
  certainty: Certainty | null;
  people: EvidenceRow[];
  animals: EvidenceRow[];
};

/** Each study as a mark, from worse to better. */
export type EvidencePlot = { kind: 'evidence'; title: string; groups: EvidenceGroup[] };

/** One treatment for one condition: how much there is, how sure it is, and when it was studied. */
export type OverviewRow = {
  label: string;
  /** Studies in people. */
  studies: number;
  animals: number;
  participants: number;
  certainty: Certainty | null;
  verdict: Verdict;
  /** Those whose year is known. */
  years: (StudyMark & { year: number })[];
  /** How many more there are, of unknown years. */
  undated: number;
};

/** What was studied, with the years and designs of the studies. */
export type OverviewPlot = { kind: 'overview'; title: string; rows: OverviewRow[] };

/** A dose as a study gave it; null at an end that was not stated. */
export type DoseRow = StudyMark & { min: number | null; max: number | null };

/** The doses of one treatment in one unit. */
export type DoseGroup = {
  title: string;
  unit: string;
  /** The labelled range, where it is told in this unit. */
  labelled: { min: number | null; max: number | null } | null;
  rows: DoseRow[];
};

/** The doses that were studied. */
export type DosePlot = {
  kind: 'doses';
  title: string;
  groups: DoseGroup[];
  /** How many studies more there are, that state no dose. */
  unstated: number;
};

export type MapCell = {
  condition: string;
  intervention: string;
  studies: number;
  certainty: Certainty | null;
  verdict: Verdict;
};

/** Conditions x treatments: how much there is and how sure it is. Names are labels. */
export type MapPlot = {
  kind: 'map';
  title: string;
  /** `others`: studies of treatments that have no column. */
  conditions: { label: string; others: number }[];
  interventions: string[];
  cells: MapCell[];
  /** How many treatments more were studied for these conditions. */
  moreInterventions: number;
};

export type PlotData = EvidencePlot | OverviewPlot | DosePlot | MapPlot;

/** What a picture is made to be seen on. */
export type Background = 'light' | 'dark';

/** A picture to be drawn, and the same in words for whoever cannot see it. */
export type Plot = { data: PlotData; alt: string };
