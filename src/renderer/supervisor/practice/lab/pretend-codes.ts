import { checkDigit, fitsTogether } from '../../../../domain/check-digit.ts';
import { matchCode } from '../../../../domain/override/match-code.ts';
import { overrideWaitMs } from '../../../../domain/override/override-tries.ts';
import { codesOnSheet, overrideDigits } from '../../../../shared/contracts/override.ts';
import type { OverrideResult, OverrideView } from '../../../../shared/contracts/override.ts';

/** Far apart, and of no secret. */
const apart = 73_939_133;
const front = 10 ** (overrideDigits - 1);

const codeAt = (number: number): string => {
  const digits = String((number * apart) % front).padStart(overrideDigits - 1, '0');
  return `${digits}${checkDigit(digits)}`;
};

/** The pretend sheet of codes of one seat, taken by the rules of real ones ([OVR3], [OVR4]). */
export class PretendCodes {
  #next = 1;
  #wrongTries = 0;
  #waitMs = 0;

  /** As the sheet has them, in order. */
  get codes(): readonly string[] {
    return Array.from({ length: codesOnSheet }, (_, at) => codeAt(at + 1));
  }

  get view(): OverrideView {
    return { sheet: 1, next: this.#next };
  }

  /** @param ms since before */
  pass(ms: number): void {
    this.#waitMs = Math.max(0, this.#waitMs - ms);
  }

  enter(code: string): OverrideResult {
    if (!fitsTogether(code)) return { result: 'misread' };
    if (this.#waitMs > 0) return { result: 'wait', waitMs: this.#waitMs };
    const found = matchCode(code, this.#next, codeAt);
    if (found === null) {
      this.#wrongTries += 1;
      this.#waitMs = overrideWaitMs(this.#wrongTries);
      return { result: 'wrong', wrongTries: this.#wrongTries, waitMs: this.#waitMs };
    }
    this.#next = found + 1;
    this.#wrongTries = 0;
    return { result: 'opened' };
  }
}
