import { combineLatest } from 'rxjs';
import type { LabPeers } from '../peers/lab-peers.ts';
import type { Uplink } from '../uplink/uplink.ts';
import type { Company } from '../../domain/sign-in-waits.ts';

export interface CompanySources {
  readonly uplink: Pick<Uplink, 'status$'>;
  readonly peers: Pick<LabPeers, 'status$'>;
}

/** Whether the hub, or another station, tells this one of tries elsewhere, as it is now ([SGN8]). */
export function followCompany({ uplink, peers }: CompanySources): {
  readonly now: Company;
  close(): void;
} {
  let now: Company = 'alone';
  const following = combineLatest([uplink.status$, peers.status$]).subscribe(
    ([{ hubReachable }, { together }]) => {
      now = hubReachable || together.size > 0 ? 'lab' : 'alone';
    },
  );
  return {
    get now() {
      return now;
    },
    close: () => following.unsubscribe(),
  };
}
