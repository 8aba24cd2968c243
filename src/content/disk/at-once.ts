/** Does several things at once, but not more than so many. */
export class AtOnce {
  readonly #most: number;
  readonly #doing = new Set<Promise<void>>();
  #failures: unknown[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Resolves once the task is begun, which waits for an earlier one. Rejects where one of those failed; then this is done too. */
  async begin(task: () => Promise<void>): Promise<void> {
    while (this.#doing.size >= this.#most) await Promise.race(this.#doing);
    const doing: Promise<void> = task()
      .catch((error: unknown) => void this.#failures.push(error))
      .finally(() => this.#doing.delete(doing));
    this.#doing.add(doing);
    this.#tell();
  }

  /** Resolves once all is done; rejects with the first failure nobody was told of. */
  async end(): Promise<void> {
    await Promise.all(this.#doing);
    this.#tell();
  }

  #tell(): void {
    const [failure] = this.#failures.splice(0);
    if (failure !== undefined) throw failure;
  }
}
