/** What a misfortune does where it takes effect: to befall somebody is not enough. */
const effects = [
  'station killed',
  'hub killed',
  'station stopped still',
  'hub stopped still',
  'bytes late',
  'live connection half-open',
  'live connection cut',
  'answer broken off',
  'answered with the clock years off',
  'answered after the clock jumped',
  'hub served with the clock years off',
  'hub’s clock jumped',
  'answer refused, as the station’s disk is full',
  'answered after the station’s disk was full',
  'hub said that its disk is full',
  'push refused, as the hub’s disk is full',
  'push taken again by the hub whose disk was full',
] as const;
/** Whether a process ends or starts just then is chance. */
const rare = [
  'station ended, as its disk was full at its start',
  'hub ended, as its disk was full at its start',
] as const;
export type Effect = (typeof effects)[number] | (typeof rare)[number];

/** Counts what took effect in the life of a lab. */
export class Tally {
  readonly #counts = new Map<Effect, number>();

  note(effect: Effect): void {
    this.#counts.set(effect, this.#of(effect) + 1);
  }

  /** Effects that every run has to have, and that never were. */
  get missing(): readonly Effect[] {
    return effects.filter((effect) => this.#of(effect) === 0);
  }

  /** A line for each, for people. */
  toString(): string {
    return [...effects, ...rare].map((effect) => `${this.#of(effect)} × ${effect}`).join('\n');
  }

  #of(effect: Effect): number {
    return this.#counts.get(effect) ?? 0;
  }
}
