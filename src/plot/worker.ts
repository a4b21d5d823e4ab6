import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { drawSvg } from './drawSvg.ts';
import type { DrawReply, DrawRequest } from './job.ts';
import { svgToPng } from './svgToPng.ts';

/** Runs in a thread of its own: one picture after the other, as it is asked for them. */

// Of Linux's threads each has a priority of its own: answers go before pictures.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const draw = async ({ id, data, background }: DrawRequest): Promise<DrawReply> => {
  try {
    return { id, picture: svgToPng(await drawSvg(data, background)) };
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : String(error) };
  }
};

parentPort?.on('message', async (request: DrawRequest) => {
  parentPort?.postMessage(await draw(request));
});
