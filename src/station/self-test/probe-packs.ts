import type { PackStore } from '../../content/store/pack-store.ts';
import type { SelfTestOutcome } from '../../shared/contracts/self-test.ts';
import type { Clock } from '../../shared/ports.ts';

/** A further pack is begun as long as it should be read within this, ms: the test as a whole has a minute. */
const withinMs = 15_000;
/** Read in one ms of a slow disk, until something was measured, bytes. */
const firstGuess = 20_000;

/**
 * Reads packs whole against their checksums and signatures, the smallest first, as many as there is time for. Without
 * any, as at a first start before they came, there is nothing to read.
 */
export async function provePacks(
  store: Pick<PackStore, 'list' | 'verifyInstalled'>,
  clock: Pick<Clock, 'monotonicMs'>,
): Promise<SelfTestOutcome> {
  const packs = (await store.list()).flatMap(({ id, active, versions }) => {
    const version = versions.find((each) => each.version === active);
    return active === null || version?.kind !== 'ready'
      ? []
      : [{ id, active, bytes: version.manifest.files.reduce((sum, { size }) => sum + size, 0) }];
  });
  const begun = clock.monotonicMs();
  let read = 0;
  let proven = 0;
  for (const { id, active, bytes } of packs.toSorted((a, b) => a.bytes - b.bytes)) {
    const passed = clock.monotonicMs() - begun;
    const speed = passed > 0 && read > 0 ? read / passed : firstGuess;
    if (passed + bytes / speed > withinMs) break;
    if ((await store.verifyInstalled(id, active)).length > 0) return 'fail';
    read += bytes;
    proven += 1;
  }
  return proven === 0 ? 'not-possible' : 'pass';
}
