import type { Help, PastHelp } from '../../shared/contracts/documents/state.ts';
import type { HelpHistory } from '../../shared/contracts/help.ts';
import { packIdSchema } from '../../shared/ids.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Directory } from '../directory/directory.ts';
import { courseFor } from '../supervisor/own-reading.ts';

/** So many stand on a learner's page. */
const mostShown = 8;

/** How often a learner asked for help, and what came of the last requests ([HLQ7]). */
export function helpHistory(
  { asked, answered, past }: Help,
  directory: Pick<Directory, 'learners' | 'staff'>,
  catalogue: Catalogue,
): HelpHistory {
  const shown = past.toReversed().slice(0, mostShown);
  return {
    asked,
    answered,
    past: shown.map(({ asked: { id }, day, lesson, end, by, waitedMs, tookMs }) => ({
      request: id,
      day,
      lesson: titleOf(lesson, catalogue),
      end,
      by: nameOf(by, directory),
      waitedMs,
      tookMs,
    })),
  };
}

/** What is read of no course is its learner's own ([LIB4]). */
function titleOf(key: string | null, catalogue: Catalogue) {
  const [pack = '', id = ''] = key?.split('/') ?? [];
  const known = packIdSchema.safeParse(pack).data;
  if (known === undefined || courseFor(catalogue, { pack: known, id }) === undefined) return null;
  return catalogue.item(known, id)?.item.title ?? null;
}

function nameOf(by: PastHelp['by'], { learners, staff }: Pick<Directory, 'learners' | 'staff'>) {
  if (by === null) return null;
  const account = 'staff' in by ? staff.get(by.staff) : learners.get(by.tutor);
  return account?.name ?? null;
}
