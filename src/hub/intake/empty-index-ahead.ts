import { isAhead, readCheckpoint } from './checkpoint.ts';
import type { HubIndex } from './hub-index.ts';
import { indexKeys } from './index-records.ts';
import type { SegmentReader } from './segment-reader.ts';

const pageSize = 1000;

/**
 * Empties an index that is ahead of a segment: that segment was restored, or lost what was at its
 * end, and what the index says is held is no longer true ([FLD7]). Checkpoints go last, so that a
 * stop on the way has it emptied again.
 *
 * @param strange empty it whatever it knows: it follows the journal of before a restore
 * @returns whether it was emptied
 */
export async function emptyIndexAhead(
  index: HubIndex,
  segments: readonly SegmentReader[],
  strange = false,
): Promise<boolean> {
  const ahead = await Promise.all(segments.map((segment) => isSegmentBehind(index, segment)));
  if (!strange && !ahead.includes(true)) return false;
  const checkpoints = new Set(segments.map(({ segment }) => indexKeys.checkpoint(segment)));
  for (;;) {
    const page = await index.range({ prefix: '', limit: pageSize + checkpoints.size });
    const keys = page.map(([key]) => key).filter((key) => !checkpoints.has(key));
    if (keys.length === 0) break;
    await remove(index, keys);
  }
  await remove(index, [...checkpoints]);
  return true;
}

async function isSegmentBehind(index: HubIndex, reader: SegmentReader): Promise<boolean> {
  return isAhead(await readCheckpoint(index, reader.segment), await reader.info());
}

function remove(index: HubIndex, keys: readonly string[]): Promise<void> {
  return index.write(keys.map((key) => ({ type: 'del', key })));
}
