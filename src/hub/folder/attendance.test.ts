import { afterAll, beforeAll, expect, it } from 'vitest';
import { ids } from '../../../tests/factories/events.ts';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import { noViewings, stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import { staffIdSchema, viewingIdSchema } from '../../shared/ids.ts';
import { openLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;

beforeAll(async () => {
  lab = await HubLab.make({ learners: 2, stations: ['kiosk', 'supervisor'] });
  hub = await lab.open();
});
afterAll(() => hub.close());

const attended = {
  type: 'viewing.attended' as const,
  viewing: viewingIdSchema.parse('vw-aaaaaaaaaaaaaaaa'),
  pack: ids.pack,
  version: ids.version,
  piece: 'film',
  day: '2026-11-20',
  shownMs: 600_000,
  answers: [],
  there: true,
  staff: staffIdSchema.parse('of-aaaaaaaaaaaa'),
  reason: null,
};

async function record(from: 0 | 1, learner: 0 | 1) {
  const store = lab.store(from);
  await push(hub, lab.station(from), [store.record(attended, lab.learner(learner))]);
  await hub.settled();
  const held = await hub.parts.databases.state.get(`learner:${lab.learner(learner)}`);
  if (held === null) return noViewings;
  const { _rev, ...document } = held;
  const key = lab.key(lab.learner(learner));
  return openLearnerState(stateDocumentSchema.parse(document), key).viewings;
}

it('[GRP6] who was at a film counts from a supervisor station, and from no kiosk', async () => {
  expect(await record(1, 0)).toMatchObject({ [attended.viewing]: { there: true } });
  expect(await record(0, 1)).toEqual({});
});

it('[GRP6] stands in the trail under the officer’s name and the learner’s', async () => {
  const noted = await hub.parts.trail.unnoted(10);
  const facts = await hub.parts.office.factsAfter(0, ['views.noted']);
  const views = [...noted, ...facts.flatMap(({ payload }) => payload.views ?? [])];
  expect(views).toMatchObject([
    { staff: attended.staff, learner: lab.learner(0), part: 'attendance', reason: null },
  ]);
});
