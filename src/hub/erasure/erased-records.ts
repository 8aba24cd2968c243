import type { Erased } from '../../shared/contracts/erasure.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { HubParts } from '../hub-app.ts';
import { indexPrefixes } from '../intake/index-records.ts';

/** Who was erased, and what of it is not over yet ([ERA3], [ERA4]); of everybody unless told. */
export async function erasedRecords(
  {
    office,
    index,
    registry,
    erasures,
  }: Pick<HubParts, 'office' | 'index' | 'registry' | 'erasures'>,
  of = '',
): Promise<readonly Erased[]> {
  const shutOut = new Map(registry.stations().map((each) => [each.station, each.disabled]));
  const records: Erased[] = [];
  for (const document of await office.directory.all(`erased:${of}`)) {
    if (document.type !== 'erased') continue;
    const { learner, counts } = document;
    const pending = erasures.pendingOf(learner, [...shutOut.keys()]);
    records.push({
      learner,
      counts,
      late: Math.max(0, (await held(index, learner)) - counts.events),
      pending: pending.map((station) => ({ station, shutOut: shutOut.get(station) === true })),
    });
  }
  return records;
}

/** Everything held of a learner, whether it came before or after. */
async function held(index: HubParts['index'], learner: LearnerId): Promise<number> {
  const before = await index.range({ prefix: indexPrefixes.order(learner) });
  const after = await index.range({ prefix: indexPrefixes.unopened(learner) });
  return before.length + after.length;
}
