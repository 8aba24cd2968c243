import { ReanError } from '../../shared/errors.ts';
import { readAnswerHead } from './answer-head.ts';
import type { AnswerHead } from './answer-head.ts';

/** Handed on at once, bytes: so many records of TLS together that what each hand-over costs does not count. */
const pieceBytes = 128 * 1024;
/** What still comes of what was decrypted already when the line is told to wait, bytes. */
const slackBytes = 64 * 1024;
const mostHeadBytes = 16 * 1024;
const headEnd = '\r\n\r\n';

/**
 * One answer as its bytes come in: its head, then its body in large pieces. Two buffers are used again
 * and again, one filling while the other is read, so that gigabytes leave no garbage behind.
 */
export class ComingAnswer {
  readonly #room: () => void;
  #headBytes = Buffer.alloc(0);
  #head: AnswerHead | null = null;
  /** Of the body, still to come. */
  #left = 0;
  #filling = Buffer.alloc(0);
  #other = Buffer.alloc(0);
  #filled = 0;
  #failure: Error | null = null;
  #changed: () => void = () => undefined;
  #heardAtMs = performance.now();
  #awaitedAtMs: number | null = null;

  /** @param room told when there is room again after {@link take} said that there was none */
  constructor(room: () => void) {
    this.#room = room;
  }

  /** Whether anything came by now. */
  get begun(): boolean {
    return this.#head !== null || this.#headBytes.length > 0;
  }

  /** Whether all of it came. */
  get whole(): boolean {
    return this.#head !== null && this.#left === 0 && this.#failure === null;
  }

  /** For how long somebody has waited and nothing came, ms; null while nobody waits. */
  get silentMs(): number | null {
    return this.#awaitedAtMs === null
      ? null
      : performance.now() - Math.max(this.#awaitedAtMs, this.#heardAtMs);
  }

  /** Takes bytes as they come, to be used again by whoever brought them; says whether there is room for more. */
  take(bytes: Buffer): boolean {
    this.#heardAtMs = performance.now();
    try {
      this.#keep(this.#head === null ? this.#takeHead(bytes) : bytes);
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error(String(error)));
    }
    if (this.#filled >= pieceBytes || this.whole) this.#changed();
    return this.#filled < pieceBytes;
  }

  /** Nothing more will come. What came is still handed on; the first reason counts. */
  fail(reason: Error): void {
    if (!this.whole) this.#failure ??= reason;
    this.#changed();
  }

  /** Resolves once the head is here; rejects with what {@link fail} was told, or `hub.protocol`. */
  async head(): Promise<AnswerHead> {
    while (this.#head === null) {
      if (this.#failure !== null) throw this.#failure;
      await this.#change();
    }
    return this.#head;
  }

  /**
   * The next piece, its taker's until the one after it is asked for; null at the end. Rejects as
   * {@link head} does, after all that came was handed on.
   */
  async next(): Promise<Uint8Array | null> {
    while (this.#filled < pieceBytes && this.#left > 0 && this.#failure === null) {
      await this.#change();
    }
    if (this.#filled > 0) return this.#handOn();
    if (this.#failure !== null) throw this.#failure;
    return null;
  }

  /** Gives back what of the bytes belongs to the body. */
  #takeHead(bytes: Buffer): Buffer {
    const before = this.#headBytes.length;
    const all = Buffer.concat([this.#headBytes, bytes]);
    const end = all.indexOf(headEnd, Math.max(0, before - headEnd.length));
    if (end < 0 && all.length <= mostHeadBytes) {
      this.#headBytes = all;
      return Buffer.alloc(0);
    }
    if (end < 0) throw new ReanError('hub.protocol', { reason: 'head too large' });
    const head = readAnswerHead(all.toString('latin1', 0, end));
    this.#head = head;
    this.#left = head.bytes ?? 0;
    this.#changed();
    // what follows an answer of unknown length is nobody's
    return head.bytes === null ? Buffer.alloc(0) : all.subarray(end + headEnd.length);
  }

  #keep(bytes: Buffer): void {
    if (bytes.length === 0) return;
    if (bytes.length > this.#left)
      throw new ReanError('hub.protocol', { reason: 'answer too long' });
    if (this.#filling.length < this.#filled + bytes.length) this.#grow(bytes.length);
    bytes.copy(this.#filling, this.#filled);
    this.#filled += bytes.length;
    this.#left -= bytes.length;
  }

  /** To what all that is still to come needs, a piece at most; more only where the line does not wait. */
  #grow(more: number): void {
    const wanted = Math.min(this.#left, pieceBytes + slackBytes);
    const grown = Buffer.allocUnsafeSlow(Math.max(this.#filled + more, wanted));
    this.#filling.copy(grown, 0, 0, this.#filled);
    this.#filling = grown;
  }

  #handOn(): Uint8Array {
    const full = this.#filled >= pieceBytes;
    const piece = this.#filling.subarray(0, this.#filled);
    [this.#filling, this.#other] = [this.#other, this.#filling];
    this.#filled = 0;
    if (full && this.#left > 0) this.#room();
    return piece;
  }

  #change(): Promise<void> {
    this.#awaitedAtMs = performance.now();
    return new Promise((resolve) => {
      this.#changed = () => {
        this.#awaitedAtMs = null;
        this.#changed = () => undefined;
        resolve();
      };
    });
  }
}
