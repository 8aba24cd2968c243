/**
 * Work on real files and in real threads that is under way. Virtual time may not pass meanwhile: how long it takes
 * depends on this PC.
 */
export class RealWork {
  #underWay = 0;
  #turns = 0;

  /** Grows as long as anything is under way. */
  get moves(): number {
    if (this.#underWay > 0) this.#turns += 1;
    return this.#turns;
  }

  async during<Value>(work: Promise<Value>): Promise<Value> {
    this.#underWay += 1;
    try {
      return await work;
    } finally {
      this.#underWay -= 1;
      this.#turns += 1;
    }
  }
}
