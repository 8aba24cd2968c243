import { diskLevel } from '../../../domain/disk-level.ts';
import type { SeatHealth } from '../../../shared/contracts/ipc/views.ts';

/** Clocks this near to each other are both right, ms. */
const rightWithinMs = 120_000;
/** Old PCs slow down, and then stop, from about here on, °C. */
const hotFrom = 85;

const possibleTroubles = ['disk', 'clock', 'heat'] as const;
export type Trouble = (typeof possibleTroubles)[number];

/** How a seat's clock is beside the hub's; null where that isn't known. */
export function clockOf(offsetMs: number | null): 'right' | 'ahead' | 'behind' | null {
  if (offsetMs === null) return null;
  if (Math.abs(offsetMs) < rightWithinMs) return 'right';
  return offsetMs > 0 ? 'ahead' : 'behind';
}

/** What of a seat's computer a person should look at ([LIV7]). */
export function troubles({ diskUsedPart, offsetMs, celsius }: SeatHealth): readonly Trouble[] {
  const clock = clockOf(offsetMs);
  const has: Readonly<Record<Trouble, boolean>> = {
    disk: diskLevel(diskUsedPart) === 'nearly-full',
    clock: clock === 'ahead' || clock === 'behind',
    heat: celsius !== null && celsius >= hotFrom,
  };
  return possibleTroubles.filter((trouble) => has[trouble]);
}
