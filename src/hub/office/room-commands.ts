import { roomCommands } from '../../shared/contracts/commands/room-commands.ts';
import type { SeatPlaces } from '../../shared/contracts/seat-places.ts';
import { ReanError } from '../../shared/errors.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import type { StaffAsker } from '../commands/staff-command.ts';
import type { SiteOffice } from './site-office.ts';

/** Says where the room's seats stand; every supervisor's window shows them so from then on ([SUP21]). */
export const arrangeRoomCommand = defineStaffCommand({
  contract: roomCommands['room.arrange'],
  action: 'room.arrange',
  target: () => ({}),
  run: async ({ office }, { places }, asker) => {
    await arrangeRoom(office, places, asker);
    return {};
  },
});

/** @throws ReanError `station.not-enrolled` for what is no kiosk of this site */
async function arrangeRoom(
  office: SiteOffice,
  places: SeatPlaces,
  asker: StaffAsker,
): Promise<void> {
  await office.record({
    type: 'room.arranged',
    ...asker,
    documents: async (hubSeq) => {
      const stations = await office.directory.all('station:');
      const kiosks = new Set(
        stations.flatMap((each) =>
          each.type === 'station' && each.kind === 'kiosk' ? [each.station] : [],
        ),
      );
      const strange = places.find(({ station }) => !kiosks.has(station));
      if (strange !== undefined) {
        throw new ReanError('station.not-enrolled', { station: strange.station });
      }
      return [{ _id: 'room', type: 'room', v: 1, hubSeq, places }];
    },
  });
}
