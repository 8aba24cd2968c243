import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyLearnerState } from '../../src/domain/fold/fold-learner.ts';
import { openLearnerState } from '../../src/sync/envelope/sealed-documents.ts';
import { seal } from '../../src/sync/envelope/sealing.ts';
import { readNewerDocument } from '../../src/shared/contracts/read-newer.ts';
import { stateDocumentSchema } from '../../src/shared/contracts/documents/state.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { NoticeBoard } from '../../src/station/status/notice-board.ts';
import { UnreadDocuments } from '../../src/station/status/unread-documents.ts';
import { keysOf } from '../../src/station/keyring/keys.ts';
import { DirectoryIndex } from '../../src/station/directory/directory-index.ts';
import { SummaryIndex } from '../../src/station/learners/summary-index.ts';
import { followReplica } from '../../src/station/replica/replica-following.ts';
import { StateReplica } from '../../src/station/replica/state-replica.ts';
import { BehaviorSubject } from 'rxjs';
import { deskPeople, dara, sokha } from '../factories/desk-people.ts';
import { FakeHub } from '../factories/fake-hub.ts';
import { isSaved, openSyncingStation } from '../factories/syncing-station.ts';
import type { SyncingStation } from '../factories/syncing-station.ts';

const people = await deskPeople();
const random = seededRandomness(6);
let station: SyncingStation | null = null;

afterEach(async () => {
  await station?.replicator.stop();
  station = null;
});

/** A hub of a later version: every answer says more than this app knows. */
class NewerHub extends FakeHub {
  override async send(request: Parameters<FakeHub['send']>[0]) {
    const answer = await super.send(request);
    if (answer.status !== 200 || !request.path.startsWith('/v1/')) return answer;
    const body: unknown = JSON.parse(answer.text);
    return { ...answer, text: JSON.stringify({ ...Object(body), weather: { sky: 'clear' } }) };
  }
}

/** A learner's state with members of a later version, in the clear and sealed. */
function newerState(v: number) {
  const key = people.keyOf(sokha);
  const clear = {
    _id: `learner:${sokha}`,
    v,
    learner: sokha,
    lamport: 4,
    folded: {},
    key: key.id,
    stars: 3,
  };
  const state = { ...emptyLearnerState(sokha), attempts: 7, due: ['letters'] };
  return { ...clear, sealed: seal(key, clear, state, random) };
}

describe('a station older than its hub', () => {
  it('[SKW2] goes on with answers and documents that say more than it knows', async () => {
    const hub = new NewerHub();
    await hub.publish('directory', ...people.documents);
    await hub.publish('state', newerState(1));
    station = await openSyncingStation(hub);
    station.replicator.start();
    await station.record(3);
    await station.until(isSaved);
    expect(station.replicator.status.reachable).toBe(true);
    const document = readNewerDocument(stateDocumentSchema, newerState(1));
    if (document === null) throw new Error('not read');
    expect(openLearnerState(document, people.keyOf(sokha))).toMatchObject({ attempts: 7 });
  });

  it('[SKW3] pulls what it can’t read, keeps it, shows the rest, and says so', async () => {
    const hub = new NewerHub();
    await hub.publish('directory', ...people.documents);
    await hub.publish('directory', { _id: 'timetable:1', v: 1, type: 'timetable', hours: [] });
    await hub.publish('directory', { ...people.changed(dara, {}), v: 2 });
    await hub.publish('state', newerState(2));
    await hub.publish('journal', { _id: 'hub-000000000001', v: 3, type: 'certificate.signed' });
    station = await openSyncingStation(hub);
    const notices = new NoticeBoard();
    const unread = new UnreadDocuments(notices);
    const errors: string[] = [];
    const nothing = () => undefined;
    const silent = { info: nothing, warn: nothing, error: (event: string) => errors.push(event) };
    const directory = new DirectoryIndex(silent);
    const summaries = new SummaryIndex(silent, unread);
    const keys$ = new BehaviorSubject(keysOf(people.keyring));
    const { replica$ } = station.replicator;
    const following = followReplica(replica$, keys$, { directory, summaries }, silent);
    following.add(
      directory.directory$.subscribe(({ unreadable }) => unread.count('directory', unreadable)),
    );
    station.replicator.start();
    const standing: unknown[] = [];
    following.add(notices.notices$.subscribe((all) => standing.splice(0, standing.length, ...all)));
    const told = { code: 'document-unknown-version', detail: 'directory: 2, state: 1' };
    await vi.waitFor(() => expect(standing).toEqual([told]));
    expect([...directory.directory.learners.keys()]).toEqual([sokha]);
    const states = new StateReplica(replica$, silent, unread);
    expect(await states.document(sokha)).toBeNull();
    await station.until(isSaved);
    expect(errors).toEqual([]);
    states.close();
    following.unsubscribe();
  });
});
