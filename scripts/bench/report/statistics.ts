/** What a set of samples amounts to, in the samples' own unit. */
export interface Summary {
  readonly count: number;
  readonly min: number;
  /** The median. */
  readonly p50: number;
  /** Null below {@link fewestForP95} samples: it would be little more than the maximum. */
  readonly p95: number | null;
  readonly max: number;
}

const fewestForP95 = 20;

/**
 * The value below which `share` of the samples lie, interpolated linearly between the two nearest
 * (Hyndman and Fan 1996, type 7: what R and NumPy give by default).
 *
 * @param share in [0, 1]
 * @throws RangeError without samples, or for a share outside its range
 */
export function percentile(samples: readonly number[], share: number): number {
  if (share < 0 || share > 1) throw new RangeError(`no such share: ${share}`);
  const sorted = samples.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('no samples');
  return below + (above - below) * (place - Math.floor(place));
}

/** @throws RangeError without samples */
export function summarize(samples: readonly number[]): Summary {
  return {
    count: samples.length,
    min: percentile(samples, 0),
    p50: percentile(samples, 0.5),
    p95: samples.length < fewestForP95 ? null : percentile(samples, 0.95),
    max: percentile(samples, 1),
  };
}
