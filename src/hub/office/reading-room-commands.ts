import { isDeepStrictEqual } from 'node:util';
import { readingCommands } from '../../shared/contracts/commands/reading-commands.ts';
import type { RoomCount } from '../../shared/contracts/reading-room.ts';
import { ReanError } from '../../shared/errors.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import { correctRoom, countRoom, roomEntry, roomTarget } from './reading-room.ts';
import type { OfficeFact, SiteOffice } from './site-office.ts';

/** What staff count of the reading room ([LIB6]). */

export const countRoomCommand = defineStaffCommand({
  contract: readingCommands['reading-room.count'],
  action: 'reading-room.count',
  target: (_, { count }) => roomTarget([count]),
  run: async ({ office }, { count }, asker) => {
    await countRoom(office, count, asker);
    return {};
  },
  finish: ({ office }, { count }, fact) => finishCount(office, count, fact),
});

export const correctRoomCommand = defineStaffCommand({
  contract: readingCommands['reading-room.correct'],
  action: 'reading-room.count',
  reasoned: true,
  target: async ({ office }, { entry, count }) =>
    roomTarget([(await roomEntry(office, entry))?.count ?? null, count]),
  run: async ({ office }, asked, asker) => {
    await correctRoom(office, asked, asker);
    return {};
  },
  finish: ({ office }, { count }, fact) => finishCount(office, count, fact),
});

/** Its entry stands: the directory follows from it, and nothing is counted a second time. */
async function finishCount(office: SiteOffice, count: RoomCount | null, { payload }: OfficeFact) {
  const isIt = payload.documents.some(
    (each) => each.type === 'room-count' && isDeepStrictEqual(each.count, count),
  );
  if (!isIt) throw new ReanError('command.repeated', { done: true });
  await office.point();
  return {};
}
