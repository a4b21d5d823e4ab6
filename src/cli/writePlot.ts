import { writeFile } from 'node:fs/promises';
import type { Plot, PlotData } from '../core/plot/plotData.ts';
import type { Picture } from '../ports/plotter.ts';
import { type PlotFile, UsageError } from './parseArguments.ts';

type PlotDeps = {
  drawSvg: (data: PlotData) => Promise<string>;
  toPng: (svg: string) => Picture;
};

const FAULTS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written there',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'there is no such folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'it may not be written there',
  EROFS: 'it may not be written there',
};

/**
 * Writes the picture of an answer into a file.
 * @param plot null where the answer holds nothing to draw
 * @returns what was written, in words
 * @throws UsageError where there is nothing to draw, or the file cannot be written.
 */
export const writePlot = async (
  plot: Plot | null,
  { path, format }: PlotFile,
  { drawSvg, toPng }: PlotDeps,
): Promise<string> => {
  if (plot === null)
    throw new UsageError(
      `There is no study to draw in this answer, so "${path}" was not written. Ask about a treatment and a condition.`,
    );
  const svg = await drawSvg(plot.data);
  try {
    await writeFile(path, format === 'svg' ? svg : toPng(svg).body);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `Cannot write "${path}": ${FAULTS[code] ?? 'writing it failed'}. Name a file in a folder that you may write to.`,
    );
  }
  return `Wrote ${path}. ${plot.alt}\n`;
};
