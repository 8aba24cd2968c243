import { toldBy } from '../../../domain/h5p/outcome.ts';
import type { Told } from '../../../domain/h5p/outcome.ts';
import { statementSchema } from '../../../shared/contracts/h5p.ts';
import { mostAnswers } from '../../../shared/contracts/piece.ts';
import type { PieceAnswer } from '../../../shared/contracts/piece.ts';
import type { PlayerPort } from '../port.ts';

/** Content says many things at once; they are told together, so many ms after the first. */
const tellAfterMs = 400;
/** Answers kept at most until they are told. */
const mostWaiting = 200;

const nothing: NonNullable<Told['result']> = { score: null, passed: null, completed: false };

/** Tells the shell what content says of its results, in xAPI ([PCE14]). */
export class ResultTeller {
  readonly #say: PlayerPort['say'];
  #result = nothing;
  #told = nothing;
  #answers: PieceAnswer[] = [];
  #waiting: ReturnType<typeof setTimeout> | null = null;

  constructor(say: PlayerPort['say']) {
    this.#say = say;
  }

  /** Takes a statement, whatever it is. */
  take(said: unknown): void {
    const statement = statementSchema.safeParse(said).data;
    if (statement === undefined) return;
    const { result, answer } = toldBy(statement);
    if (result === null && answer === null) return;
    this.#result = result ?? this.#result;
    if (answer !== null && this.#answers.length < mostWaiting) this.#answers.push(answer);
    this.#waiting ??= setTimeout(() => this.tellNow(), tellAfterMs);
  }

  /** Tells what is known and not told yet. */
  tellNow(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = null;
    const answers = this.#answers.splice(0, mostAnswers);
    if (answers.length === 0 && !differs(this.#result, this.#told)) return;
    this.#told = this.#result;
    this.#say({ kind: 'result', ...this.#result, ...(answers.length > 0 && { answers }) });
    if (this.#answers.length > 0) this.#waiting = setTimeout(() => this.tellNow(), tellAfterMs);
  }
}

const differs = (a: typeof nothing, b: typeof nothing) =>
  a.score !== b.score || a.passed !== b.passed || a.completed !== b.completed;
