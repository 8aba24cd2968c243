import { describe, expect, it } from 'vitest';
import { dara, deskPeople, officer, sokha } from '../../../tests/factories/desk-people.ts';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import { generationSchema } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { keysOf } from '../keyring/keys.ts';
import { DirectoryIndex } from './directory-index.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const people = await deskPeople();
const keys = keysOf(people.keyring);
const keysWithout = keysOf({
  ...people.keyring,
  learners: people.keyring.learners.filter(({ learner }) => learner !== dara),
});

const batch = (
  documents: readonly DirectoryDocument[],
  over: { removed?: string[]; caughtUp?: boolean } = {},
) => ({
  documents: documents.map((document) => ({ ...document, _rev: '1-a' })),
  removed: [],
  caughtUp: true,
  ...over,
});

function opened() {
  const index = new DirectoryIndex(silent);
  index.useKeys(keys);
  index.apply(batch(people.documents));
  return index;
}

const learners = (index: DirectoryIndex) => [...index.directory.learners.keys()];

describe('DirectoryIndex', () => {
  it('[DIR2] opens people with their own keys, staff with the site’s', () => {
    const { directory } = opened();
    expect(directory.learners.get(sokha)).toMatchObject({ name: { km: 'សុខា' } });
    expect(directory.staff.get(officer)).toMatchObject({ role: 'officer' });
    expect(directory.site?.demo).toBe(true);
  });

  it('[DIR2] shows a learner once their key has come, and no longer once it is gone', () => {
    const index = new DirectoryIndex(silent);
    index.apply(batch(people.documents));
    expect(learners(index)).toEqual([]);
    index.useKeys(keysWithout);
    expect(learners(index)).toEqual([sokha]);
    index.useKeys(keys);
    expect(learners(index)).toEqual([sokha, dara]);
    index.useKeys(keysWithout);
    expect(learners(index)).toEqual([sokha]);
  });

  it('follows what changes and what is removed', () => {
    const index = opened();
    index.apply(batch([people.changed(sokha, { disabled: true })]));
    expect(index.directory.learners.get(sokha)?.disabled).toBe(true);
    index.apply(batch([], { removed: [`learner:${sokha}`] }));
    expect(learners(index)).toEqual([dara]);
  });

  it('[SYN7] shows the last generation until the next has been read to its end', () => {
    const index = opened();
    index.beginGeneration(generationSchema.parse('b'.repeat(16)));
    index.apply(batch(people.documents.slice(0, 3), { caughtUp: false }));
    expect(learners(index)).toEqual([sokha, dara]);
    index.apply(batch([]));
    expect(learners(index)).toEqual([]);
  });

  it('keeps the rest when a document is of another version or sealed with another key', () => {
    const index = opened();
    const foreign = { ...people.changed(dara, {}), sealed: 'AAAA' };
    index.apply(batch([foreign]));
    index.apply({ ...batch([]), documents: [{ _id: 'x:1', _rev: '1-a', type: 'x', v: 2 }] });
    expect(learners(index)).toEqual([sokha]);
    expect(index.directory.unreadable).toBe(1);
  });

  it('says when all that was there has been read, so that nobody is taken for a stranger', async () => {
    const index = new DirectoryIndex(silent);
    const order: string[] = [];
    const told = index.loaded.then(() => order.push('loaded'));
    index.apply(batch(people.documents, { caughtUp: false }));
    await Promise.resolve();
    order.push('half');
    index.apply(batch([]));
    await told;
    expect(order).toEqual(['half', 'loaded']);
  });
});
