import { eventDocumentSchema } from '../../src/shared/contracts/documents/event.ts';
import type { EventDocument } from '../../src/shared/contracts/documents/event.ts';
import { stateDocumentSchema } from '../../src/shared/contracts/documents/state.ts';
import type { StateDocument } from '../../src/shared/contracts/documents/state.ts';
import { segmentSchema } from '../../src/shared/ids.ts';
import type { Generation } from '../../src/shared/ids.ts';
import { openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import type { MemoryDisk } from '../../src/sync/store/memory-storage.ts';
import type { Storage } from '../../src/sync/store/storage.ts';

/** What a hub's disk holds, as it is found after a power cut. */
export interface HubImage {
  readonly events: readonly EventDocument[];
  readonly states: readonly StateDocument[];
}

export async function readHubImage(disk: MemoryDisk, generation: Generation): Promise<HubImage> {
  const events = await readEvents(disk);
  const storage = openMemoryStorage(disk);
  const states = await documents(storage, `state-${generation}`, 'learner:');
  await storage.close();
  return {
    events,
    states: states.map((document) => stateDocumentSchema.parse(document)),
  };
}

/** The events of every segment on a disk, a hub's or a station's. */
export async function readEvents(disk: MemoryDisk): Promise<readonly EventDocument[]> {
  const storage = openMemoryStorage(disk);
  const names = await storage.list();
  const segments = names.filter((name) => segmentSchema.safeParse(name).success);
  const events = await Promise.all(segments.map((name) => documents(storage, name, 'st-')));
  await storage.close();
  return events.flat().map((document) => eventDocumentSchema.parse(document));
}

async function documents(storage: Storage, name: string, prefix: string): Promise<object[]> {
  const stored = await (await storage.open(name)).range({ from: prefix, to: `${prefix}~` });
  return stored.map(({ _rev, ...document }) => document);
}
