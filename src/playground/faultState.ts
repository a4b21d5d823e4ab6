/** What a test, or a person, has asked to go wrong. Plain data; the server looks here. */
export type FaultState = {
  rules: FaultRule[];
  holds: Hold[];
  delayMs: number;
  /** The portal's Message Content switch is off. */
  refusesMessageContent: boolean;
};

export type FaultRule = {
  method: string | null;
  route: RegExp;
  timesLeft: number;
  answer: { status: number; body: unknown; headers: Record<string, string> };
};

export type Hold = { method: string | null; route: RegExp; released: Promise<void> };

export const createFaultState = (): FaultState => ({
  rules: [],
  holds: [],
  delayMs: 0,
  refusesMessageContent: false,
});

type Requested = { method: string; path: string; route: string };

const fits = (rule: { method: string | null; route: RegExp }, requested: Requested): boolean =>
  (rule.method === null || rule.method === requested.method) &&
  (rule.route.test(requested.path) || rule.route.test(requested.route));

/** The fault that this request meets; it counts as used. */
export const takeFault = (state: FaultState, requested: Requested): FaultRule['answer'] | null => {
  const rule = state.rules.find((it) => fits(it, requested));
  if (!rule) return null;
  rule.timesLeft -= 1;
  if (rule.timesLeft <= 0) state.rules = state.rules.filter((it) => it !== rule);
  return rule.answer;
};

/** Waits as long as the request is held back. */
export const waitOut = async (state: FaultState, requested: Requested): Promise<void> => {
  if (state.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, state.delayMs));
  await Promise.all(state.holds.filter((it) => fits(it, requested)).map((it) => it.released));
};
