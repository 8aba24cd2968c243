import { afterEach, describe, expect, it, vi } from 'vitest';
import { contracts } from '../../shared/contracts/ipc/contract.ts';
import type { Reply, Request } from '../../shared/contracts/ipc/contract.ts';
import { ReanError } from '../../shared/errors.ts';
import { createStationClient } from './station-client.ts';
import type { WindowContract } from './station-client.ts';

/** The other end of the line: what the window sent, and a way to answer. */
function openEnds() {
  return openEndsOf(contracts.kiosk);
}

function openEndsOf<C extends WindowContract>(contract: C) {
  const sent: Request[] = [];
  const hearers = new Set<(reply: Reply) => void>();
  const client = createStationClient(contract, {
    role: 'kiosk',
    send: (request) => void sent.push(request),
    listen(onReply) {
      hearers.add(onReply);
      return () => hearers.delete(onReply);
    },
  });
  const answer = (reply: Reply) => hearers.forEach((hear) => hear(reply));
  return { client, sent, answer, hearers };
}

const status = {
  phase: 'idle',
  hubReachable: true,
  waiting: 0,
  receiptAgeMs: null,
  peers: null,
  notices: [],
  machine: null,
};
const broken = { code: 'store.closed', facts: {} } as const;

afterEach(() => vi.useRealTimers());

describe('a window asking its station', () => {
  it('gets the answer to its own question, whatever the order of answers', async () => {
    const { client, sent, answer } = openEnds();
    const first = client.call('sitting.end', { reason: 'learner' });
    const second = client.call('lesson.leave', undefined);
    answer({ kind: 'error', id: sent[1]?.id ?? 0, error: broken });
    answer({ kind: 'value', id: sent[0]?.id ?? 0, value: undefined });
    await expect(first).resolves.toBeUndefined();
    await expect(second).rejects.toMatchObject({ code: 'store.closed' });
  });

  it('sends nothing of a wrong shape, and takes nothing of a wrong shape [IPC2]', async () => {
    const { client, sent, answer } = openEnds();
    const code = ['rice', 'fish', 'moon', 'drum'] as const;
    const unknown = Reflect.apply(client.call, client, ['sitting.start', { learner: 'x', code }]);
    await expect(unknown).rejects.toMatchObject({ code: 'shape.invalid' });
    expect(sent).toEqual([]);

    const info = client.call('app.info', undefined);
    answer({ kind: 'value', id: sent[0]?.id ?? 0, value: { version: 1 } });
    await expect(info).rejects.toMatchObject({ code: 'shape.invalid' });
  });

  it('gives up on a question that is never answered', async () => {
    vi.useFakeTimers();
    const { client } = openEnds();
    const asked = client.call('lesson.leave', undefined).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await asked).toBeInstanceOf(ReanError);
  });
});

describe('[IPC3] a supervisor’s window', () => {
  it('waits for the hub longer than the station may take, and says that it is away', async () => {
    vi.useFakeTimers();
    const { client } = openEndsOf(contracts.supervisor);
    const told = vi.fn<(error: unknown) => void>();
    const asked = { type: 'learner.create', input: {}, reason: null };
    const end = client.call('hub.command', asked).catch(told);
    await vi.advanceTimersByTimeAsync(74_999);
    expect(told).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await end;
    expect(told.mock.lastCall?.[0]).toMatchObject({ code: 'hub.away' });
  });

  it('waits as long as a person takes to say where a file is to lie', async () => {
    vi.useFakeTimers();
    const { client, sent, answer } = openEndsOf(contracts.supervisor);
    const saved = client.call('page.save', { name: 'card', html: '<p></p>' });
    await vi.advanceTimersByTimeAsync(3_600_000);
    answer({ kind: 'value', id: sent[0]?.id ?? 0, value: { saved: 'card.pdf' } });
    await expect(saved).resolves.toEqual({ saved: 'card.pdf' });
  });
});

describe('a window following a stream', () => {
  it('hears every value until it leaves', () => {
    const { client, sent, answer } = openEnds();
    const heard: number[] = [];
    const following = client.observe('status', undefined).subscribe((each) => {
      heard.push(each.waiting);
    });
    const id = sent[0]?.id ?? 0;
    answer({ kind: 'value', id, value: { ...status, waiting: 3 } });
    answer({ kind: 'value', id, value: status });
    following.unsubscribe();
    answer({ kind: 'value', id, value: { ...status, waiting: 9 } });
    expect(heard).toEqual([3, 0]);
    expect(sent.at(-1)).toEqual({ kind: 'unsubscribe', id });
  });

  it('asks again when the station drops it, and goes on hearing [IPC4]', async () => {
    vi.useFakeTimers();
    const { client, sent, answer } = openEnds();
    const heard: number[] = [];
    client.observe('status', undefined).subscribe((each) => void heard.push(each.waiting));
    answer({ kind: 'error', id: sent[0]?.id ?? 0, error: broken });
    await vi.advanceTimersByTimeAsync(250);
    const again = sent.filter((request) => request.kind === 'subscribe');
    expect(again).toHaveLength(2);
    answer({ kind: 'value', id: again[1]?.id ?? 0, value: { ...status, waiting: 5 } });
    expect(heard).toEqual([5]);
  });

  it('waits at most four seconds between two askings [IPC4]', async () => {
    vi.useFakeTimers();
    const { client, sent, answer } = openEnds();
    client.observe('status', undefined).subscribe();
    const subscribes = () => sent.filter((request) => request.kind === 'subscribe');
    for (let round = 0; round < 8; round += 1) {
      const before = subscribes().length;
      answer({ kind: 'error', id: subscribes().at(-1)?.id ?? 0, error: broken });
      await vi.advanceTimersByTimeAsync(4_000);
      expect(subscribes()).toHaveLength(before + 1);
    }
  });

  it('stops at a lasting refusal', () => {
    const { client, sent, answer } = openEnds();
    const errors: unknown[] = [];
    client.observe('status', undefined).subscribe({ error: (error) => errors.push(error) });
    const error = { code: 'permission.denied', facts: {} } as const;
    answer({ kind: 'error', id: sent[0]?.id ?? 0, error });
    expect(errors).toMatchObject([{ code: 'permission.denied' }]);
  });

  it('hears nothing any more once closed', () => {
    const { client, hearers } = openEnds();
    client.close();
    expect(hearers.size).toBe(0);
  });
});
