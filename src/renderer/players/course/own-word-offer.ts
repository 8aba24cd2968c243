import type { PlayerPort } from '../port.ts';

/** Content that says how it stands does so in its first moments; until then its learner is asked nothing, ms. */
const settleMs = 3_000;

/** Tells the shell when a course's learner is to be asked whether what is open is done ([PCE11], [PCE13]). */
export class OwnWordOffer {
  readonly #say: PlayerPort['say'];
  #unsaid = false;
  #settling: ReturnType<typeof setTimeout> | null = null;
  #settled = false;
  #offered = false;

  constructor(say: PlayerPort['say']) {
    this.#say = say;
  }

  /** Content's page is there. */
  opened(): void {
    this.closed();
    this.#settling = setTimeout(() => {
      this.#settled = true;
      this.#tell();
    }, settleMs);
  }

  /** What was open is not any more. */
  closed(): void {
    if (this.#settling !== null) clearTimeout(this.#settling);
    this.#settled = false;
    this.#tell();
  }

  /** @param unsaid whether nobody else can say that it is done */
  look(unsaid: boolean): void {
    this.#unsaid = unsaid;
    this.#tell();
  }

  #tell(): void {
    const wanted = this.#settled && this.#unsaid;
    if (wanted === this.#offered) return;
    this.#offered = wanted;
    this.#say({ kind: 'own-word', wanted });
  }
}
