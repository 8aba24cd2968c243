import type { StationStatus } from '../../shared/contracts/ipc/views.ts';

export type LampState = 'saved' | 'waiting' | 'away';

/**
 * `saved` only when a receipt of the hub covers every event made here ([SYN3]); `away` whenever the
 * hub doesn't answer, also with nothing waiting, since new work could not go there.
 */
export function lampOf(status: Pick<StationStatus, 'hubReachable' | 'waiting'>): LampState {
  if (!status.hubReachable) return 'away';
  return status.waiting > 0 ? 'waiting' : 'saved';
}
