import { filter, firstValueFrom } from 'rxjs';
import { ReanError } from '../../src/shared/errors.ts';
import type { Replica } from '../../src/sync/replication/replicas.ts';
import type { HubResponse } from '../../src/sync/transport/transport.ts';
import type { FakeHub } from './fake-hub.ts';
import { openSyncingStation } from './syncing-station.ts';
import type { StationOptions, SyncingStation } from './syncing-station.ts';

/** Stations that replicate until their test is over. */
export class RunningStations {
  #running: SyncingStation[] = [];

  add(station: SyncingStation): void {
    this.#running.push(station);
  }

  async start(hub: FakeHub, options?: StationOptions): Promise<SyncingStation> {
    const station = await openSyncingStation(hub, options);
    this.add(station);
    station.replicator.start();
    return station;
  }

  /** Stops one as a crash would: nothing more is written. */
  async cutOff(station: SyncingStation): Promise<void> {
    await station.replicator.stop();
    this.#running = this.#running.filter((each) => each !== station);
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.#running.map(({ replicator }) => replicator.stop()));
    this.#running = [];
  }
}

/** A hub that can't be reached. */
export const away = (): Promise<HubResponse> =>
  Promise.reject<HubResponse>(new ReanError('hub.unreachable'));

export const learnerState = (number: number, lamport = number) => {
  return { _id: `learner:${String(number).padStart(4, '0')}`, lamport };
};

/** The replica shown once it is what is wanted. */
export function replicaOf(
  station: SyncingStation,
  wanted: (replica: Replica) => boolean = () => true,
): Promise<Replica> {
  const shown = station.replicator.replica$.pipe(filter((replica) => replica !== null));
  return firstValueFrom(shown.pipe(filter(wanted)));
}

/** The numbers of all events a hub has, in its order. */
export async function seqsAt(hub: FakeHub): Promise<number[]> {
  return (await hub.events()).map(({ _id }) => Number(_id.split(':')[2]));
}
