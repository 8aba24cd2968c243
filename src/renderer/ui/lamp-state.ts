import type { StationStatus } from '../../shared/contracts/ipc/status-views.ts';

export type LampState = 'saved' | 'waiting' | 'together' | 'away';

/**
 * `saved` only when a receipt of the hub covers every event made here ([SYN3]); `away` whenever the
 * hub doesn't answer, also with nothing waiting, since new work could not go there; `together` where
 * other stations hold copies meanwhile, which is not yet saved ([PER9]).
 */
export function lampOf({
  hubReachable,
  waiting,
  peers,
}: Pick<StationStatus, 'hubReachable' | 'waiting' | 'peers'>): LampState {
  if (!hubReachable) return peers !== null && peers.stations > 1 ? 'together' : 'away';
  return waiting > 0 ? 'waiting' : 'saved';
}
