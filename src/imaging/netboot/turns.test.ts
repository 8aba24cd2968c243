import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

const here = () => new AbortController().signal;

describe('[PXE5] turns at the hub’s disk', () => {
  it('are so many at once and so many of one PC, the others in the order they came', async () => {
    const turns = new Turns(3, 2);
    const had: string[] = [];
    const ends: (() => void)[] = [];
    const note = async (who: string, turn: Promise<() => void>) => {
      const end = await turn;
      had.push(who);
      ends.push(end);
    };
    for (const who of ['a', 'a', 'a', 'b', 'c']) {
      void note(who, turns.take(who, here()));
    }
    await settled();
    expect(had).toEqual(['a', 'a', 'b']);
    ends[2]?.();
    ends[2]?.();
    await settled();
    expect(had).toEqual(['a', 'a', 'b', 'c']);
    ends[0]?.();
    await settled();
    expect(had).toEqual(['a', 'a', 'b', 'c', 'a']);
  });

  it('are not kept for who is gone', async () => {
    const turns = new Turns(1, 1);
    const end = await turns.take('a', here());
    const gone = new AbortController();
    const waiting = turns.take('b', gone.signal);
    gone.abort();
    await expect(waiting).rejects.toThrow('gone');
    await expect(turns.take('b', gone.signal)).rejects.toThrow('gone');
    const next = turns.take('c', here());
    end();
    expect(await next).toBeTypeOf('function');
  });
});

const settled = () => new Promise((resolve) => setImmediate(resolve));
