import { describe, expect, it } from 'vitest';
import { createStationAsks } from './station-asks.ts';

const request = { url: 'pack://a' };
const answer = { status: 404 };

describe('createStationAsks', () => {
  it('[WIN3] brings each question its own answer, in whatever order they come', async () => {
    const asks = createStationAsks<typeof request, { readonly status: number }>();
    const asked: number[] = [];
    asks.open((id) => asked.push(id));
    const first = asks.ask(request);
    const second = asks.ask(request);
    const other = { status: 200 };
    asks.answered(asked[1] ?? 0, other);
    asks.answered(asked[0] ?? 0, answer);
    expect(await first).toEqual(answer);
    expect(await second).toEqual(other);
  });

  it('[WIN7] tells whoever asks while the station is away, or waits when it dies', async () => {
    const asks = createStationAsks<typeof request, { readonly status: number }>();
    expect(await asks.ask(request)).toBeNull();
    asks.open(() => undefined);
    const waiting = asks.ask(request);
    asks.close();
    expect(await waiting).toBeNull();
  });
});
