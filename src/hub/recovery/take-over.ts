import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import { canonicalHash } from '../../sync/envelope/canonical.ts';

export interface TakeOver {
  /** Take the place of what the directory holds. */
  readonly taken: readonly DirectoryDocument[];
  /** Stay without effect, since this hub changed the same after its restore. */
  readonly kept: readonly DirectoryDocument[];
}

export interface Present {
  /** What the directory holds under an id. */
  held(id: string): DirectoryDocument | null;
  /** Whether it says that somebody or something is shut out, in the clear or inside its seal. */
  shutsOut(document: DirectoryDocument): boolean;
  /** Whether a person changed it at this hub since it was restored. */
  changedHere(id: string): boolean;
}

/**
 * Which documents of a lost entry take effect at the restored hub ([REC3]): a disabled one always, but a
 * learner's, who may be let in again, over what was changed here only; else none that was changed here
 * since; else the later by `hubSeq`, then by hash, so that it does not matter which station comes first.
 * Segments are opened by themselves.
 */
export function takeOver(lost: readonly DirectoryDocument[], present: Present): TakeOver {
  const taken: DirectoryDocument[] = [];
  const kept: DirectoryDocument[] = [];
  for (const document of lost.filter(({ type }) => type !== 'segments')) {
    const outcome = judge(document, present);
    const held = present.held(document._id);
    const chosen = outcome === 'taken' ? document : held;
    const whole = chosen && withKeysOf(chosen, outcome === 'taken' ? held : document);
    if (whole && (outcome === 'taken' || whole !== chosen)) taken.push(whole);
    if (outcome === 'kept') kept.push(document);
  }
  return { taken, kept };
}

/**
 * A station's signing keys count for good, whatever else holds of it: what it signed with them must be
 * taken, and their numbers never be given to others.
 */
function withKeysOf(chosen: DirectoryDocument, other: DirectoryDocument | null): DirectoryDocument {
  if (chosen.type !== 'station' || other?.type !== 'station') return chosen;
  const signingKeys = { ...other.signingKeys, ...chosen.signingKeys };
  const more = Object.keys(signingKeys).length > Object.keys(chosen.signingKeys).length;
  return more ? { ...chosen, signingKeys } : chosen;
}

function judge(lost: DirectoryDocument, present: Present): 'taken' | 'kept' | 'older' {
  const held = present.held(lost._id);
  if (held === null) return 'taken';
  if (canonicalHash(held) === canonicalHash(lost)) return 'older';
  const out = present.shutsOut(lost);
  const changedHere = present.changedHere(lost._id);
  if (out !== present.shutsOut(held)) {
    if (lost.type !== 'learner') return out ? 'taken' : 'older';
    if (out && changedHere) return 'taken';
  }
  if (changedHere) return 'kept';
  if (lost.hubSeq !== held.hubSeq) return lost.hubSeq > held.hubSeq ? 'taken' : 'older';
  return canonicalHash(lost) > canonicalHash(held) ? 'taken' : 'older';
}
