import { netbootMs } from '../../shared/contracts/netboot.ts';
import type { NetbootRequest } from '../../shared/contracts/netboot.ts';

/** Which start of a PC it is, and how long ago, ms: no date, as a PC's may be wrong. */
export interface SinceStart {
  readonly boot: string;
  readonly sinceMs: number;
}

/**
 * For how long PCs may still be installed, ms; nought for what is over, was asked at another start of the PC, or
 * asks for longer than an hour ([PXE1]).
 */
export function timeLeft({ boot, untilMs }: NetbootRequest, now: SinceStart): number {
  const left = untilMs - now.sinceMs;
  return boot === now.boot && left > 0 && left <= netbootMs ? left : 0;
}
