import { eventDocumentSchema } from '../../src/shared/contracts/documents/event.ts';
import type { EventDocument } from '../../src/shared/contracts/documents/event.ts';
import { stateDocumentSchema } from '../../src/shared/contracts/documents/state.ts';
import type { StateDocument } from '../../src/shared/contracts/documents/state.ts';
import { segmentSchema } from '../../src/shared/ids.ts';
import type { Generation } from '../../src/shared/ids.ts';
import { openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import type { MemoryDisk } from '../../src/sync/store/memory-storage.ts';
import type { Database, Storage, StoredDocument } from '../../src/sync/store/storage.ts';

/** More than any simulated database holds. */
export const mostDocuments = 1_000_000;

/** What a hub's disk holds, as it is found after a power cut. */
export interface HubImage {
  /** Every content: of a clone's there are two under one id. */
  readonly events: readonly EventDocument[];
  readonly states: readonly StateDocument[];
}

export async function readHubImage(disk: MemoryDisk, generation: Generation): Promise<HubImage> {
  const events = await readEvents(disk);
  const storage = openMemoryStorage(disk);
  const state = await storage.open(`state-${generation}`);
  const states = await state.range({ from: 'learner:', to: 'learner:~' });
  await storage.close();
  return {
    events,
    states: states.map(({ _rev, ...document }) => stateDocumentSchema.parse(document)),
  };
}

/**
 * The events of every segment on a disk, a hub's or a station's. What a carrier brought to another
 * segment, as its own was not open yet, may lie in both, and is one.
 */
export async function readEvents(disk: MemoryDisk): Promise<readonly EventDocument[]> {
  const storage = openMemoryStorage(disk);
  const names = (await storage.list()).filter((name) => segmentSchema.safeParse(name).success);
  const events = await Promise.all(names.map((name) => leavesIn(storage, name)));
  await storage.close();
  const contents = events.flat().map(parse);
  return [...new Map(contents.map((event) => [contentKey(event), event])).values()];
}

/**
 * Everything on a disk that can come back: its events, what lies in stores set aside, which are
 * salvaged some day, and the copies of other stations' events.
 */
export async function readWhole(disk: MemoryDisk): Promise<readonly EventDocument[]> {
  const events = await readEvents(disk);
  const storage = openMemoryStorage(disk);
  const more: StoredDocument[] = [];
  for (const name of (await storage.list()).filter((each) => each.startsWith('peers-'))) {
    more.push(...(await leavesIn(storage, name)));
  }
  const segments = disk.locations().flatMap((each) => /^events-\d{4}/.exec(each)?.[0] ?? []);
  for (const segment of new Set(segments)) {
    for (const aside of await storage.asides(segment)) {
      await storage.salvage(aside, (page) => Promise.resolve(void more.push(...page)));
    }
  }
  await storage.close();
  return [...events, ...more.filter(isEvent).map(parse)];
}

/** Tells one content from every other, also where two have one id. */
export function contentKey({ _id, sig }: EventDocument): string {
  return `${_id} ${sig}`;
}

async function leavesIn(storage: Storage, name: string): Promise<readonly StoredDocument[]> {
  const database = await storage.open(name);
  const { moved } = await database.leaves({ since: 0, limit: mostDocuments });
  const leaves = moved.map(({ id, only }) => (only ? [only] : allLeaves(database, id)));
  return (await Promise.all(leaves)).flat().filter(isEvent);
}

function allLeaves(database: Database, id: string): Promise<readonly StoredDocument[]> {
  return database.leavesOf(id);
}

function isEvent({ _id }: StoredDocument): boolean {
  return _id.startsWith('st-');
}

function parse({ _rev, ...document }: StoredDocument): EventDocument {
  return eventDocumentSchema.parse(document);
}
