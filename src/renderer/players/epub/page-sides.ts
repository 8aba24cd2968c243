/** On which side of an open book a page stands; nothing where it doesn't say. */
export type PageSide = 'left' | 'right' | 'center' | undefined;

interface Placed {
  readonly index: number;
  readonly side: PageSide;
}

/**
 * Where each page of a laid-out book is shown. One that would stand beside an empty half, as the first and the
 * last mostly do, and doesn't say where, is shown by itself, twice as large.
 * @param said what each page says of its side
 * @param turnedLeft whether the book is turned to the left (`rtl`)
 */
export function pageSides(said: readonly PageSide[], turnedLeft: boolean): readonly PageSide[] {
  const first = turnedLeft ? 'right' : 'left';
  const sides: PageSide[] = [];
  let wasAlone = false;
  for (const spread of spreadsOf(said, turnedLeft)) {
    const [only] = spread.length === 1 ? spread : [];
    if (only === undefined) {
      for (const { index, side } of spread) sides[index] = side;
      wasAlone = false;
      continue;
    }
    const mayStandAlone = only.side === 'center' || said[only.index] === undefined;
    // The shower would lay two such pages over each other, and the first be lost.
    const isAlone: boolean = mayStandAlone && !wasAlone;
    const beside = only.side === 'center' ? first : only.side;
    sides[only.index] = isAlone ? 'center' : beside;
    wasAlone = isAlone;
  }
  return sides;
}

/** Pages that are seen at once, as a printed book has them: its first stands on the outside. */
function spreadsOf(said: readonly PageSide[], turnedLeft: boolean): readonly Placed[][] {
  const [first, second] = turnedLeft ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const spreads: Placed[][] = [];
  for (const [index, wanted] of said.entries()) {
    const last = spreads.at(-1);
    const isOpen = last?.length === 1 && last[0]?.side === first;
    const side = wanted ?? (last === undefined || isOpen ? second : first);
    if (last !== undefined && isOpen && side === second) last.push({ index, side });
    else spreads.push([{ index, side }]);
  }
  return spreads;
}
