import type { PackRequest } from '../../station/pack-files.ts';
import { packRequestSchema } from '../station/control-messages.ts';

/**
 * What the station is asked for a page: an address without what follows its path, which means nothing to a
 * file. Null where a page asks in a way that no file is asked for: the station must never hear of it ([PCE3]).
 */
export function packRequestOf({ method, url, headers }: Request): PackRequest | null {
  const [address] = url.split(/[?#]/, 1);
  const range = headers.get('range');
  const ifRange = headers.get('if-range');
  return packRequestSchema.safeParse({ method, url: address, range, ifRange }).data ?? null;
}
