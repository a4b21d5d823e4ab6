/** What went wrong as a log may hold it: no request, whose body and address hold texts and tokens. */
export const faultOf = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack, code, status } = error as Error & {
    code?: unknown;
    status?: unknown;
  };
  const frames = stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name, message, code, status, frames: frames?.slice(0, 8) };
};
