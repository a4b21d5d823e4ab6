import { Worker } from 'node:worker_threads';
import type { Background, PlotData } from '../core/plot/plotData.ts';
import { type Picture, type PlotFault, PlotUnavailable } from '../ports/plotter.ts';
import type { DrawReply, DrawRequest } from './job.ts';

type Job = DrawRequest & {
  resolve: (picture: Picture) => void;
  reject: (error: PlotUnavailable) => void;
};

export type QueueOptions = {
  /** The file that the worker runs. */
  worker: URL;
  /** The longest that one picture may take, the start of the worker included. */
  limitMs: number;
  /** So many may wait; beyond them one is told at once. */
  mostWaiting: number;
};

export type DrawQueue = {
  /** @throws PlotUnavailable */
  draw: (data: PlotData, background: Background) => Promise<Picture>;
  stop: () => Promise<void>;
};

/**
 * Draws one picture after the other in a worker, which starts with the first and is kept. One that
 * dies or takes too long costs its picture alone: the next gets a new worker.
 */
export const createDrawQueue = ({
  worker: file,
  limitMs,
  mostWaiting,
}: QueueOptions): DrawQueue => {
  const waiting: Job[] = [];
  let worker: Worker | null = null;
  let current: { job: Job; timer: NodeJS.Timeout } | null = null;
  let nextId = 0;
  let isStopped = false;

  const fail = ({ reject }: Job, fault: PlotFault, detail?: string): void =>
    reject(new PlotUnavailable(fault, detail));

  /** The picture in hand, once it is no longer: the next one begins. */
  const settle = (end: (job: Job) => void): void => {
    const ended = current;
    current = null;
    if (ended) {
      clearTimeout(ended.timer);
      end(ended.job);
    }
    // An idle worker keeps no program running.
    worker?.unref();
    begin();
  };

  const discard = (): void => {
    const left = worker;
    worker = null;
    left?.removeAllListeners();
    // What it may still throw while it goes is nobody's business.
    left?.on('error', () => {});
    void left?.terminate();
  };

  const start = (): Worker => {
    const started = new Worker(file, { execArgv: [], stdout: true, stderr: true });
    // Vega may have something to say; nobody reads it, and it must not pile up.
    started.stdout.resume();
    started.stderr.resume();
    const lost = (detail: string): void => {
      discard();
      settle((job) => fail(job, 'failed', detail));
    };
    started.on('message', (reply: DrawReply) => {
      if (reply.id !== current?.job.id) return;
      settle((job) =>
        'picture' in reply ? job.resolve(reply.picture) : fail(job, 'failed', reply.fault),
      );
    });
    started.on('error', (error) => lost(error instanceof Error ? error.message : String(error)));
    started.on('exit', (code) => lost(`the worker ended with ${code}`));
    return started;
  };

  const begin = (): void => {
    if (current !== null || isStopped) return;
    const job = waiting.shift();
    if (!job) return;
    worker ??= start();
    worker.ref();
    const timer = setTimeout(() => {
      discard();
      settle((late) => fail(late, 'late'));
    }, limitMs);
    current = { job, timer };
    const { id, data, background } = job;
    worker.postMessage({ id, data, background } satisfies DrawRequest);
  };

  return {
    draw: (data, background) =>
      new Promise((resolve, reject) => {
        const job: Job = { id: nextId, data, background, resolve, reject };
        nextId += 1;
        if (isStopped) return fail(job, 'stopped');
        if (current !== null && waiting.length >= mostWaiting) return fail(job, 'busy');
        waiting.push(job);
        begin();
      }),
    stop: async () => {
      isStopped = true;
      const left = worker;
      worker = null;
      left?.removeAllListeners();
      left?.on('error', () => {});
      for (const job of waiting.splice(0)) fail(job, 'stopped');
      settle((job) => fail(job, 'stopped'));
      await left?.terminate();
    },
  };
};
