import * as z from 'zod';
import { awaitDone } from './level.ts';
import type { Level, LevelIterator } from './level.ts';
import type { StoredDocument } from './storage.ts';

/** Where PouchDB's level adapter keeps the bodies of revisions: its sublevel, as prefix of a key. */
const bodies = '\xffby-sequence\xff';
const pageSize = 500;

const bodySchema = z.looseObject({ _id: z.string(), _rev: z.string() });

/**
 * Every revision's body in a PouchDB's level, without PouchDB: in a damaged store its other records
 * may be missing or wrong. What is no document is left out.
 */
export async function* readRevisions(level: Level): AsyncGenerator<readonly StoredDocument[]> {
  const iterator = level.iterator({
    gte: bodies,
    lt: `${bodies}\xff`,
    keyAsBuffer: false,
    valueAsBuffer: false,
  });
  try {
    let page: StoredDocument[] = [];
    for (let value = await nextValue(iterator); value !== null; value = await nextValue(iterator)) {
      const document = parseBody(value);
      if (document) page.push(document);
      if (page.length < pageSize) continue;
      yield page;
      page = [];
    }
    if (page.length > 0) yield page;
  } finally {
    await awaitDone((done) => iterator.end(done));
  }
}

function nextValue(iterator: LevelIterator): Promise<string | null> {
  return new Promise((resolve, reject) => {
    iterator.next((error, key, value) => {
      if (error) reject(error);
      else resolve(key === undefined ? null : String(value));
    });
  });
}

function parseBody(text: string): StoredDocument | null {
  try {
    const value: unknown = JSON.parse(text);
    return bodySchema.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}
