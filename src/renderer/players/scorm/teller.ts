import { mostAnswers } from '../../../shared/contracts/piece.ts';
import type { PieceAnswer, PieceResult } from '../../../shared/contracts/piece.ts';
import { packPlace } from '../packed-place.ts';
import type { PlayerPort } from '../port.ts';

/** What a package has to tell: what it keeps, in fewer words at each step, and its result. */
export interface Tellable {
  /** From 0 on; the largest step says least. */
  place(step: number): unknown;
  result(): ToldResult;
  /** Answers not told yet; they are told once taken. */
  takeAnswers(most: number): readonly PieceAnswer[];
  /** What was reported last, here or in an earlier sitting. */
  told: ToldResult | null;
}

/** What is reported of the whole at once. */
export type ToldResult = Omit<PieceResult, 'answers'>;

/** A place is told this long after it changed, and a result: content changes many things at once, ms. */
const placeAfterMs = 400;
const resultAfterMs = 1_500;
const steps = [0, 1, 2, 3] as const;

/** Tells the shell what a package keeps and reports, neither too often nor twice ([PCE10]). */
export class Teller {
  readonly #port: PlayerPort;
  readonly #tellable: Tellable;
  #placing: ReturnType<typeof setTimeout> | null = null;
  #reporting: ReturnType<typeof setTimeout> | null = null;

  constructor(port: PlayerPort, tellable: Tellable) {
    this.#port = port;
    this.#tellable = tellable;
  }

  changed(): void {
    this.#placing ??= setTimeout(() => void this.#place(), placeAfterMs);
    this.#reporting ??= setTimeout(() => this.#report(), resultAfterMs);
  }

  /** An item ended, or its learner leaves: what is known now is told now. */
  async tellNow(): Promise<void> {
    this.#report();
    await this.#place();
  }

  async #place(): Promise<void> {
    if (this.#placing !== null) clearTimeout(this.#placing);
    this.#placing = null;
    for (const step of steps) {
      const place = await packPlace(this.#tellable.place(step));
      if (place === null) continue;
      return this.#port.say({ kind: 'place', place });
    }
  }

  #report(): void {
    if (this.#reporting !== null) clearTimeout(this.#reporting);
    this.#reporting = null;
    const result = this.#tellable.result();
    const answers = this.#tellable.takeAnswers(mostAnswers);
    const news = differs(result, this.#tellable.told ?? nothing);
    if (!news && answers.length === 0) return;
    this.#tellable.told = result;
    this.#port.say({
      kind: 'result',
      ...result,
      ...(answers.length > 0 && { answers: [...answers] }),
    });
    this.changed();
  }
}

const nothing = { score: null, passed: null, completed: false };

const differs = (a: ToldResult, b: ToldResult) =>
  a.score !== b.score || a.passed !== b.passed || a.completed !== b.completed;
