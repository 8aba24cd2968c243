import { beforeEach, describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, ask, push } from '../../../tests/factories/hub-lab.ts';
import type { CarriedEvent, TestStore } from '../../../tests/factories/test-store.ts';
import { receiptSchema } from '../../shared/contracts/hub-api.ts';
import type { Health } from '../../shared/contracts/hub-api.ts';
import { storeKeySchema } from '../../shared/contracts/peer-api.ts';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import { openLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { Hub } from '../hub.ts';
import { giveUpGapCommand, listGapsCommand } from './gap-commands.ts';

const call = { say: () => undefined, signal: new AbortController().signal };

let lab: HubLab;
let hub: Hub;
let store: TestStore;
let events: readonly CarriedEvent[];
const key = () => storeKeySchema.parse(`${store.station.station}:${store.id}`);

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk'], learners: 1 });
  hub = await lab.open();
  store = lab.store();
  events = Array.from({ length: 6 }, () =>
    store.record(payloads.attempt('a', 'right'), lab.learner()),
  );
});

/** Pushes those of the six events, by number. */
async function bring(...seqs: readonly number[]): Promise<void> {
  await push(
    hub,
    store.station,
    seqs.flatMap((seq) => events[seq - 1] ?? []),
  );
  await hub.settled();
}

const giveUp = () =>
  giveUpGapCommand.carryOut(hub.parts, { store: key(), reason: 'Its disk', who: 'Sok' }, call);

async function receipt() {
  const body = { store: store.id, lastSeq: 6, waiting: 0, appVersion: '0.0.0' };
  const asked = { method: 'POST', path: '/v1/receipt', body, as: store.station } as const;
  return receiptSchema.parse((await ask(hub, asked)).json());
}

const health = async () => (await ask(hub, { path: '/healthz', as: lab.station() })).json<Health>();

async function attempts(): Promise<number> {
  await hub.settled();
  const path = `/state-${hub.site.generation}/learner:${lab.learner()}`;
  const { _rev, ...document } = (await ask(hub, { path, as: lab.station() })).json<
    Record<string, unknown>
  >();
  const state = stateDocumentSchema.parse(document);
  return openLearnerState(state, lab.key(lab.learner())).attempts;
}

describe('[HUB18] records that nobody has brought', () => {
  it('are listed and counted, with what waits behind them', async () => {
    await bring(1, 2, 4, 6);
    const { stores } = await listGapsCommand.carryOut(hub.parts, {}, call);
    const missing = [
      { from: 3, to: 3 },
      { from: 5, to: 5 },
    ];
    expect(stores).toEqual([{ store: key(), missing, waiting: 2, givenUp: [] }]);
    expect(await health()).toMatchObject({ ok: true, missing: 2 });
    expect(await attempts()).toBe(2);
  });

  it('are given up by a person, and what lies behind them counts; receipts still say what lacks', async () => {
    await bring(1, 2, 4, 6);
    expect(await giveUp()).toEqual({ givenUp: 2 });
    expect(await attempts()).toBe(4);
    expect(await health()).toMatchObject({ missing: 0, unfolded: 0 });
    expect(await receipt()).toMatchObject({
      contiguousSeq: 2,
      foldedSeq: 2,
      past: {
        upTo: 6,
        foldedSeq: 6,
        givenUp: [
          { from: 3, to: 3 },
          { from: 5, to: 5 },
        ],
      },
    });
    const [fact] = await hub.parts.office.factsAfter(0, ['gap.given-up']);
    expect(fact?.payload).toMatchObject({ reason: 'Its disk', givenUp: { who: 'Sok' } });
  });

  it('count once when they come after all', async () => {
    await bring(1, 2, 4, 6);
    await giveUp();
    await bring(5, 3, 5);
    expect(await attempts()).toBe(6);
    expect((await receipt()).past).toBeUndefined();
    expect(await receipt()).toMatchObject({ contiguousSeq: 6, foldedSeq: 6 });
    await bring(3);
    expect(await attempts()).toBe(6);
  });

  it('are counted without those given up, wherever these lie', async () => {
    await bring(2, 4);
    await giveUp();
    await bring(6);
    const { stores } = await listGapsCommand.carryOut(hub.parts, {}, call);
    expect(stores).toMatchObject([{ missing: [{ from: 5, to: 5 }] }]);
    expect(hub.parts.gaps.missing).toBe(1);
  });

  it('stay given up, and what came since stays counted, when the index is made anew', async () => {
    await bring(1, 2, 6);
    await giveUp();
    await bring(4);
    const before = await receipt();
    expect(before.past?.givenUp).toEqual([
      { from: 3, to: 3 },
      { from: 5, to: 5 },
    ]);
    await hub.close();
    lab.disk.remove('index');
    hub = await lab.open();
    await hub.settled();
    expect((await receipt()).past).toEqual(before.past);
    expect(await attempts()).toBe(4);
  });

  it('of which nothing lacks make no entry', async () => {
    await bring(1, 2, 3);
    expect(await giveUp()).toEqual({ givenUp: 0 });
    expect(await hub.parts.office.factsAfter(0, ['gap.given-up'])).toEqual([]);
  });
});
