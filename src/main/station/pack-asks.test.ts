import { describe, expect, it } from 'vitest';
import { createPackAsks } from './pack-asks.ts';

const request = { method: 'GET', url: 'pack://a', range: null, ifRange: null };
const answer = { status: 404, headers: {}, body: null } as const;

describe('createPackAsks', () => {
  it('[WIN3] brings each question its own answer, in whatever order they come', async () => {
    const asks = createPackAsks();
    const asked: number[] = [];
    asks.open((id) => asked.push(id));
    const first = asks.ask(request);
    const second = asks.ask(request);
    const other = { ...answer, status: 200 } as const;
    asks.answered(asked[1] ?? 0, other);
    asks.answered(asked[0] ?? 0, answer);
    expect(await first).toEqual(answer);
    expect(await second).toEqual(other);
  });

  it('[WIN7] tells whoever asks while the station is away, or waits when it dies', async () => {
    const asks = createPackAsks();
    expect(await asks.ask(request)).toBeNull();
    asks.open(() => undefined);
    const waiting = asks.ask(request);
    asks.close();
    expect(await waiting).toBeNull();
  });
});
