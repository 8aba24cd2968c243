/** A lesson or piece of a course, with those of the course that come first. */
export interface Ordered {
  readonly id: string;
  readonly prerequisites?: readonly string[] | undefined;
}

/**
 * The ids of items that each come before the next, and the last before the first; null where every
 * item can be come to ([CRS1]). Prerequisites that are none of `items` are passed over.
 */
export function ringOfPrerequisites(items: readonly Ordered[]): readonly string[] | null {
  const byId = new Map(items.map((item) => [item.id, item]));
  const clear = new Set<string>();
  const ringFrom = (id: string, way: readonly string[]): readonly string[] | null => {
    if (clear.has(id)) return null;
    const met = way.indexOf(id);
    if (met >= 0) return way.slice(met);
    for (const first of byId.get(id)?.prerequisites ?? []) {
      const ring = byId.has(first) ? ringFrom(first, [...way, id]) : null;
      if (ring !== null) return ring;
    }
    clear.add(id);
    return null;
  };
  for (const { id } of items) {
    const ring = ringFrom(id, []);
    if (ring !== null) return ring;
  }
  return null;
}

/** How far a learner is with an item: anything begun stays open, whatever a later version asks for. */
export type Standing = 'new' | 'begun' | 'done';

/**
 * The item to be done next on the way to one that is not open yet; null where it is open ([CRS2]).
 * What is told can be begun at once: nobody is ever sent to a closed door.
 */
export function comesFirst(
  id: string,
  items: ReadonlyMap<string, Ordered>,
  standingOf: (id: string) => Standing,
): string | null {
  if (standingOf(id) !== 'new') return null;
  const waits = (items.get(id)?.prerequisites ?? []).filter((each) => items.has(each));
  const first = waits.find((each) => standingOf(each) !== 'done');
  return first === undefined ? null : (comesFirst(first, items, standingOf) ?? first);
}
