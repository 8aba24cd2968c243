import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

describe('turns', () => {
  it('are given to so many at a time, in the order they were asked for, also where one fails', async () => {
    const turns = new Turns(2);
    const begun: string[] = [];
    const works = ['a', 'b', 'c', 'd'].map((name) => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const work = () => {
        begun.push(name);
        return promise;
      };
      return { done: turns.run(work), resolve, reject };
    });
    const [a, b, c, d] = works;
    if (!a || !b || !c || !d) throw new Error('four works');
    expect(begun).toEqual(['a', 'b']);
    b.reject(new Error('no'));
    await expect(b.done).rejects.toThrow('no');
    expect(begun).toEqual(['a', 'b', 'c']);
    a.resolve('a is done');
    await expect(a.done).resolves.toBe('a is done');
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    c.resolve('');
    d.resolve('');
    await Promise.all([c.done, d.done]);
    await expect(turns.run(() => Promise.resolve('later'))).resolves.toBe('later');
  });
});
