import { recordCommands } from '../../shared/contracts/commands/record-commands.ts';
import type { CommandType } from '../../shared/contracts/commands/command-map.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import type { Catalogue, CatalogueCourse } from '../catalogue/catalogue.ts';

/**
 * The course of a lesson or piece; undefined where it stands on a shelf of the library, or isn't known
 * here: what can't be told from a book somebody chose to read is named to no staff ([LIB4]).
 */
export function courseFor(
  catalogue: Catalogue,
  { pack, id, version }: { readonly pack: PackId; readonly id: string; readonly version?: Semver },
): CatalogueCourse | undefined {
  const known = catalogue.item(pack, id, version) ?? catalogue.item(pack, id);
  return known && catalogue.courses.get(known.item.course);
}

/** What the hub told, less what a learner read in the library ([LIB4]). */
export function withoutOwnReading(
  type: CommandType,
  output: unknown,
  catalogue: Catalogue,
): unknown {
  if (type !== 'record.print') return output;
  const record = recordCommands['record.print'].output.parse(output);
  const pieces = record.pieces.filter(
    ({ pack, piece }) => courseFor(catalogue, { pack, id: piece }) !== undefined,
  );
  return { ...record, pieces };
}
