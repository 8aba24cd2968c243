import * as z from 'zod';
import { journalHash } from '../../src/hub/journal/journal-chain.ts';
import { recoveryCommand } from '../../src/hub/recovery/recovery-command.ts';
import type { EventDocument } from '../../src/shared/contracts/documents/event.ts';
import { stateDocumentSchema } from '../../src/shared/contracts/documents/state.ts';
import type { LearnerState } from '../../src/shared/contracts/documents/state.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import { canonicalHash } from '../../src/sync/envelope/canonical.ts';
import { openLearnerState } from '../../src/sync/envelope/sealed-documents.ts';
import type { StoreState } from '../../src/sync/log/event-log.ts';
import { openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import type { Database } from '../../src/sync/store/storage.ts';
import { clonesAmong, missingAmong } from './auditor.ts';
import type { Place } from './auditor.ts';
import { mostDocuments } from './disk-image.ts';
import { InvariantBroken } from './invariant-broken.ts';
import { giveUpGaps, toldIn } from './losses.ts';
import { switchOn } from './routines.ts';
import type { SimulatedLab } from './simulated-lab.ts';
import type { SimulatedStation } from './simulated-station.ts';

const markSchema = z.looseObject({ since: z.number() });
const call = { say: () => undefined, signal: new AbortController().signal };
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
    await switchOn(lab, station);
  }
  await converge(lab);
  await checkEvents(lab);
  await checkStations(lab);
  const { segments } = lab.hub.parts.databases;
  lab.tally.note('segment opened', segments.readers.length - 1);
  await lab.end();
}

/**
 * Waits until all that any station has is at the hub, has a person give up what nobody brought, and waits
 * until every station has everything saved and has pulled all that the hub has folded.
 */
async function converge(lab: SimulatedLab): Promise<void> {
  const { time, stations } = lab;
  await time.until(
    () => stations.every((each) => hasPushed(lab, each)),
    'every event being pushed',
  );
  const home = () => stations.every((station) => hasBroughtHome(lab, station));
  await time.until(home, 'every copy being brought home');
  await time.for(giveUpGaps(lab), 'what lacks being given up');
  await time.until(() => stations.every(isSaved), 'every event being saved');
  await time.until(() => stations.every(hasNoCopies), 'every copy being let go of');
  await time.for(lab.hub.settled(), 'the hub having folded');
  const storage = openMemoryStorage(lab.lab.disk);
  const { generation } = lab.hub.site;
  for (const name of replicas) {
    const { updateSeq } = await (await storage.open(`${name}-${generation}`)).info();
    for (const station of stations) {
      let pulled = 0;
      while (pulled < Number(updateSeq)) {
        await time.pass(100);
        pulled = await pulledUpTo(station.running.replica?.[name]);
      }
    }
  }
}

/** The last event of each of its stores is there, and so all that are sent before it. */
function hasPushed({ hub }: SimulatedLab, { running, config }: SimulatedStation): boolean {
  const { ledger } = hub.parts.intake;
  const { state } = running.replicator.status;
  const isThere = ({ store, lastSeq }: StoreState) => {
    const { contiguous, ahead } = ledger.store(`${config.station}:${store}`);
    return lastSeq <= contiguous || ahead.has(lastSeq);
  };
  return state.phase === 'idle' && running.log.stores().every(isThere);
}

function isSaved({ running: { replicator } }: SimulatedStation): boolean {
  const { state, waiting } = replicator.status;
  return state.phase === 'idle' && waiting === 0;
}

/** A copy of a dead station's event may be the last there is ([PER6]): the hub has it then. */
function hasBroughtHome({ hub }: SimulatedLab, { running: { peers } }: SimulatedStation): boolean {
  const { ledger } = hub.parts.intake;
  return [...peers.copies.stores].every(([key, { upTo }]) => ledger.store(key).ahead.has(upTo));
}

function hasNoCopies({ running: { peers } }: SimulatedStation): boolean {
  return peers.copies.stores.size === 0;
}

/** The hub's sequence that a replica was pulled up to. */
async function pulledUpTo(database: Database | undefined): Promise<number> {
  const mark = (await database?.getLocal('pulled')) ?? null;
  return markSchema.parse(mark ?? { since: 0 }).since;
}

/** The hub holds what the stations recorded, no more and no less; all of it folded. */
async function checkEvents(lab: SimulatedLab): Promise<void> {
  const { auditor, hub, promises, stations } = lab;
  const held = await auditor.lookAtHub(hub.site.generation, true);
  const recorded = (await Promise.all(stations.map((each) => each.recorded()))).flat();
  promises.recorded(recorded);
  auditor.checkAnswered('hub', promises.due, held.events);
  auditor.checkAnswered('hub', recorded, held.events);
  const strange = held.events.filter((event) => !promises.isRecorded(event));
  const early = idsOf(promises.letGoTooEarly);
  requireSame('what stations drop is backed up', { early, expected: [] });
  requireSame('the hub holds what was recorded', { strange: idsOf(strange), expected: [] });
  const clones = clonesAmong(held.events);
  lab.tally.note('clone held back', clones.length);
  lab.tally.note('given up too early', auditor.givenUpAmong(held.events).length);
  const { ok, unfolded, quarantined, missing } = await lab.health();
  requireSame('the hub is well', {
    hub: { ok, unfolded, quarantined, missing },
    expected: { ok: true, unfolded: 0, quarantined: clones.length, missing: 0 },
  });
  await checkCounts(lab);
  await checkReturn(lab, held.events);
}

/** A backup is held against what the hub counts ([BAK2]). */
async function checkCounts({ hub }: SimulatedLab): Promise<void> {
  for (const reader of hub.parts.databases.segments.readers) {
    const { moved, documents } = await reader.page(0, mostDocuments);
    requireSame('a segment counts its events', { counted: documents, there: moved.length });
  }
}

/** What can come back to a restored hub has, and what can't is listed ([REC4]). */
async function checkReturn(lab: SimulatedLab, held: readonly EventDocument[]): Promise<void> {
  const { parts } = lab.hub;
  const directory = await parts.office.directory.all();
  const known = new Set([...directory.map(({ _id }) => _id), ...(await toldAtHub(lab))]);
  const lacking = [...lab.awaited].filter((each) => !known.has(each));
  requireSame('what journals tell of came back', { lacking, expected: [] });
  const report = await recoveryCommand.carryOut(parts, { close: false }, call);
  if (report === null) return;
  const came = report.stations.reduce((sum, { returned }) => sum + (returned?.taken ?? 0), 0);
  lab.tally.note('restored hub lacked changes that came back', came);
  const isListed = ({ store, seq }: Place) =>
    report.gaps.some((gap) => gap.store === store && gap.from <= seq && seq <= gap.to);
  const unlisted = missingAmong(held).filter((place) => !isListed(place));
  requireSame('what is missing is listed', { unlisted, expected: [] });
}

/** Hashes of every entry the hub's journal holds, as its own or brought back. */
async function journalOf({ hub }: SimulatedLab): Promise<readonly string[]> {
  const facts = await hub.parts.office.factsAfter(0, null);
  return facts.flatMap(({ entry, payload: { recovered } }) => [
    journalHash(entry),
    ...(recovered ? [journalHash(recovered.entry)] : []),
  ]);
}

/** Everything the hub's journal tells of, however often it was brought back. */
async function toldAtHub(lab: SimulatedLab): Promise<readonly string[]> {
  const facts = await lab.hub.parts.office.factsAfter(0, null);
  return facts.flatMap(({ entry }) => toldIn(lab, entry));
}

/** Told of where what a station knew is lost with every journal that held it ([SYN10]), and not else. */
async function checkForked(lab: SimulatedLab, { running }: SimulatedStation): Promise<void> {
  const journal = await journalOf(lab);
  const formers = (await running.memory.audit.load())?.formers ?? [];
  const lost = formers.filter((head) => !journal.includes(head));
  requireSame('a fork is told of where there is one', {
    told: running.replicator.status.forked,
    expected: lost.length > 0,
  });
}

async function checkStations(lab: SimulatedLab): Promise<void> {
  const { auditor, stations } = lab;
  const { generation } = lab.hub.site;
  const storage = openMemoryStorage(lab.lab.disk);
  const { events } = await auditor.lookAtHub(generation, true);
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
    await checkForked(lab, station);
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
