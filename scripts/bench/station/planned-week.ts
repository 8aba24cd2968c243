import { withOffice } from '../../../src/hub/office/site-on-disk.ts';
import { slotPlanSchema } from '../../../src/shared/contracts/timetable.ts';
import { commandIdSchema } from '../../../src/shared/ids.ts';
import { systemClock, systemRandomness } from '../../../src/sync/machine/system-ports.ts';

const days = 5;
const firstMinute = 480;
const slotMinutes = 60;
/** As many as sit in a lab in an hour, by turns. */
const groupsOfSlot = 5;

/** A week of so many slots, one after the other on working days, at a site whose hub does not run. */
export async function planWeek(hubFolder: string, slots: number): Promise<void> {
  const ports = { random: systemRandomness(), clock: systemClock() };
  await withOffice(hubFolder, ports, async (office) => {
    const known = await office.directory.all('group:');
    const groups = known.flatMap((each) => (each.type === 'group' ? [each.group] : []));
    const [staff] = await office.directory.all('staff:');
    if (staff?.type !== 'staff') throw new Error('The site has no staff.');
    await office.record({
      type: 'timetable.slot-changed',
      documents: (hubSeq) =>
        Array.from({ length: slots }, (_, at) => {
          const begins = firstMinute + Math.floor(at / days) * slotMinutes;
          const own = Array.from(
            { length: groupsOfSlot },
            (_, nth) => groups[(at * groupsOfSlot + nth) % groups.length],
          );
          const plan = slotPlanSchema.parse({
            weekday: 1 + (at % days),
            begins,
            ends: begins + slotMinutes,
            scope: 'men',
            groups: own,
          });
          const slot = commandIdSchema.parse(`cm-${String(at).padStart(16, '0')}`);
          return { _id: `slot:${slot}`, type: 'slot', v: 1, hubSeq, slot, by: staff.staff, plan };
        }),
    });
  });
}
