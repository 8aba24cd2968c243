/** Events of a store that nobody has brought: from and to, both counted. */
export interface Gap {
  readonly store: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What is missing of one store: the gaps between what is held, and beyond it what the lost hub had
 * folded ([REC4]).
 * @param contiguous every event up to here is held
 * @param ahead held beyond a gap
 * @param folded the highest seq that was ever folded, as far as is known
 */
export function gapsOf(
  store: string,
  contiguous: number,
  { ahead, folded }: { readonly ahead: readonly number[]; readonly folded: number },
): readonly Gap[] {
  const gaps: Gap[] = [];
  let next = contiguous + 1;
  for (const seq of ahead.toSorted((a, b) => a - b)) {
    if (seq > next) gaps.push({ store, from: next, to: seq - 1 });
    next = Math.max(next, seq + 1);
  }
  if (folded >= next) gaps.push({ store, from: next, to: folded });
  return gaps;
}
