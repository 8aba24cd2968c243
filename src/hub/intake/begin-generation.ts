import { foldVersion } from '../../domain/fold/fold-learner.ts';
import type { Segment } from '../../shared/ids.ts';
import type { Clock, Log } from '../../shared/ports.ts';
import type { Registry } from '../registry.ts';
import type { SiteFileContent } from '../site/site-files.ts';
import type { HubIndex } from './hub-index.ts';
import { indexKeys, indexPrefixes } from './index-records.ts';
import type { CatchUp, Intake } from './intake.ts';

/** A technician who waits hears this often how far it is, ms. */
const tellEveryMs = 5000;

export interface Beginning {
  readonly index: HubIndex;
  readonly intake: Intake;
  readonly site: SiteFileContent;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Where the index was made anew, or the generation is new, everything held is taken in first and
 * then folded from the start, so that no half-folded learner is ever shown ([FLD7]). Everybody is
 * folded anew too where this app folds otherwise than the one before ([FLD8]). A stop on the way
 * costs one page: what was taken in and folded stays so.
 *
 * @param emptied whether the index knew of more than was held, and was emptied
 * @returns whether everybody is folded anew
 */
export async function beginGeneration(
  { index, intake, site, registry, clock, log }: Beginning,
  emptied: boolean,
): Promise<boolean> {
  const isSame = (await index.get(indexKeys.generation)) === site.generation;
  const foldedBy = (await index.get(indexKeys.foldVersion)) ?? String(foldVersion);
  if (isSame && foldedBy === String(foldVersion)) return false;
  const progress = telling(clock, log);
  await intake.catchUp(progress.note);
  const taken = progress.taken();
  if (taken > 0) log.info('index.caught-up', { taken });
  const known = await index.range({ prefix: indexPrefixes.event, limit: 1 });
  const anew = emptied || known.length > 0;
  if (anew) await intake.markAllForRefold(registry.learners());
  await index.write([
    { type: 'put', key: indexKeys.generation, value: site.generation },
    { type: 'put', key: indexKeys.foldVersion, value: String(foldVersion) },
  ]);
  return anew;
}

/** Tells how far it is: of the first page at once, then now and again. */
function telling(clock: Clock, log: Log) {
  const bySegment = new Map<Segment, number>();
  let toldAt: number | null = null;
  return {
    taken: () => [...bySegment.values()].reduce((sum, each) => sum + each, 0),
    note: (progress: CatchUp) => {
      bySegment.set(progress.segment, progress.taken);
      const now = clock.monotonicMs();
      if (toldAt !== null && now - toldAt < tellEveryMs) return;
      toldAt = now;
      log.info('index.catching-up', { ...progress });
    },
  };
}
