/**
 * Names by number: thousands of learners have the same lessons, items, skills and answers, and each of
 * those is then held once, and told apart by comparing numbers ([RPT5]).
 */
export class NamePool {
  readonly #numbers = new Map<string, number>();
  /** 0 is nobody's. */
  readonly #names: string[] = [''];

  /** The number of a name, which has one from now on. */
  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#names.length;
    this.#numbers.set(name, number);
    this.#names.push(name);
    return number;
  }

  nameOf(number: number): string {
    return this.#names[number] ?? '';
  }
}
