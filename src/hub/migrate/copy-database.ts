import * as z from 'zod';
import { sequenceSchema } from '../../shared/sequence.ts';
import type { Sequence } from '../../shared/sequence.ts';
import { canonicalHash } from '../../sync/envelope/canonical.ts';
import type { Database, StoredDocument } from '../../sync/store/storage.ts';

const pageSize = 500;
const markName = 'migrated';
const markSchema = z.looseObject({ _rev: z.string(), since: sequenceSchema });

/** What a database holds: how many contents, and the sum of their SHA-256, in no order. */
export interface Digest {
  readonly contents: number;
  readonly sum: string;
}

/**
 * Copies every content of a database, clones of an id too, as it is. How far it came is kept in the
 * copy, so that it goes on there after having been cut off.
 */
export async function copyDatabase(from: Database, to: Database): Promise<void> {
  for (;;) {
    const mark = markSchema.safeParse(await to.getLocal(markName)).data;
    const { contents, lastSeq, more } = await readPage(from, mark?.since ?? 0);
    const held = mark === undefined ? {} : { _rev: mark._rev };
    await to.carry(await withHistory(contents, from), [
      { name: markName, body: { since: lastSeq }, ...held },
    ]);
    if (!more) return;
  }
}

/** Reads everything there is. */
export async function digestOf(database: Database): Promise<Digest> {
  const size = 2n ** 256n;
  let [contents, sum, since]: [number, bigint, Sequence] = [0, 0n, 0];
  for (let more = true; more;) {
    const page = await readPage(database, since);
    for (const content of page.contents) {
      sum = (sum + BigInt(`0x${canonicalHash(content)}`)) % size;
      contents += 1;
    }
    ({ lastSeq: since, more } = page);
  }
  return { contents, sum: sum.toString(16) };
}

/** Later revisions come with those before them, so that they follow what an earlier try copied. */
async function withHistory(
  contents: readonly StoredDocument[],
  from: Database,
): Promise<readonly StoredDocument[]> {
  const isFirst = ({ _rev }: StoredDocument) => _rev.startsWith('1-');
  const later = contents.filter((content) => !isFirst(content));
  const asked = later.map(({ _id: id, _rev: rev }) => ({ id, rev, seq: 0, deleted: false }));
  return [...contents.filter(isFirst), ...(await from.fetchForCarrying(asked))];
}

async function readPage(database: Database, since: Sequence) {
  const { moved, lastSeq } = await database.leaves({ since, limit: pageSize });
  const contents: StoredDocument[] = [];
  for (const { id, only } of moved) {
    contents.push(...(only ? [only] : await database.leavesOf(id)));
  }
  const kept = contents.filter((content) => content['_deleted'] !== true);
  return { contents: kept, lastSeq, more: moved.length >= pageSize };
}
