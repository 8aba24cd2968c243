/** A small repeatable generator (mulberry32): the same seed shows the same order on every station. */
function fractions(seed: string): () => number {
  let state = 0;
  for (const letter of seed) state = (Math.imul(state, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The things in another order than they are written in, the same for the same seed. Things of which
 * there are fewer than two stay.
 */
export function shuffled<T>(things: readonly T[], seed: string): T[] {
  const fraction = fractions(seed);
  const order = things
    .map((thing, index) => ({ thing, index, weight: fraction() }))
    .sort((a, b) => a.weight - b.weight);
  const unmoved = order.every((entry, at) => entry.index === at);
  const rotated = unmoved ? [...order.slice(1), ...order.slice(0, 1)] : order;
  return rotated.map((entry) => entry.thing);
}

/**
 * As `shuffled`, and never in an order that is the answer ([KSK10]): where it is, the first goes to the
 * end until it isn't. Where every order is an answer, they lie as they are shuffled.
 */
export function shuffledUnlike<T>(
  things: readonly T[],
  seed: string,
  isAnswer: (things: readonly T[]) => boolean,
): T[] {
  const order = shuffled(things, seed);
  const turns = order.map((_, first) => [...order.slice(first), ...order.slice(0, first)]);
  return turns.find((turn) => !isAnswer(turn)) ?? order;
}
