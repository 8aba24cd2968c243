import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, ask, push } from '../../../tests/factories/hub-lab.ts';
import { ManualTimers } from '../../../tests/factories/manual-timers.ts';
import { withRevision } from '../../../tests/factories/test-store.ts';
import type { TestStore } from '../../../tests/factories/test-store.ts';
import { newerEvent } from '../../../tests/skew/newer-format.ts';
import { receiptSchema } from '../../shared/contracts/hub-api.ts';
import type { Receipt } from '../../shared/contracts/hub-api.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Hub } from '../hub.ts';
import { siteFiles } from '../site/site-files.ts';

let lab: HubLab;
let hub: Hub;
let store: TestStore;

beforeEach(async () => {
  lab = await HubLab.make();
  hub = await lab.open();
  store = lab.store();
});

async function receipt(): Promise<Receipt> {
  const body = { store: store.id, lastSeq: store.lastSeq, waiting: 0, appVersion: '0.0.0' };
  return receiptSchema.parse(
    (await ask(hub, { path: '/v1/receipt', body, as: lab.station() })).json(),
  );
}

const attempt = () => store.record(payloads.attempt('a', 'right'), lab.learner());
const staffSignedIn = () => {
  const staff = staffIdSchema.parse('of-aaaaaaaaaaaa');
  return store.record({ type: 'staff.signed-in', staff }, null);
};

describe('[RET1] a receipt’s foldedSeq', () => {
  it('covers what is folded, what is about nobody and what is in quarantine', async () => {
    const forged = withRevision({ ...attempt(), sig: 'AAAA' });
    await push(hub, lab.station(), [forged, attempt(), staffSignedIn(), attempt()]);
    await hub.settled();
    expect(await receipt()).toMatchObject({ contiguousSeq: 4, foldedSeq: 4 });
  });

  it('ends before what is durable but not folded yet, over a restart too', async () => {
    await push(hub, lab.station(), [staffSignedIn(), attempt()]);
    await hub.settled();
    await hub.close();
    let left = Number.MAX_SAFE_INTEGER;
    const timers = new ManualTimers();
    hub = await lab.open({
      timers,
      beforeIndexWrite: () => {
        left -= 1;
        if (left < 0) throw new ReanError('store.full');
      },
    });
    await hub.settled();
    // The page itself is taken in; that it was folded can't be noted.
    left = 1;
    await push(hub, lab.station(), [staffSignedIn(), attempt(), staffSignedIn()]);
    await hub.settled();
    expect(await receipt()).toMatchObject({ contiguousSeq: 5, foldedSeq: 3 });
    lab.cutPower();
    hub = await lab.open({
      timers,
      beforeIndexWrite: () => {
        throw new ReanError('store.full');
      },
    });
    await hub.settled();
    expect(await receipt()).toMatchObject({ contiguousSeq: 5, foldedSeq: 3 });
    hub = await lab.open();
    await hub.settled();
    expect(await receipt()).toMatchObject({ contiguousSeq: 5, foldedSeq: 5 });
  });

  it('ends before an event of a version not understood yet', async () => {
    const newer = newerEvent(lab, store, {
      seq: 1,
      learner: lab.learner(),
      type: 'sitting.started',
      payload: payloads.started(),
      clear: { v: 2 },
    });
    const known = store.at(2, payloads.attempt('a', 'right'), lab.learner());
    await push(hub, lab.station(), [newer, known]);
    await hub.settled();
    expect(await receipt()).toMatchObject({ contiguousSeq: 2, foldedSeq: 0 });
  });
});

describe('[RET1] a receipt’s backedUpSeq', () => {
  const key = () => `${lab.station().station}:${store.id}`;

  async function backUp(seq: number): Promise<void> {
    const { generation } = hub.site;
    const vector = { [key()]: seq };
    await lab.vault.write(siteFiles.backup, { v: 1, wallMs: 1, generation, hubSeq: 4, vector });
    await hub.noteBackup();
  }

  it('is 0 without a backup, and what the last one holds after it', async () => {
    await push(hub, lab.station(), [attempt(), attempt()]);
    expect(await receipt()).toMatchObject({ contiguousSeq: 2, backedUpSeq: 0 });
    await backUp(1);
    expect(await receipt()).toMatchObject({ contiguousSeq: 2, backedUpSeq: 1 });
    await hub.close();
    hub = await lab.open();
    expect(await receipt()).toMatchObject({ contiguousSeq: 2, backedUpSeq: 1 });
  });

  it('is never above what this hub holds', async () => {
    await push(hub, lab.station(), [attempt()]);
    await backUp(7);
    expect(await receipt()).toMatchObject({ contiguousSeq: 1, backedUpSeq: 1 });
  });

  it('is 0 where what was backed up can’t be read, and the log says so', async () => {
    await push(hub, lab.station(), [attempt()]);
    await backUp(1);
    await lab.vault.write({ path: siteFiles.backup.path, schema: z.object({}) }, {});
    await hub.noteBackup();
    expect(await receipt()).toMatchObject({ contiguousSeq: 1, backedUpSeq: 0 });
    expect(lab.logged).toContainEqual(
      expect.objectContaining({ level: 'error', event: 'backup.record-unreadable' }),
    );
  });
});
