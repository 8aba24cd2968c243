import { expect, it } from 'vitest';
import * as z from 'zod';
import type { CommandType } from '../../src/shared/contracts/commands/command-map.ts';
import { roleLab, staffSeats } from '../factories/role-lab.ts';
import type { RoleLab, StaffSeat } from '../factories/role-lab.ts';
import type { SupervisorWindow } from '../factories/station-window.ts';
import { compared, firstOf, namesOf, outcomeOf } from './every-role/asking.ts';
import { commandRows } from './every-role/command-rows.ts';
import { kioskActRows, kioskStreamRows } from './every-role/kiosk-rows.ts';
import type { KioskAct, KioskSeat, KioskStream } from './every-role/kiosk-rows.ts';
import { actRows, streamRows } from './every-role/station-rows.ts';
import type { StationAct, StationStream } from './every-role/station-rows.ts';

/**
 * Every question and every act in every role, at real stations with a real hub: what happens is held against rows
 * written by hand, of a woman, her group and her seat. Who has other scopes, or other groups, has a column.
 */

const numberedSchema = z.looseObject({ number: z.number() });

/** What a supervisor window may be asked, in a lab. */
function asking({ ground }: RoleLab) {
  // Every window has made as many.
  let report = 0;
  const noted = <Value>(value: Value): Value => {
    report = numberedSchema.safeParse(value).data?.number ?? report;
    return value;
  };
  return {
    watch: <Name extends StationStream>(window: SupervisorWindow, name: Name) =>
      outcomeOf(firstOf(window.observe(name, streamRows[name].ask(ground))), ground),
    act: <Name extends StationAct>(window: SupervisorWindow, name: Name) =>
      outcomeOf(window.call(name, actRows[name].ask({ ...ground, report })).then(noted), ground),
    command: async (window: SupervisorWindow, type: CommandType) => {
      const { ask, reason = null } = commandRows[type];
      const asked = { type, input: ask(ground), reason };
      const outcome = await outcomeOf(window.call('hub.command', asked), ground);
      // What the hub tells of her, it tells to whom it may.
      return outcome === 'her' ? 'done' : outcome;
    },
  };
}

function askingKiosks({ ground, kiosks }: RoleLab) {
  const windowOf = (seat: KioskSeat) => kiosks[seat === 'learner' ? 'learner' : 'tutor'];
  return {
    watch: <Name extends KioskStream>(seat: KioskSeat, name: Name) =>
      outcomeOf(firstOf(windowOf(seat).observe(name, kioskStreamRows[name].ask(ground))), ground),
    act: <Name extends KioskAct>(seat: KioskSeat, name: Name) =>
      outcomeOf(windowOf(seat).call(name, kioskActRows[name].ask(ground)), ground),
  };
}

/** Six hundred commands, each signed, judged and synced: minutes on a busy PC. */
const patience = { timeout: 400_000 };
const atKiosks = ['learner', 'tutor'] as const;

it(
  '[PRM1] [PRM2] [PRM5] [CMD2] every role is answered what it may ask, and refused all else',
  patience,
  async () => {
    const lab = await roleLab();
    const { watch, act, command } = asking(lab);
    const at = (seat: StaffSeat) => lab.staff.get(seat) ?? lab.strays.learner;
    const ofStreams = await compared(streamRows, staffSeats, (name, seat) => watch(at(seat), name));
    expect(ofStreams.found).toEqual(ofStreams.wanted);
    const ofActs = await compared(actRows, staffSeats, (name, seat) => act(at(seat), name));
    expect(ofActs.found).toEqual(ofActs.wanted);
    const ofHub = await compared(commandRows, staffSeats, (type, seat) => command(at(seat), type));
    expect(ofHub.found).toEqual(ofHub.wanted);

    // [IPC1] A window of that kind at a kiosk is refused everything, whoever sits there.
    for (const who of atKiosks) {
      const stray = lab.strays[who];
      const answers = [
        ...namesOf(streamRows).map((name) => watch(stray, name)),
        ...namesOf(actRows).map((name) => act(stray, name)),
        ...namesOf(commandRows).map((type) => command(stray, type)),
      ];
      expect(new Set(await Promise.all(answers))).toEqual(new Set(['refused']));
    }
    const kiosk = askingKiosks(lab);
    const seated = await compared(kioskStreamRows, atKiosks, (name, seat) =>
      kiosk.watch(seat, name),
    );
    expect(seated.found).toEqual(seated.wanted);
    const acting = await compared(kioskActRows, atKiosks, (name, seat) => kiosk.act(seat, name));
    expect(acting.found).toEqual(acting.wanted);

    await lab.kiosks.tutor.call('sitting.end', { reason: 'learner' });
    const nobody = ['nobody'] as const;
    const left = await compared(kioskStreamRows, nobody, (name, seat) => kiosk.watch(seat, name));
    expect(left.found).toEqual(left.wanted);
    const gone = await compared(kioskActRows, nobody, (name, seat) => kiosk.act(seat, name));
    expect(gone.found).toEqual(gone.wanted);
  },
);
