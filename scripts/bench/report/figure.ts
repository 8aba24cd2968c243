import { summarize } from './statistics.ts';
import type { Summary } from './statistics.ts';

export type Unit = 'ms' | 's' | 'MB' | 'MB/s' | 'ms/MB' | 'docs/s' | 'events/s' | '% of a core';

/** Samples of one quantity beside those of its baseline, taken in the same run. */
export interface Samples {
  readonly name: string;
  /** What was measured, from where to where. */
  readonly title: string;
  readonly unit: Unit;
  readonly measured: readonly number[];
  readonly baseline: { readonly title: string; readonly samples: readonly number[] };
}

/** One line of the report. */
export interface Figure {
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
  readonly measured: Summary;
  readonly baseline: Summary & { readonly title: string };
  /** Median over median: what to compare between machines. Null where the baseline's is 0. */
  readonly ratio: number | null;
}

/** Finer than any of our clocks. */
const round = (value: number) => Math.round(value * 1000) / 1000;

const rounded = ({ count, min, p50, p95, max }: Summary): Summary => ({
  count,
  min: round(min),
  p50: round(p50),
  p95: p95 === null ? null : round(p95),
  max: round(max),
});

/** @throws RangeError when either side has no samples */
export function figureOf({ name, title, unit, measured, baseline }: Samples): Figure {
  const own = rounded(summarize(measured));
  const other = rounded(summarize(baseline.samples));
  return {
    name,
    title,
    unit,
    measured: own,
    baseline: { title: baseline.title, ...other },
    ratio: other.p50 === 0 ? null : round(own.p50 / other.p50),
  };
}
