import type { StationStatus } from '../../../../shared/contracts/ipc/status-views.ts';

/** From the word that it goes until it is off, ms. */
const goesMs = 2_000;

/** The hub of the pretend lab: there, away while whoever practises has it so, or switched off. */
export class PretendHub {
  #state: 'there' | 'away' | 'going' | 'off' = 'there';
  /** In this state, ms. */
  #sinceMs = 0;

  /** Whether it answers. */
  get answers(): boolean {
    return this.#state === 'there' || this.#state === 'going';
  }

  /** Whether it goes off, or went, as it was told ([CLS8]). */
  get going(): 'no' | 'going' | 'off' {
    return this.#state === 'going' || this.#state === 'off' ? this.#state : 'no';
  }

  /** Age of its last receipt, ms. */
  get receiptAgeMs(): number {
    return this.answers ? 1_000 : this.#sinceMs;
  }

  /** Has it be away, as with its cable pulled; or there again, switched on where it was off. */
  be(state: 'there' | 'away'): void {
    this.#go(state);
  }

  powerOff(): void {
    this.#go('going');
  }

  /** @param ms since before */
  pass(ms: number): void {
    this.#sinceMs += ms;
    if (this.#state === 'going' && this.#sinceMs > goesMs) this.#go('off');
  }

  /** What the window is told of it. @param stations that are together without it, this one too */
  status(stations: number): StationStatus {
    return {
      phase: this.answers ? 'idle' : 'backing-off',
      hubReachable: this.answers,
      waiting: 0,
      receiptAgeMs: this.receiptAgeMs,
      peers: this.answers ? null : { stations, copied: 0 },
      notices: [],
      machine: null,
    };
  }

  #go(state: 'there' | 'away' | 'going' | 'off'): void {
    this.#state = state;
    this.#sinceMs = 0;
  }
}
