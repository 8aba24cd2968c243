/** What faults do when they take effect: a deed alone may come to nothing. */
export const effects = [
  'request dropped',
  'answer lost',
  'half-open',
  'delayed',
  'overtaken by a later request',
  'doubled',
  'doubled long after',
  'server error',
  'garbled',
  'refused',
  'no way to the hub',
  'request swallowed',
  'peer request dropped',
  'peer half-open',
  'no way to a peer',
  'lab split in two',
  'write lost with the power',
  'unanswered write outlived the power',
  'write refused',
  'write failed though written',
  'damaged store set aside',
  'disk gone with events that others had',
  'recorded while the clock is years off',
  'index lost',
  'segment opened',
  'segment dropped',
  'events came home with another station',
  'hub restored from a backup',
  'hub made anew from its keys',
  'restored hub lacked events that came back',
  'restored hub lacked changes that came back',
  'event nobody holds any more',
  'disk put back noticed',
  'clone held back',
  'sector gone with events of a segment',
  'gap given up',
  'given up too early',
] as const;
export type Effect = (typeof effects)[number];

/** Too rare for so few seeds as tests run: stories that are kept show them. */
const rare: readonly Effect[] = [
  'sector gone with events of a segment',
  'gap given up',
  'given up too early',
];

/** Counts what took effect in the life of a lab, or of many. */
export class Tally {
  readonly #counts = new Map<Effect, number>();

  note(effect: Effect, count = 1): void {
    if (count > 0) this.#counts.set(effect, this.of(effect) + count);
  }

  /** Whether a write under way outlives the power, which it passes on. */
  drawn(outlives: boolean): boolean {
    this.note(outlives ? 'unanswered write outlived the power' : 'write lost with the power');
    return outlives;
  }

  of(effect: Effect): number {
    return this.#counts.get(effect) ?? 0;
  }

  add(other: Tally): void {
    for (const [effect, count] of other.#counts) this.note(effect, count);
  }

  /** Effects never seen, but for the rare. */
  get missing(): readonly Effect[] {
    return effects.filter((effect) => this.of(effect) === 0 && !rare.includes(effect));
  }
}
