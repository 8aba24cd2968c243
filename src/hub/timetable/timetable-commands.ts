import { timetableCommands } from '../../shared/contracts/commands/timetable-commands.ts';
import type { CommandId } from '../../shared/ids.ts';
import { ReanError } from '../../shared/errors.ts';
import { moveDay } from '../attendance/move-day.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import type { HubParts } from '../hub-app.ts';
import { touching } from '../office/touched-groups.ts';
import { changeSeat, changeSlot, changeWait, setHours } from './change-week.ts';
import { slotDocuments } from './read-week.ts';

/** What staff say of the lab's week ([TTB1]), of closed days and seats, and which day it is ([TTB2]). */

const slotCommand = defineStaffCommand({
  contract: timetableCommands['timetable.slot'],
  action: 'timetable.change',
  target: async (parts, { slot, plan }) => {
    const before = slot === null ? null : await planOf(parts, slot);
    const plans = [before, plan].filter((each) => each !== null);
    const touched = await touching(
      parts,
      [],
      plans.flatMap(({ groups }) => groups),
    );
    const scopes = [...(touched.scopes ?? []), ...plans.map(({ scope }) => scope)];
    return { ...touched, scopes: [...new Set(scopes)] };
  },
  run: async ({ office }, asked, asker) => {
    await changeSlot(office, asked, asker);
    return {};
  },
});

const seatCommand = defineStaffCommand({
  contract: timetableCommands['timetable.seat'],
  action: 'timetable.change',
  target: async (parts, { slot, learner }) => {
    const plan = await planOf(parts, slot);
    const touched = await touching(parts, [learner], plan?.groups ?? []);
    return { ...touched, scopes: [...(touched.scopes ?? []), ...(plan ? [plan.scope] : [])] };
  },
  run: async ({ office, registry, day }, asked, asker) => {
    if (registry.learnerKey(asked.learner) === null) throw new ReanError('learner.unknown');
    await changeSeat(office, asked, day.today, asker);
    return {};
  },
});

const waitCommand = defineStaffCommand({
  contract: timetableCommands['timetable.wait'],
  action: 'timetable.change',
  target: (parts, asked) =>
    touching(parts, [asked.learner], 'group' in asked.for ? [asked.for.group] : []),
  run: async ({ office, registry, day }, asked, asker) => {
    if (registry.learnerKey(asked.learner) === null) throw new ReanError('learner.unknown');
    await changeWait(office, asked, day.today, asker);
    return {};
  },
});

const hoursCommand = defineStaffCommand({
  contract: timetableCommands['timetable.hours'],
  action: 'timetable.change',
  target: (parts, { group }) => touching(parts, [], [group]),
  run: async ({ office }, asked, asker) => {
    await setHours(office, asked, asker);
    return {};
  },
});

const policyCommand = defineStaffCommand({
  contract: timetableCommands['timetable.policy'],
  action: 'timetable.policy',
  target: () => ({}),
  run: async ({ office }, { policy }, asker) => {
    await office.record({
      type: 'timetable.policy-set',
      ...asker,
      documents: (hubSeq) => [
        { _id: 'timetable-policy', type: 'timetable-policy', v: 1, hubSeq, policy },
      ],
    });
    return {};
  },
});

const dayCommand = defineStaffCommand({
  contract: timetableCommands['timetable.day'],
  action: 'timetable.change',
  target: () => ({}),
  run: async ({ office }, { date, closed }, asker) => {
    await office.record({
      type: 'timetable.day-changed',
      ...asker,
      documents: (hubSeq) => [
        { _id: `closed-day:${date}`, type: 'closed-day', v: 1, hubSeq, date, closed },
      ],
    });
    return {};
  },
});

const placeCommand = defineStaffCommand({
  contract: timetableCommands['timetable.place'],
  action: 'timetable.change',
  target: () => ({}),
  run: async ({ office }, { station, usable }, asker) => {
    await office.record({
      type: 'timetable.place-changed',
      ...asker,
      documents: async (hubSeq) => {
        const [known] = await office.directory.all(`station:${station}`);
        if (known?.type !== 'station' || known.kind !== 'kiosk') {
          throw new ReanError('station.not-enrolled', { station });
        }
        return [
          { _id: `seat-order:${station}`, type: 'seat-order', v: 1, hubSeq, station, usable },
        ];
      },
    });
    return {};
  },
});

/** Who printed which names is on record before the page is drawn ([TTB11]). */
const rosterCommand = defineStaffCommand({
  contract: timetableCommands['roster.print'],
  action: 'roster.print',
  target: (parts, { learners }) => touching(parts, learners),
  run: async ({ office }, { learners }, asker) => {
    await office.record({
      type: 'roster.printed',
      ...asker,
      grounds: { learner: null, reason: 'printed', who: null, second: null },
      about: [...new Set(learners)],
      documents: () => [],
    });
    return {};
  },
});

const confirmDayCommand = defineStaffCommand({
  contract: timetableCommands['lab-day.confirm'],
  action: 'lab-day.confirm',
  target: () => ({}),
  run: async ({ office, day }, { date, minute }, asker) => {
    // Before the directory moves: what a notice of that says of the time is then this.
    const takeBack = day.confirm(date, minute);
    const recorded = office.record({
      type: 'lab-day.confirmed',
      ...asker,
      documents: (hubSeq) => [{ _id: 'lab-day', type: 'lab-day', v: 1, hubSeq, date, minute }],
    });
    await recorded.catch((error: unknown) => {
      takeBack();
      throw error;
    });
    return {};
  },
});

const moveDayCommand = defineStaffCommand({
  contract: timetableCommands['lab-day.move'],
  action: 'lab-day.move',
  // A day is everybody's, with what is recorded on it of whomever: who reaches all groups may move it.
  target: async (parts) => {
    const groups = await parts.office.directory.all('group:');
    return touching(
      parts,
      [],
      groups.flatMap((each) => (each.type === 'group' ? each.group : [])),
    );
  },
  run: async ({ office }, days, asker) => {
    await moveDay(office, days, asker);
    return {};
  },
});

export const timetableStaffCommands = [
  slotCommand,
  seatCommand,
  waitCommand,
  hoursCommand,
  policyCommand,
  dayCommand,
  placeCommand,
  rosterCommand,
  confirmDayCommand,
  moveDayCommand,
];

async function planOf({ office }: Pick<HubParts, 'office'>, slot: CommandId) {
  const documents = await slotDocuments(office);
  return documents.find((each) => each.slot === slot)?.plan ?? null;
}
