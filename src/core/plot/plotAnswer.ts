import type { Knowledge } from '../answer/knowledge.ts';
import type { Answer } from '../domain/answer.ts';
import { dosePlot } from './dosePlot.ts';
import { evidencePlot, evidenceRows } from './evidencePlot.ts';
import { overviewPlot } from './overviewPlot.ts';
import type { Plot, PlotData } from './plotData.ts';

/** The picture of an answer's evidence; null where it holds none to draw. */
export const plotAnswer = (answer: Answer, knowledge: Knowledge): Plot | null => {
  const { kind, question, sections } = answer;
  if (kind !== 'evidence') return null;
  const { intent } = question;
  if (intent === 'dose') {
    const doses = dosePlot(answer, knowledge);
    if (doses) return doses;
  }
  if ((intent === 'uses' || intent === 'treatments') && sections.length > 1)
    return overviewPlot(answer, knowledge);
  return evidencePlot(answer, knowledge);
};

/** How many studies a picture draws. */
export const studiesDrawn = (data: PlotData): number => {
  switch (data.kind) {
    case 'evidence':
      return evidenceRows(data).length;
    case 'overview':
      return data.rows.reduce((sum, { studies, animals }) => sum + studies + animals, 0);
    case 'doses':
      return data.groups.reduce((sum, { rows }) => sum + rows.length, 0);
    case 'map':
      return data.cells.reduce((sum, { studies }) => sum + studies, 0);
  }
};
