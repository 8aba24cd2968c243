import { inject } from 'light-my-request';
import * as z from 'zod';
import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import type { Hub } from '../../src/hub/hub.ts';
import { eventDocumentSchema } from '../../src/shared/contracts/documents/event.ts';
import type { EventDocument } from '../../src/shared/contracts/documents/event.ts';
import { stateDocumentSchema } from '../../src/shared/contracts/documents/state.ts';
import type { LearnerState } from '../../src/shared/contracts/documents/state.ts';
import { healthSchema } from '../../src/shared/contracts/hub-api.ts';
import type { Health } from '../../src/shared/contracts/hub-api.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import type { Randomness } from '../../src/shared/ports.ts';
import { openEvent } from '../../src/sync/envelope/event.ts';
import { openLearnerState } from '../../src/sync/envelope/sealed-documents.ts';
import { openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import { HubLab } from '../factories/hub-lab.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { badLan, noFaults } from './faulty-transport.ts';
import type { Lan } from './faulty-transport.ts';
import { SimulatedStation } from './simulated-station.ts';
import { VirtualTime } from './virtual-time.ts';

const markSchema = z.looseObject({ since: z.number() });

const learnerCount = 3;
const stationCount = 3;

/** Three stations and a hub in one process, on simulated disks, a simulated LAN and virtual time. */
export class SimulatedLab {
  readonly lab: HubLab;
  readonly randomness: Randomness;
  readonly stations: readonly SimulatedStation[];
  readonly time: VirtualTime;
  #hub: Hub | null = null;
  /** False while its cable is out. */
  #plugged = true;
  #quiet = false;

  private constructor(lab: HubLab, seed: number) {
    this.lab = lab;
    this.randomness = seededRandomness(seed * 7919);
    const lan = () => this.#lan();
    this.stations = lab.stations.map((config, index) => {
      return new SimulatedStation(lab, config, lan, seededRandomness(seed * 104_729 + index));
    });
    this.time = new VirtualTime(() => this.#operations());
  }

  static async make(seed: number): Promise<SimulatedLab> {
    const stations = Array.from({ length: stationCount }, () => 'kiosk' as const);
    const lab = await HubLab.make({ seed, stations, learners: learnerCount });
    const simulated = new SimulatedLab(lab, seed);
    await simulated.switchHubOn();
    for (const station of simulated.stations) await station.switchOn();
    return simulated;
  }

  async switchHubOn(): Promise<void> {
    this.#hub ??= await this.lab.open();
  }

  /** The hub's power goes out; what it had synced is there when it is switched on again. */
  cutHubPower(): void {
    const lost = this.#hub;
    this.#hub = null;
    this.lab.cutPower();
    void lost?.close();
  }

  setPlugged(plugged: boolean): void {
    this.#plugged = plugged;
  }

  /** From now on nothing goes wrong any more. */
  endFaults(): void {
    this.#quiet = true;
    this.#plugged = true;
  }

  /** Waits until every station has everything saved and shows all that the hub has folded. */
  async converge(): Promise<void> {
    await this.time.until(() => this.#allSaved(), 'every event being saved');
    await this.time.for(this.hub.settled(), 'the hub having folded');
    const seq = await this.#stateSeq();
    for (const station of this.stations) {
      let pulled = 0;
      while (pulled < seq) {
        await this.time.pass(100);
        pulled = await this.#pulledBy(station);
      }
    }
  }

  /** The hub's sequence that a station's shown state was pulled up to. */
  async #pulledBy({ running }: SimulatedStation): Promise<number> {
    const mark = (await running.replica?.state.getLocal('pulled')) ?? null;
    return markSchema.parse(mark ?? { since: 0 }).since;
  }

  get hub(): Hub {
    if (!this.#hub) throw new Error('the hub is off');
    return this.#hub;
  }

  /** Every event of every station's own log. */
  async recorded(): Promise<readonly EventDocument[]> {
    const logs = this.stations.map(async ({ running: { log } }) => {
      const stores = log.stores().map(({ store }) => log.store(store)?.readKnown(0));
      return (await Promise.all(stores)).flatMap((reading) => reading?.documents ?? []);
    });
    return (await Promise.all(logs)).flat();
  }

  /** Every event the hub holds. */
  async held(): Promise<readonly EventDocument[]> {
    const segment = await openMemoryStorage(this.lab.disk).open('events-0001');
    const stored = await segment.range({ from: 'st-', to: 'st-~' });
    return stored.map(({ _rev, ...document }) => eventDocumentSchema.parse(document));
  }

  /** What a station shows of a learner; null when nothing. */
  async shown(station: SimulatedStation, learner: LearnerId): Promise<LearnerState | null> {
    const stored = (await station.running.replica?.state.get(`learner:${learner}`)) ?? null;
    if (stored === null) return null;
    const { _rev, ...document } = stored;
    return openLearnerState(stateDocumentSchema.parse(document), this.lab.key(learner));
  }

  /** What is to be shown of a learner, given all these events; null when none is about them. */
  fold(learner: LearnerId, events: readonly EventDocument[]): LearnerState | null {
    const about = events.filter((event) => event.learner === learner);
    const key = this.lab.key(learner);
    const opened = about.map((event) => openEvent(event, key));
    return opened.length === 0 ? null : foldLearner(learner, opened);
  }

  async health(): Promise<Health> {
    const { payload } = await inject(this.hub.app, { method: 'GET', url: '/healthz' });
    return healthSchema.parse(JSON.parse(payload));
  }

  /** Switches everything off, for the next simulation to have the process to itself. */
  async end(): Promise<void> {
    const stopping = this.stations.map(({ running }) => running.replicator.stop());
    await this.time.for(Promise.all(stopping), 'the stations stopping');
    await this.time.for(this.hub.close(), 'the hub stopping');
  }

  #lan(): Lan {
    return { hub: this.#plugged ? this.#hub : null, faults: this.#quiet ? noFaults : badLan };
  }

  #allSaved(): boolean {
    return this.stations.every(({ running: { replicator } }) => {
      const { state, waiting } = replicator.status;
      return state.phase === 'idle' && waiting === 0;
    });
  }

  async #stateSeq(): Promise<number> {
    const storage = openMemoryStorage(this.lab.disk);
    const state = await storage.open(`state-${this.hub.site.generation}`);
    return (await state.info()).updateSeq;
  }

  #operations(): number {
    const disks = [this.lab.disk, ...this.stations.map(({ disk }) => disk)];
    return disks.reduce((sum, { operations }) => sum + operations, 0);
  }
}
