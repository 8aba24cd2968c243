import type { OrderRefusal, SeatActKind } from '../../../../shared/contracts/seat-order.ts';

/** What is done with a full disk too, until the next start. */
const unlasting: readonly SeatActKind[] = ['lock', 'unlock', 'give-time'];

/**
 * Which words say why a seat did not do it. With a full disk it is locked all the same, or gives time, and does
 * nothing else: a PC that can't write down that it goes would not know afterwards that it had gone ([PWR2]).
 */
export function whyNot(kind: SeatActKind, why: OrderRefusal) {
  if (why !== 'disk-full' || unlasting.includes(kind)) return `why.${why}` as const;
  const isPower = kind === 'restart' || kind === 'power-off';
  return isPower ? 'why.disk-full.power' : 'why.disk-full-not';
}
