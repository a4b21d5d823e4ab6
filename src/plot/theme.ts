import type { Verdict } from '../core/domain/evidence.ts';
import type { Direction } from '../core/domain/study.ts';
import type { Background } from '../core/plot/plotData.ts';

export type Theme = {
  card: string;
  text: string;
  quiet: string;
  grid: string;
  band: string;
  direction: Readonly<Record<Direction, string>>;
  verdict: Readonly<Record<Verdict, string>>;
};

/**
 * From the palette of Okabe and Ito, which colour-blind people can tell apart; on a dark card its
 * sky blue takes the place of its blue. No colour says anything that a place, a shape or a word
 * does not say too.
 */
const GREEN = '#009E73';
const ORANGE = '#E69F00';
const VERMILLION = '#D55E00';

const themeOf = (
  base: Omit<Theme, 'direction' | 'verdict'>,
  { blue, grey }: { blue: string; grey: string },
): Theme => ({
  ...base,
  direction: {
    improved: GREEN,
    'no-difference': blue,
    worsened: VERMILLION,
    mixed: ORANGE,
  },
  verdict: {
    helps: GREEN,
    'probably-helps': GREEN,
    'may-help': GREEN,
    mixed: ORANGE,
    'no-clear-effect': blue,
    harmful: VERMILLION,
    'very-uncertain': grey,
    'no-evidence': grey,
  },
});

export const THEMES: Readonly<Record<Background, Theme>> = {
  light: themeOf(
    { card: '#FFFFFF', text: '#1B1F24', quiet: '#57606A', grid: '#C4CBD3', band: '#F1F4F7' },
    { blue: '#0072B2', grey: '#7A828C' },
  ),
  dark: themeOf(
    { card: '#242529', text: '#F2F3F5', quiet: '#B5BAC1', grid: '#4B4E55', band: '#2F3136' },
    { blue: '#56B4E9', grey: '#9BA1AA' },
  ),
};
