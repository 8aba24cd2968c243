/** What has to hold at any moment of a lab's life, and did not. */
export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken';
  readonly invariant: string;

  constructor(invariant: string, facts: object) {
    super(`${invariant}: ${JSON.stringify(facts)}`);
    this.invariant = invariant;
  }
}
