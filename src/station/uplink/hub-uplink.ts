import { map } from 'rxjs';
import { ReanError } from '../../shared/errors.ts';
import type { ReplicationState } from '../../sync/replication/replication-state.ts';
import type { Replicator, ReplicationStatus } from '../../sync/replication/replicator.ts';
import type { HubClient } from '../../sync/transport/hub-client.ts';
import type { Transport } from '../../sync/transport/transport.ts';
import type { Uplink, UplinkStatus } from './uplink.ts';

export interface HubUplinkParts {
  readonly replicator: Replicator;
  readonly hub: HubClient;
  readonly transport: Transport;
  /** The hub's address, for the technician. */
  readonly url: string;
}

/** The real hub, over the replication machine. */
export function hubUplink({ replicator, hub, transport, url }: HubUplinkParts): Uplink {
  return {
    status$: replicator.status$.pipe(map((status) => uplinkStatus(status, url, hub.machine))),
    replica$: replicator.replica$,
    stations: () => hub.stations(),
    packs: () => hub.packs(),
    async hubNow() {
      const { hubRun, hubWallMs, labDay } = await hub.hello();
      if (hubRun === undefined) throw new ReanError('hub.protocol', { problem: 'version' });
      return { hubRun, hubWallMs, labDate: labDay.date };
    },
    command: (signed) => hub.command(signed),
    countTry: (request, atMostMs) => hub.countTry(request, atMostMs),
    renew: (request) => hub.renew(request),
    knowAuthority: (fingerprint) => hub.knowAuthority(fingerprint),
    live: {
      tell: (report, signal) => hub.tellSeat(report, signal),
      seats: (seen, signal) => hub.seats(seen, signal),
    },
    looks: {
      wanted: (signal) => hub.wantedLook(signal),
      give: (look, answer, signal) => hub.giveLook(look, answer, signal),
      fetch: (look, signal) => hub.look(look, signal),
    },
    orders: { next: (seen, signal) => hub.orders(seen, signal) },
    recordings: {
      of: (learner, signal) => hub.recordingsOf(learner, signal),
      bring: (learner, name, sealed, signal) => hub.bringRecording(learner, name, sealed, signal),
      file: (learner, name, signal) => hub.recording(learner, name, signal),
    },
    start: () => replicator.start(),
    async stop() {
      await replicator.stop();
      transport.close();
    },
  };
}

function uplinkStatus(
  status: ReplicationStatus,
  url: string,
  machine: string | null,
): UplinkStatus {
  const { state, reachable, waiting, receiptAtMs } = status;
  const code = troubleOf(status);
  return {
    phase: state.phase,
    hubReachable: reachable,
    waiting,
    receiptAtMs,
    trouble: code === null ? null : { code, detail: url },
    machine,
  };
}

/** A station that never reached a hub in this many tries has a wrong address, or a hub not yet on. */
const triesBeforeDoubt = 4;

/** Which of the machine's states a person can do something about ([VIE5]). Exported for its test. */
export function troubleOf({
  state,
  generation,
}: Pick<ReplicationStatus, 'state' | 'generation'>):
  | NonNullable<UplinkStatus['trouble']>['code']
  | null {
  if (state.phase !== 'blocked' && state.phase !== 'backing-off') return null;
  switch (state.cause) {
    case 'hub.refused':
      return 'hub-refused';
    case 'hub.certificate-mismatch':
      return 'hub-certificate-mismatch';
    case 'hub.protocol':
      return 'hub-address-wrong';
    case 'hub.unreachable':
    case 'hub.timeout':
      return generation === null && tries(state) >= triesBeforeDoubt ? 'hub-address-wrong' : null;
    case 'store.full':
      return 'store-full';
    default:
      return null;
  }
}

const tries = (state: ReplicationState) => (state.phase === 'backing-off' ? state.attempt : 1);
