import { type Paper, paperIdOf } from '../core/domain/paper.ts';
import { type ImportFault, type ImportItem, isFault } from '../ports/paperSource.ts';
import type { Imported, PaperScope, PaperStore } from '../ports/paperStore.ts';

/** So many papers are kept at once, all or none: what a stop or a crash can lose. */
const BATCH = 1_000;

export type ImportReport = Imported & {
  /** Records that were broken. */
  skipped: number;
  /** Papers for which the scope has no room. */
  leftOut: number;
  /** Whether it was told to stop before the end. */
  isStopped: boolean;
};

export type ImportOptions = {
  scope: PaperScope;
  /** The most papers that the scope may hold; no limit where it is not given. */
  most?: number;
  /** Aborted, it ends after the papers in hand. */
  signal?: AbortSignal;
  onFault?: (fault: ImportFault) => void;
  /** Told after every batch that was kept. */
  onProgress?: (report: ImportReport) => void;
};

/** Those of a batch that the scope has, and as many of the others as it has room for. */
const withinRoom = async (
  batch: readonly Paper[],
  { papers, scope, most }: { papers: PaperStore; scope: PaperScope; most: number },
): Promise<Paper[]> => {
  let room = most - (await papers.count(scope));
  if (batch.length <= room) return [...batch];
  const kept: Paper[] = [];
  for (const paper of batch) {
    const id = paperIdOf(paper);
    const isKnown = id !== null && (await papers.byId(id, [scope])) !== null;
    if (!isKnown && room <= 0) continue;
    if (!isKnown) room -= 1;
    kept.push(paper);
  }
  return kept;
};

/**
 * Brings papers into a scope, batch by batch. Broken records are told of and skipped. What was kept
 * stays, however it ends, and importing it again changes nothing.
 */
export const importPapers = async (
  items: AsyncIterable<ImportItem>,
  { papers }: { papers: PaperStore },
  { scope, most = Number.MAX_SAFE_INTEGER, signal, onFault, onProgress }: ImportOptions,
): Promise<ImportReport> => {
  const report = { added: 0, changed: 0, unchanged: 0, skipped: 0, leftOut: 0, isStopped: false };
  let batch: Paper[] = [];
  const keep = async (): Promise<void> => {
    if (batch.length === 0) return;
    const kept = await withinRoom(batch, { papers, scope, most });
    report.leftOut += batch.length - kept.length;
    batch = [];
    const { added, changed, unchanged } = await papers.add(kept, scope);
    report.added += added;
    report.changed += changed;
    report.unchanged += unchanged;
    onProgress?.({ ...report });
  };
  for await (const item of items) {
    if (signal?.aborted) {
      report.isStopped = true;
      break;
    }
    if (isFault(item)) {
      if (!item.isNote) report.skipped += 1;
      onFault?.(item);
    } else if (batch.push(item) >= BATCH) await keep();
  }
  await keep();
  return report;
};
