import type { GroupScope } from '../../../shared/contracts/documents/directory.ts';
import { drawingSchema, drawings } from '../../../shared/contracts/drawings.ts';
import type { Drawing } from '../../../shared/contracts/drawings.ts';
import type { ListedGroup } from '../../../shared/contracts/ipc/people-views.ts';
import type { Localized } from '../../../shared/contracts/phrase.ts';

/** What a form says of a group, as it is typed. */
export interface TypedGroup {
  readonly km: string;
  readonly en: string;
  readonly symbol: Drawing | null;
  readonly scope: GroupScope | null;
}

export const nothingTyped: TypedGroup = { km: '', en: '', symbol: null, scope: null };

export function typedOf({ name, symbol, scope }: ListedGroup): TypedGroup {
  const known = drawingSchema.safeParse(symbol);
  return { km: name.km, en: name.en ?? '', symbol: known.success ? known.data : null, scope };
}

interface AskedGroup {
  readonly name: Localized;
  readonly symbol: Drawing;
  readonly scope: GroupScope;
}

/** What is asked of the hub; null while something is missing. */
export function askedOf({ km, en, symbol, scope }: TypedGroup): AskedGroup | null {
  const [khmer, latin] = [km, en].map((text) => text.normalize('NFC').trim());
  if (!khmer || symbol === null || scope === null) return null;
  return { name: latin ? { km: khmer, en: latin } : { km: khmer }, symbol, scope };
}

/**
 * The symbols a group may have: those of no other group, or all of them once every one is somebody's
 * ([PPL5]). The hub knows groups out of this person's reach too, and has the last word.
 */
export function freeSymbols(
  groups: readonly ListedGroup[],
  own: ListedGroup | null,
): readonly Drawing[] {
  const taken = new Set(
    groups.flatMap(({ group, symbol }) => (group === own?.group ? [] : [symbol])),
  );
  const free = drawings.filter((each) => !taken.has(each) || each === own?.symbol);
  return free.length === 0 ? drawings : free;
}
