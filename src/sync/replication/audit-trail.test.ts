import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalHash } from '../envelope/canonical.ts';
import { openMemoryStorage } from '../store/memory-storage.ts';
import type { Database, Storage } from '../store/storage.ts';
import { AuditTrail } from './audit-trail.ts';
import { SyncMemory } from './sync-memory.ts';

let storage: Storage;
let journal: Database;

beforeEach(async () => {
  storage = openMemoryStorage();
  journal = await storage.open('journal-0000000000000001');
});

const open = async () => AuditTrail.open((await SyncMemory.open(storage)).audit);

/** As much of a journal's entry as the trail looks at. */
const entry = (number: number, more: object = {}) => ({
  _id: `hub-${String(number).padStart(12, '0')}`,
  content: `entry ${number}`,
  ...more,
});

describe('[SYN10] a journal of a new generation', () => {
  const last = entry(7);
  const lost = canonicalHash(last);

  it('is a fork’s where it lacks what the one before held, over restarts too', async () => {
    await (await open()).remember(lost);
    await journal.put(entry(1));
    for (const trail of [await open(), await open()]) {
      expect(trail.forked).toBe(false);
      await trail.check(journal);
      expect(trail.forked).toBe(true);
    }
  });

  it('is none’s once that was brought back, and is not looked through again', async () => {
    const trail = await open();
    await trail.remember(lost);
    await trail.check(journal);
    expect(trail.forked).toBe(true);
    await journal.put(entry(2, { recovers: lost }));
    await trail.check(journal);
    expect(trail.forked).toBe(false);
    expect((await open()).forked).toBe(false);
  });

  it('is none’s where it was restored with all of it', async () => {
    const trail = await open();
    await trail.remember(lost);
    await journal.put(last);
    await trail.check(journal);
    expect(trail.forked).toBe(false);
  });
});
