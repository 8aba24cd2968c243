import type { PieceResult } from '../../../shared/contracts/piece.ts';

/** More than anybody's piece tells while a disk is full for a moment. */
const mostWaiting = 20;

/** Results of a piece, one after the other, each until it is on record. */
export class UntakenResults {
  readonly #record: (result: PieceResult) => Promise<unknown>;
  #waiting: readonly PieceResult[] = [];
  #asking = false;

  /** @param record rejects where it could not be recorded now */
  constructor(record: (result: PieceResult) => Promise<unknown>) {
    this.#record = record;
  }

  add(result: PieceResult): void {
    this.#waiting = [...this.#waiting, result];
    if (this.#waiting.length > mostWaiting) {
      this.#drop(this.#waiting.find(({ completed }) => !completed) ?? this.#waiting[0]);
    }
    void this.tryAgain();
  }

  /** To be called now and then. Never rejects. */
  async tryAgain(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      for (let next = this.#waiting.at(0); next !== undefined; next = this.#waiting.at(0)) {
        await this.#record(next);
        this.#drop(next);
      }
    } catch {
      // Nothing is lost: it waits for the next time.
    } finally {
      this.#asking = false;
    }
  }

  #drop(result: PieceResult | undefined): void {
    this.#waiting = this.#waiting.filter((each) => each !== result);
  }
}
