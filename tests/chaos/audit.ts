import { join } from 'node:path';
import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import { databaseFolder } from '../../src/hub/site/set-up-folder.ts';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../src/hub/site/site-vault.ts';
import { eventDocumentSchema } from '../../src/shared/contracts/documents/event.ts';
import type { EventDocument, OpenedEvent } from '../../src/shared/contracts/documents/event.ts';
import { stateDocumentSchema } from '../../src/shared/contracts/documents/state.ts';
import type { Keyring } from '../../src/shared/contracts/keyring.ts';
import { segmentSchema } from '../../src/shared/ids.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import { canonicalHash } from '../../src/sync/envelope/canonical.ts';
import { openEvent } from '../../src/sync/envelope/event.ts';
import { openLearnerState } from '../../src/sync/envelope/sealed-documents.ts';
import { openLevelStorage } from '../../src/sync/store/level-storage.ts';
import type { Storage, StoredDocument } from '../../src/sync/store/storage.ts';
import { keyIn } from '../factories/test-store.ts';
import type { ChaosLab } from './chaos-lab.ts';

/** What an auditor finds wrong in the folders of a lab, when all its processes have ended. */
export interface Audit {
  /** Answers that were acknowledged and that the hub has not, or has twice. */
  readonly lost: readonly number[];
  readonly doubled: readonly number[];
  /** Events of stations that the hub has not, and of the hub that no station has. */
  readonly notAtHub: readonly string[];
  readonly ofNobody: readonly string[];
  readonly quarantined: number;
  /** Learners whose state is not the fold of their events at the hub. */
  readonly foldedWrong: readonly string[];
}

/** What lies in the folder of a hub that is not running. */
export interface HubFolder {
  readonly events: readonly OpenedEvent[];
  readonly states: ReadonlyMap<string, string>;
  readonly quarantined: number;
}

export type Audited = Pick<ChaosLab, 'hubFolder' | 'seats' | 'marks' | 'learners'>;

/** Reads the folders of the hub and of every station. */
export async function audit(lab: Audited): Promise<Audit> {
  const hub = await readHubFolder(lab.hubFolder);
  const marks = hub.events.flatMap(({ payload }) => {
    return payload.type === 'attempt.recorded' ? [payload.activeMs] : [];
  });
  const held = new Set(marks);
  const atHub = new Set<string>(hub.events.map(({ envelope }) => envelope._id));
  const atStations = new Set<string>();
  for (const { folder } of lab.seats) {
    for (const { _id } of await eventsIn(join(folder, 'db'))) atStations.add(_id);
  }
  return {
    lost: [...lab.marks.acknowledged].filter((mark) => !held.has(mark)),
    doubled: marks.filter((mark, at) => marks.indexOf(mark) !== at),
    notAtHub: [...atStations].filter((id) => !atHub.has(id)),
    ofNobody: [...atHub].filter((id) => !atStations.has(id)),
    quarantined: hub.quarantined,
    foldedWrong: foldedWrong(hub, lab.learners),
  };
}

/** Learners whose state is not the fold of all their events there. */
export function foldedWrong(hub: HubFolder, learners: readonly LearnerId[]): readonly LearnerId[] {
  return learners.filter((learner) => {
    const events = hub.events.filter(({ envelope }) => envelope.learner === learner);
    const expected = events.length === 0 ? null : canonicalHash(foldLearner(learner, events));
    return (hub.states.get(learner) ?? null) !== expected;
  });
}

export async function readHubFolder(folder: string): Promise<HubFolder> {
  const vault = folderVault(folder);
  const { generation } = await readRequired(vault, siteFiles.site);
  const { keyring } = await readRequired(vault, siteFiles.keyring);
  const documents = await eventsIn(databaseFolder(folder));
  const storage = await openLevelStorage(databaseFolder(folder));
  const states = await all(storage, `state-${generation}`, 'learner:');
  const quarantined = await (await storage.open('quarantine')).info();
  await storage.close();
  return {
    events: documents.map((document) => opened(document, keyring)),
    states: new Map(states.map((document) => stateOf(document, keyring))),
    quarantined: quarantined.documents,
  };
}

async function eventsIn(folder: string): Promise<readonly EventDocument[]> {
  const storage = await openLevelStorage(folder);
  const names = await storage.list();
  const segments = names.filter((name) => segmentSchema.safeParse(name).success);
  const events: StoredDocument[] = [];
  for (const name of segments) events.push(...(await all(storage, name, 'st-')));
  await storage.close();
  return events.map(({ _rev, ...document }) => eventDocumentSchema.parse(document));
}

async function all(storage: Storage, name: string, prefix: string) {
  return (await storage.open(name)).range({ from: prefix, to: `${prefix}~` });
}

function opened(document: EventDocument, keyring: Keyring): OpenedEvent {
  return openEvent(document, keyIn(keyring, document.learner));
}

function stateOf({ _rev, ...stored }: StoredDocument, keyring: Keyring): [string, string] {
  const document = stateDocumentSchema.parse(stored);
  const state = openLearnerState(document, keyIn(keyring, document.learner));
  return [document.learner, canonicalHash(state)];
}
