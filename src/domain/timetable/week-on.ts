/**
 * What of the week stood on a day that is over ([TTB12]). The week repeats and is changed; each of its
 * documents keeps what it said before, as far back as sheets of attendance ask for it.
 */

/** What something was on all days before this one, back to the entry before it. */
export interface Earlier<Was> {
  /** `YYYY-MM-DD`. */
  readonly before: string;
  readonly was: Was;
}

/**
 * What stood on that day, or stands.
 * @param earlier by day, the oldest first
 * @param today of the lab: what was kept of a day to come was kept by a wrong date, and says nothing
 */
export function stoodOn<Was>(
  day: string,
  now: Was,
  earlier: readonly Earlier<Was>[],
  today: string,
): Was {
  const kept = earlier.find(({ before }) => before <= today && day < before);
  return kept === undefined ? now : kept.was;
}

/**
 * What is to be kept as something changes: what stood before the first change of a day, which the other
 * changes of that day don't replace.
 * @param was what stands until now
 * @param keepFrom what was before that day is asked for by nobody any more
 */
export function keptEarlier<Was>(
  was: Was,
  earlier: readonly Earlier<Was>[],
  { today, keepFrom }: { readonly today: string; readonly keepFrom: string },
): Earlier<Was>[] {
  const kept = earlier.filter(({ before }) => before > keepFrom && before <= today);
  return kept.some(({ before }) => before === today) ? kept : [...kept, { before: today, was }];
}
