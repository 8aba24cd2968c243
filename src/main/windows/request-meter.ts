/** As many files a page may ask for at once, and a second on the whole: a large package asks for hundreds. */
const burst = 600;
const perSecond = 100;

/** Counts requests. Whoever asks without end would hold up the whole app ([PCE3]). */
export class RequestMeter {
  #left = burst;
  #atMs: number;

  constructor(nowMs: number) {
    this.#atMs = nowMs;
  }

  /** One more; false where it is one too many. */
  take(nowMs: number): boolean {
    const since = Math.max(0, nowMs - this.#atMs) / 1000;
    this.#left = Math.min(burst, this.#left + since * perSecond);
    this.#atMs = nowMs;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
