import { Subject, firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

describe('turns', () => {
  it('are given to so many at a time, in the order they were asked for, also where one fails', async () => {
    const turns = new Turns(2);
    const begun: string[] = [];
    const works = ['a', 'b', 'c', 'd'].map((name) => {
      const end = new Subject<string>();
      const done = turns.run(() => {
        begun.push(name);
        return firstValueFrom(end);
      });
      return { done, end };
    });
    const [a, b, c, d] = works;
    if (!a || !b || !c || !d) throw new Error('four works');
    expect(begun).toEqual(['a', 'b']);
    b.end.error(new Error('no'));
    await expect(b.done).rejects.toThrow('no');
    expect(begun).toEqual(['a', 'b', 'c']);
    a.end.next('a is done');
    await expect(a.done).resolves.toBe('a is done');
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    c.end.next('');
    d.end.next('');
    await Promise.all([c.done, d.done]);
    await expect(turns.run(() => Promise.resolve('later'))).resolves.toBe('later');
  });
});
