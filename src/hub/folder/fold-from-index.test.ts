import { describe, expect, it } from 'vitest';
import { ids, payloads } from '../../../tests/factories/events.ts';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import type { CarriedEvent } from '../../../tests/factories/test-store.ts';
import { emptyLearnerState, foldLearner } from '../../domain/fold/fold-learner.ts';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import { openEvent } from '../../sync/envelope/event.ts';
import { openLearnerState, sealLearnerState } from '../../sync/envelope/sealed-documents.ts';
import {
  eventInOrderValue,
  indexKeys,
  indexPrefixes,
  orderValue,
  placeInOrderValue,
} from '../intake/index-records.ts';
import { segmentSchema } from '../../shared/ids.ts';
import { databaseNames } from '../site/database-names.ts';

/** A hub that folded a learner's events, closed again. */
async function foldedLab() {
  const lab = await HubLab.make();
  const [hub, store] = [await lab.open(), lab.store()];
  const learner = lab.learner();
  const events = [payloads.started(), payloads.opened(), payloads.attempt('a', 'right')].map(
    (payload) => store.record(payload, learner),
  );
  await push(hub, lab.station(), events);
  await hub.settled();
  await hub.close();
  return { lab, events, state: databaseNames(hub.site.generation).state };
}

type Folded = Awaited<ReturnType<typeof foldedLab>>;

function expected({ lab }: Folded, events: readonly CarriedEvent[]) {
  const key = lab.key(lab.learner());
  const opened = events.map(({ _rev, ...event }) => openEvent(event, key));
  return foldLearner(lab.learner(), opened);
}

/** Has the next start fold everybody, and puts a state there that no events fold to. */
async function forgetFolding({ lab, state }: Folded) {
  const index = await lab.openIndex();
  await index.write([{ type: 'put', key: indexKeys.foldVersion, value: '0' }]);
  await index.close();
  const storage = lab.storage();
  const database = await storage.open(state);
  const id = `learner:${lab.learner()}`;
  const nothing = emptyLearnerState(lab.learner());
  const wrong = sealLearnerState(nothing, {}, lab.key(lab.learner()), lab.random);
  const held = await database.get(id);
  if (held === null) throw new Error('nothing was folded');
  await database.put({ ...wrong, _rev: held._rev });
  await storage.close();
}

/** What the hub folds once it runs again. */
async function foldedAgain({ lab, state }: Folded) {
  const hub = await lab.open();
  await hub.settled();
  await hub.close();
  const storage = lab.storage();
  const stored = await (await storage.open(state)).get(`learner:${lab.learner()}`);
  await storage.close();
  const { _rev, ...document } = { ...stored };
  return openLearnerState(stateDocumentSchema.parse(document), lab.key(lab.learner()));
}

describe('[FLD8] a learner folded anew', () => {
  it('is folded from what the index holds of each event', async () => {
    const folded = await foldedLab();
    await forgetFolding(folded);
    expect(await foldedAgain(folded)).toEqual(expected(folded, folded.events));
  });

  it('is folded from the segment where an index of older software holds places only', async () => {
    const folded = await foldedLab();
    await forgetFolding(folded);
    const index = await folded.lab.openIndex();
    const entries = await index.range({ prefix: indexPrefixes.order(folded.lab.learner()) });
    const places = entries.map(([key, value]) => {
      return { type: 'put', key, value: JSON.stringify(placeInOrderValue(value)) } as const;
    });
    expect(places).toHaveLength(folded.events.length);
    await index.write(places.slice(0, 2));
    await index.close();
    expect(await foldedAgain(folded)).toEqual(expected(folded, folded.events));
  });

  it('has the index hold no event that is much longer than usual', () => {
    const segment = segmentSchema.parse('events-0001');
    const place = { segment, rev: '1-a', learner: ids.learner, lamport: 1 };
    const usual = { clear: '{"v":1}', sealed: 'a'.repeat(700), sig: 'b' };
    const long = { ...usual, sealed: 'a'.repeat(60_000) };
    expect(eventInOrderValue(orderValue(place, usual))).toEqual(usual);
    expect(eventInOrderValue(orderValue(place, long))).toBeNull();
    expect(placeInOrderValue(orderValue(place, long))).toEqual({ segment, rev: '1-a' });
  });
});
