import type { Week } from '../../domain/timetable/clashes.ts';
import type { Slot, SlotSeat } from '../../domain/timetable/slots.ts';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { GroupId, StationId } from '../../shared/ids.ts';
import { readRoster } from '../office/roster.ts';
import type { SiteOffice } from '../office/site-office.ts';

type SlotDocument = DirectoryDocumentOf<'slot'>;

/** The week as the directory has it now, with what it is held against ([TTB4]). */
export async function readWeek(office: SiteOffice): Promise<Week> {
  const { groups, learners } = await readRoster(office);
  const counts = new Map<GroupId, number>();
  for (const { group, disabled } of learners.values()) {
    if (!disabled) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return {
    slots: (await slotDocuments(office)).flatMap(plannedSlot),
    seats: await seatsOf(office),
    groups: new Map(
      [...groups].map(([group, { scope = 'men' }]) => [
        group,
        { scope, learners: counts.get(group) ?? 0 },
      ]),
    ),
    groupOf: (learner) => learners.get(learner)?.group ?? null,
    usable: await usableSeats(office),
  };
}

export async function slotDocuments({ directory }: SiteOffice): Promise<SlotDocument[]> {
  const all = await directory.all('slot:');
  return all.flatMap((each) => (each.type === 'slot' ? [each] : []));
}

export function plannedSlot({ slot, plan }: SlotDocument): Slot[] {
  return plan === null ? [] : [{ slot, ...plan }];
}

async function seatsOf({ directory }: SiteOffice): Promise<SlotSeat[]> {
  const all = await directory.all('slot-seat:');
  return all.flatMap((each) =>
    each.type === 'slot-seat' && each.seated
      ? [{ slot: each.slot, learner: each.learner, station: each.station }]
      : [],
  );
}

async function usableSeats({ directory }: SiteOffice): Promise<ReadonlySet<StationId>> {
  const orders = await directory.all('seat-order:');
  const out = new Set(
    orders.flatMap((each) => (each.type === 'seat-order' && !each.usable ? [each.station] : [])),
  );
  const stations = await directory.all('station:');
  return new Set(
    stations.flatMap((each) =>
      each.type === 'station' && each.kind === 'kiosk' && !each.disabled && !out.has(each.station)
        ? [each.station]
        : [],
    ),
  );
}
