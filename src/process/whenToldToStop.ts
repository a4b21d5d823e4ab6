/**
 * Calls back at the first SIGTERM or SIGINT; a second one ends the process at once.
 */
export const whenToldToStop = (stop: (signal: string) => void): void => {
  let isTold = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (isTold) process.exit(1);
      isTold = true;
      stop(signal);
    });
};
