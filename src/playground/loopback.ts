/** Whether a Host header names this machine and this port: a page elsewhere cannot pretend to. */
export const isLoopbackHost = (host: string | undefined, port: number): boolean =>
  host !== undefined &&
  [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].includes(host.toLowerCase());

/** Whether a page's Origin is the very host it asks. */
export const isOwnOrigin = (origin: string | undefined, host: string | undefined): boolean =>
  origin !== undefined &&
  host !== undefined &&
  origin.toLowerCase() === `http://${host.toLowerCase()}`;
