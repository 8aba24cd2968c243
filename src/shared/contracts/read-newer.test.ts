import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readNewer, readNewerDocument } from './read-newer.ts';

const schema = z.strictObject({
  v: z.literal(1),
  name: z.strictObject({ km: z.string() }),
  list: z.array(z.strictObject({ n: z.number() })),
  named: z.record(z.string(), z.strictObject({ n: z.number() })).optional(),
});
const known = { v: 1, name: { km: 'ក' }, list: [{ n: 1 }, { n: 2 }] };

describe('[SKW2] what newer software made', () => {
  it('is read as it stands where all of it is known', () => {
    expect(readNewer(schema, known).data).toEqual(known);
  });

  it('is read without the members that are not known, however deep they lie', () => {
    const newer = {
      ...known,
      colour: 'red',
      name: { km: 'ក', fr: 'k' },
      list: [{ n: 1 }, { n: 2, m: { n: 3 } }],
      named: { a: { n: 1, extra: [] } },
    };
    expect(readNewer(schema, newer).data).toEqual({ ...known, named: { a: { n: 1 } } });
    expect(newer.name).toEqual({ km: 'ក', fr: 'k' });
  });

  it.each([
    { ...known, v: 2 },
    { ...known, list: [{ n: 'one', m: 1 }] },
    { ...known, name: null, more: 1 },
    null,
    [known],
  ])('is refused where a known member does not fit: %j', (newer) => {
    expect(readNewer(schema, newer).success).toBe(false);
  });

  it('is read in whichever form of several it has', () => {
    const either = z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('a'), n: z.number() }),
      z.strictObject({ type: z.literal('b') }),
    ]);
    expect(readNewer(either, { type: 'b', n: 1 }).data).toEqual({ type: 'b' });
    expect(readNewer(either, { type: 'c' }).success).toBe(false);
  });

  it('keeps what a document’s seal is bound to', () => {
    const newer = { ...known, colour: 'red', name: { km: 'ក', fr: 'k' } };
    expect(readNewerDocument(schema, newer)).toEqual({ ...known, colour: 'red' });
    expect(readNewerDocument(schema, { ...newer, v: 2 })).toBeNull();
  });
});
