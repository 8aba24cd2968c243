import { beforeEach, describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, contiguousSeq, push } from '../../../tests/factories/hub-lab.ts';
import { withRevision } from '../../../tests/factories/test-store.ts';
import { maxSealedBytes } from '../../shared/contracts/documents/event.ts';
import type { Hub } from '../hub.ts';
import { mostDocumentBytes } from '../intake/stand-in.ts';

let lab: HubLab;
let hub: Hub;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk'] });
  hub = await lab.open();
});

const attempt = () => payloads.attempt('a', 'right');
const listed = async () => (await hub.parts.desk.list.page({ state: 'open' }, null)).items;

describe('[HUB13] an event larger than any station records', () => {
  it.each([
    ['a little', maxSealedBytes * 2],
    ['far', mostDocumentBytes * 2],
  ])('(by %s) is held whole and counted; what follows it goes on', async (_much, length) => {
    const store = lab.store();
    const large = withRevision({
      ...store.record(attempt(), lab.learner()),
      sealed: 'A'.repeat(length),
    });
    const after = store.record(attempt(), lab.learner());
    const answer = await push(hub, store.station, [large, after]);
    expect([answer.statusCode, answer.json()]).toEqual([201, []]);
    expect(await contiguousSeq(hub, store)).toBe(2);
    expect(await hub.parts.desk.open()).toBe(1);
    const [item] = await listed();
    expect(item).toMatchObject({ reason: 'too-large', event: large._id });
    const shown = await hub.parts.desk.list.show(item?.content ?? '');
    expect(JSON.parse(shown?.held.document ?? '')).toMatchObject({ sealed: large.sealed });
    const contents = [item?.content ?? ''];
    const release = { kind: 'release', contents, reason: 'x', who: 'y', by: 'console' } as const;
    expect(await hub.parts.desk.decide({ ...release, second: null })).toMatchObject([
      { outcome: 'unreadable' },
    ]);
    await hub.close();
    lab.disk.remove('index');
    hub = await lab.open();
    expect([await hub.parts.desk.open(), await contiguousSeq(hub, store)]).toEqual([1, 2]);
  });

  it('is nothing a station can pretend to have sent', async () => {
    const store = lab.store();
    const { _id } = store.record(attempt(), lab.learner());
    await push(hub, store.station, [withRevision({ _id, heldBack: 'a'.repeat(64) })]);
    await hub.settled();
    expect(await listed()).toMatchObject([{ reason: 'shape', event: _id }]);
    expect(await contiguousSeq(hub, store)).toBe(1);
  });

  it('brought by another station counts only as its origin signed it', async () => {
    const store = lab.store();
    const event = store.record(attempt(), lab.learner());
    const large = withRevision({ ...event, sealed: 'A'.repeat(mostDocumentBytes) });
    await push(hub, lab.station(1), [large]);
    expect(await contiguousSeq(hub, store)).toBe(0);
    expect(await listed()).toMatchObject([{ reason: 'signature' }]);
  });
});
