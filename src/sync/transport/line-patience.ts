import { ReanError } from '../../shared/errors.ts';
import type { ComingAnswer } from './coming-answer.ts';
import type { FileLine } from './file-line.ts';
import type { StreamRequest } from './transport.ts';

interface Waited {
  readonly line: FileLine;
  readonly answer: ComingAnswer;
}

/**
 * Gives a line up when nothing came for too long, and when told to. Time counts only while somebody waits for
 * bytes: who takes few on purpose is not kept waiting.
 */
export class LinePatience {
  readonly #waited: Waited;
  readonly #timeoutMs: number;
  readonly #path: string;
  readonly #signal: AbortSignal | undefined;
  readonly #cancel = () => this.#waited.line.giveUp(cancelled());
  #timer: NodeJS.Timeout;

  constructor(
    { timeoutMs, signal }: Pick<StreamRequest, 'timeoutMs' | 'signal'>,
    path: string,
    waited: Waited,
  ) {
    this.#waited = waited;
    this.#timeoutMs = timeoutMs;
    this.#path = path;
    this.#signal = signal;
    this.#timer = this.#lookIn(timeoutMs);
    signal?.addEventListener('abort', this.#cancel, { once: true });
    if (signal?.aborted === true) this.#cancel();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#cancel);
  }

  #lookIn(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#look(), ms);
  }

  /** Not set anew for each record that comes: there are thousands in a second. */
  #look(): void {
    const { line, answer } = this.#waited;
    const timeoutMs = this.#timeoutMs;
    const leftMs = timeoutMs - (answer.silentMs ?? 0);
    if (leftMs > 0) this.#timer = this.#lookIn(leftMs);
    else line.giveUp(new ReanError('hub.timeout', { path: this.#path, timeoutMs }));
  }
}

/** Told where nobody wants the answer any more. */
export const cancelled = () => new ReanError('hub.unreachable', { reason: 'cancelled' });
