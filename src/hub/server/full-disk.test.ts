import { expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, contiguousSeq, push } from '../../../tests/factories/hub-lab.ts';

it('[HUB11] a disk that turns out full loses nothing that was receipted, and passes', async () => {
  const lab = await HubLab.make();
  const hub = await lab.open();
  const store = lab.store();
  const first = store.record(payloads.started(), lab.learner());
  const second = store.record(payloads.attempt('a', 'right'), lab.learner());
  await push(hub, store.station, [first]);
  expect(await contiguousSeq(hub, store)).toBe(1);
  await hub.settled();
  lab.disk.full = true;
  expect((await push(hub, store.station, [second])).statusCode).toBeGreaterThanOrEqual(500);
  expect(await contiguousSeq(hub, store)).toBe(1);
  lab.disk.full = false;
  expect((await push(hub, store.station, [second])).statusCode).toBe(201);
  expect(await contiguousSeq(hub, store)).toBe(2);
});
