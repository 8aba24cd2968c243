import type { Target } from '../../domain/permissions.ts';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import { countedWithinDays } from '../../shared/contracts/reading-room.ts';
import type { RoomCount } from '../../shared/contracts/reading-room.ts';
import { ReanError } from '../../shared/errors.ts';
import type { CommandId } from '../../shared/ids.ts';
import type { StaffAsker } from '../commands/staff-command.ts';
import type { SiteOffice } from './site-office.ts';

type RoomEntry = DirectoryDocumentOf<'room-count'>;
const dayMs = 86_400_000;

/** Whom a count is of: visits of a scope, loans of nobody in particular. */
export function roomTarget(counts: readonly (RoomCount | null)[]): Target {
  const scopes = counts.flatMap((count) => (count?.kind === 'visits' ? count.scope : []));
  return { scopes: [...new Set(scopes)] };
}

/** An entry as it stands in the directory; null where there is none under this id. */
export async function roomEntry(
  { directory }: SiteOffice,
  entry: CommandId,
): Promise<RoomEntry | null> {
  const [document] = await directory.all(`room-count:${entry}`);
  return document?.type === 'room-count' ? document : null;
}

/**
 * Counts visits or loans of a day ([LIB6]).
 * @throws ReanError `count.day` for a day to come, or too long ago
 */
export async function countRoom(
  office: SiteOffice,
  count: RoomCount,
  asker: StaffAsker,
): Promise<void> {
  demandDay(count, office);
  await office.record({
    type: 'reading-room.counted',
    ...asker,
    documents: (hubSeq) => [{ ...entryOf(asker, hubSeq), count }],
  });
}

/**
 * Puts another count in the place of an entry, or nothing: the entry itself stays as it is ([LIB6]).
 * @throws ReanError `count.corrected` where it is not there or was corrected already, `count.day`
 */
export async function correctRoom(
  office: SiteOffice,
  asked: { readonly entry: CommandId; readonly count: RoomCount | null },
  asker: StaffAsker,
): Promise<void> {
  const { entry, count } = asked;
  await office.record({
    type: 'reading-room.corrected',
    ...asker,
    documents: async (hubSeq) => {
      // Read in the office's turn: of two who correct the same, the second is told.
      const before = (await roomEntry(office, entry))?.count ?? null;
      if (before === null || (await isCorrected(office, entry))) {
        throw new ReanError('count.corrected');
      }
      if (count !== null && count.day !== before.day) demandDay(count, office);
      return [{ ...entryOf(asker, hubSeq), count, corrects: entry }];
    },
  });
}

async function isCorrected({ directory }: SiteOffice, entry: CommandId): Promise<boolean> {
  const all = await directory.all('room-count:');
  return all.some((each) => each.type === 'room-count' && each.corrects === entry);
}

function entryOf({ by, command }: StaffAsker, hubSeq: number) {
  const _id = `room-count:${command.id}` as const;
  return { _id, type: 'room-count', v: 1, hubSeq, by } as const;
}

/** By the day that staff confirmed ([TTB14]). */
function demandDay({ day }: RoomCount, { labDate }: Pick<SiteOffice, 'labDate'>): void {
  const daysAgo = (Date.parse(labDate) - Date.parse(day)) / dayMs;
  if (daysAgo < 0 || daysAgo > countedWithinDays) throw new ReanError('count.day');
}
