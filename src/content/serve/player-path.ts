import type { ShownPiece } from '../../shared/contracts/pack-manifest.ts';

/**
 * Under every pack's origin, what the app itself serves there ([PCE1]). No pack can have a file of such
 * a path: what follows the host is otherwise a version, and none begins like this.
 */
export const playersPath = '/~player/';

/** The page that plays pieces of one kind. */
export const playerPath = (kind: ShownPiece['kind']) => `${playersPath}${kind}/`;
