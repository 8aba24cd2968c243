import type { ReturnRequest } from '../../shared/contracts/recovery-api.ts';
import type { StationId } from '../../shared/ids.ts';
import type { RecoveryFileContent } from '../site/site-files.ts';

/** What became of what a station brought back. */
export interface Returned {
  readonly taken: number;
  readonly refused: number;
  readonly keys: number;
  readonly kept: RecoveryFileContent['kept'];
}

interface Place {
  readonly station: StationId;
  readonly wallMs: number;
  /** Everybody the hub waits for. */
  readonly wanted: readonly StationId[];
}

/** The progress with one more return. Once everybody has brought everything, nothing more is wanted ([REC4]). */
export function noteReturn(
  file: RecoveryFileContent,
  { station, wallMs, wanted }: Place,
  { request, returned }: { readonly request: ReturnRequest; readonly returned: Returned },
): RecoveryFileContent {
  const before = file.stations.find((each) => each.station === station);
  const now = {
    station,
    wallMs,
    taken: (before?.taken ?? 0) + returned.taken,
    refused: Math.max(before?.refused ?? 0, returned.refused),
    keys: (before?.keys ?? 0) + returned.keys,
    done: request.last || before?.done === true,
  };
  const stations = [...file.stations.filter((each) => each.station !== station), now];
  const done = stations.filter((each) => each.done).map((each) => each.station);
  return {
    ...file,
    stations,
    open: !wanted.every((each) => done.includes(each)),
    kept: [...file.kept, ...returned.kept],
    folded: highest(file.folded, request.folded),
  };
}

function highest(
  a: RecoveryFileContent['folded'],
  b: RecoveryFileContent['folded'],
): RecoveryFileContent['folded'] {
  const stores = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(stores.map((store) => [store, Math.max(a[store] ?? 0, b[store] ?? 0)]));
}
