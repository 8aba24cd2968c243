import * as z from 'zod';
import { stateDocumentSchema } from '../../src/shared/contracts/documents/state.ts';
import type { LearnerState } from '../../src/shared/contracts/documents/state.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import { canonicalHash } from '../../src/sync/envelope/canonical.ts';
import { openLearnerState } from '../../src/sync/envelope/sealed-documents.ts';
import { openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import type { Database } from '../../src/sync/store/storage.ts';
import { InvariantBroken } from './auditor.ts';
import type { SimulatedLab } from './simulated-lab.ts';
import type { SimulatedStation } from './simulated-station.ts';

const markSchema = z.looseObject({ since: z.number() });
const replicas = ['directory', 'journal', 'state'] as const;

/**
 * The faults are over: every station is switched off and on once more (what could not be salvaged
 * for lack of room is, then), and the lab left alone until all is quiet. Then everything must be
 * everywhere, once ([SYN12]).
 */
export async function lastLook(lab: SimulatedLab): Promise<void> {
  lab.endFaults();
  for (const station of lab.stations) {
    station.cutPower();
    await lab.time.for(station.switchOn(), 'a station starting');
  }
  await converge(lab);
  await checkEvents(lab);
  await checkStations(lab);
  await lab.end();
}

/** Waits until every station has everything saved and has pulled all that the hub has folded. */
async function converge(lab: SimulatedLab): Promise<void> {
  await lab.time.until(() => lab.stations.every(isSaved), 'every event being saved');
  await lab.time.until(() => lab.stations.every(hasBroughtHome), 'every copy being brought home');
  await lab.time.for(lab.hub.settled(), 'the hub having folded');
  const storage = openMemoryStorage(lab.lab.disk);
  const { generation } = lab.hub.site;
  for (const name of replicas) {
    const { updateSeq } = await (await storage.open(`${name}-${generation}`)).info();
    for (const station of lab.stations) {
      let pulled = 0;
      while (pulled < Number(updateSeq)) {
        await lab.time.pass(100);
        pulled = await pulledUpTo(station.running.replica?.[name]);
      }
    }
  }
}

function isSaved({ running: { replicator } }: SimulatedStation): boolean {
  const { state, waiting } = replicator.status;
  return state.phase === 'idle' && waiting === 0;
}

/** A copy of a dead station's event may be the last there is ([PER6]). */
function hasBroughtHome({ running: { peers } }: SimulatedStation): boolean {
  return peers.copies.stores.size === 0;
}

/** The hub's sequence that a replica was pulled up to. */
async function pulledUpTo(database: Database | undefined): Promise<number> {
  const mark = (await database?.getLocal('pulled')) ?? null;
  return markSchema.parse(mark ?? { since: 0 }).since;
}

/** The hub holds what the stations recorded, no more and no less; all of it folded. */
async function checkEvents(lab: SimulatedLab): Promise<void> {
  const { auditor, hub, stations } = lab;
  const held = await auditor.lookAtHub(hub.site.generation);
  const recorded = (await Promise.all(stations.map((each) => each.recorded()))).flat();
  for (const { answered } of stations) auditor.checkAnswered('hub', answered, held.events);
  auditor.checkAnswered('hub', auditor.rescued, held.events);
  const here = new Set(recorded.map(({ _id }) => _id));
  const ofGoneDisks = held.events.filter(({ _id }) => !here.has(_id) && auditor.gone.has(_id));
  requireSame('the hub holds what was recorded', {
    hub: idsOf(held.events),
    stations: idsOf([...recorded, ...ofGoneDisks]),
  });
  const { ok, unfolded, quarantined } = await lab.health();
  requireSame('the hub is well', {
    hub: { ok, unfolded, quarantined },
    expected: { ok: true, unfolded: 0, quarantined: 0 },
  });
}

async function checkStations(lab: SimulatedLab): Promise<void> {
  const { auditor, stations } = lab;
  const { generation } = lab.hub.site;
  const storage = openMemoryStorage(lab.lab.disk);
  const { events } = await auditor.lookAtHub(generation);
  for (const station of stations) {
    for (const name of replicas) {
      const there = await contents(await storage.open(`${name}-${generation}`));
      const here = await contents(station.running.replica?.[name]);
      requireSame(`a station's ${name} is the hub's`, { here, there });
    }
    for (const learner of lab.lab.learners) {
      const shown = await shownOf(lab, station, learner);
      requireSame('a state is the fold of all events', {
        shown,
        expected: auditor.fold(learner, events),
      });
    }
    requireSame('the hub has not forked', {
      station: station.running.replicator.status.forked,
      expected: false,
    });
  }
}

async function contents(database: Database | undefined) {
  return (await database?.range({ from: 'a', to: 'z~' })) ?? null;
}

/** What a station shows of a learner; null when nothing. */
async function shownOf(
  lab: SimulatedLab,
  station: SimulatedStation,
  learner: LearnerId,
): Promise<LearnerState | null> {
  const stored = (await station.running.replica?.state.get(`learner:${learner}`)) ?? null;
  if (stored === null) return null;
  const { _rev, ...document } = stored;
  return openLearnerState(stateDocumentSchema.parse(document), lab.lab.key(learner));
}

function idsOf(events: readonly { readonly _id: string }[]): readonly string[] {
  return events.map(({ _id }) => _id).sort();
}

/** @throws InvariantBroken unless all these are the same */
function requireSame(invariant: string, values: Readonly<Record<string, unknown>>): void {
  const forms = new Set(Object.values(values).map(canonicalHash));
  if (forms.size > 1) throw new InvariantBroken(`not so: ${invariant}`, values);
}
