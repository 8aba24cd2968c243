/**
 * The requests a hub is at work on. Once it closes it begins no more of them, those that wait for
 * their turn included, and waits for those begun: nothing may write to stores that are closed ([HUB17]).
 */
export class UnderWay {
  readonly #works = new Set<Promise<unknown>>();
  #closing = false;

  get closing(): boolean {
    return this.#closing;
  }

  /** Has the close wait for a work, however it ends. */
  add<Result>(work: Promise<Result>): Promise<Result> {
    const forget = () => this.#works.delete(work);
    this.#works.add(work);
    work.then(forget, forget);
    return work;
  }

  /** Resolves once nothing is at work; nothing is begun from now on. */
  async close(): Promise<void> {
    this.#closing = true;
    while (this.#works.size > 0) await Promise.allSettled(this.#works);
  }
}
