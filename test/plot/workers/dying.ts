import { parentPort } from 'node:worker_threads';

/** Dies on a title that says so, hangs on another, and answers the rest with the title. */
parentPort?.on('message', ({ id, data }: { id: number; data: { title: string } }) => {
  if (data.title === 'die') process.exit(3);
  if (data.title === 'throw') throw new Error('the worker throws');
  if (data.title === 'hang') for (;;);
  if (data.title === 'refuse') return parentPort?.postMessage({ id, fault: 'it says no' });
  const body = new TextEncoder().encode(data.title);
  parentPort?.postMessage({ id, picture: { body, width: 1, height: 1 } });
});
