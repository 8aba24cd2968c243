import { describe, expect, it } from 'vitest';
import { learnerIdSchema } from '../../../../shared/ids.ts';
import { begun, byWhy, isOver, nextPart, withPart } from './parts-of.ts';

const ids = Array.from({ length: 5 }, (_, at) => learnerIdSchema.parse(`ln-00000000000${at}`));

describe('[LST3] a deed about many', () => {
  it('goes part by part, and from where it stopped', () => {
    const first = begun(ids);
    const part = nextPart(first, 2);
    expect(part).toEqual(ids.slice(0, 2));
    const [one, two] = part;
    if (one === undefined || two === undefined) throw new Error('two are asked');
    const after = withPart(first, part, { done: [one], left: [{ learner: two, why: 'there' }] });
    expect(nextPart(after, 2)).toEqual(ids.slice(2, 4));
    const rest = withPart(after, ids.slice(2), { done: ids.slice(2), left: [] });
    expect(rest).toMatchObject({ answered: 5, done: [one, ...ids.slice(2)] });
    expect([isOver(after), isOver(rest)]).toEqual([false, true]);
    expect(nextPart(rest, 2)).toEqual([]);
  });

  it('tells who is left out by why', () => {
    const [a, b, c] = ids;
    if (!a || !b || !c) throw new Error('there are three');
    const left = [
      { learner: a, why: 'misfit' as const },
      { learner: b, why: 'closed' as const },
      { learner: c, why: 'misfit' as const },
    ];
    expect(byWhy(left)).toEqual([
      { why: 'closed', learners: [b] },
      { why: 'misfit', learners: [a, c] },
    ]);
  });
});
