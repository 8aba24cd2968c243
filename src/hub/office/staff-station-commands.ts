import { stationCommands } from '../../shared/contracts/commands/station-commands.ts';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { StationId } from '../../shared/ids.ts';
import { ReanError } from '../../shared/errors.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import { decideClone } from '../clones/decide-clone.ts';
import type { MachineWatch } from '../clones/machine-watch.ts';
import type { SiteOffice } from './site-office.ts';
import { askForKeys, hasAnswered } from './station-renewal.ts';
import { disableStation, findStation, renameStation } from './station-standing.ts';

/** The site's stations, for staff at a supervisor station ([ENR8]). They are of no group. */
const ofTheSite = () => ({});

/** How long a code of the window holds, ms: the technician is in the room. */
const codeValidMs = 24 * 3_600_000;

export const listStationsCommand = defineStaffCommand({
  contract: stationCommands['station.list'],
  action: 'site.see',
  target: ofTheSite,
  run: async ({ office, enrolment, machines }) => ({
    stations: await stationsOf(office, machines),
    codes: (await enrolment.list()).flatMap(({ code, seat, state, leftMs }) => {
      const { name, kind, replaces } = seat;
      return state === 'used' ? [] : [{ code, name, kind, replaces, state, leftMs }];
    }),
  }),
});

export const enrolStationCommand = defineStaffCommand({
  contract: stationCommands['station.enrol'],
  action: 'station.enrol',
  target: ofTheSite,
  run: ({ enrolment }, { name, kind }, asker) =>
    enrolment.make({ seat: { name, kind, replaces: null }, validMs: codeValidMs, asker }),
});

export const replaceStationCommand = defineStaffCommand({
  contract: stationCommands['station.replace'],
  action: 'station.replace',
  target: ofTheSite,
  run: async ({ office, enrolment }, { station }, asker) => {
    const { name, kind } = await enabled(office, station);
    const seat = { name, kind, replaces: station };
    return enrolment.make({ seat, validMs: codeValidMs, asker });
  },
});

export const cancelStationCodeCommand = defineStaffCommand({
  contract: stationCommands['station.cancel-code'],
  action: 'station.enrol',
  target: ofTheSite,
  run: async ({ enrolment }, { code }, asker) => ({
    cancelled: await enrolment.cancel(code, asker),
  }),
});

export const renameStationStaffCommand = defineStaffCommand({
  contract: stationCommands['station.rename'],
  action: 'station.rename',
  target: ofTheSite,
  run: async ({ office }, { station, name }, asker) => {
    await renameStation(office, { station, name }, asker);
    return {};
  },
});

export const renewStationStaffCommand = defineStaffCommand({
  contract: stationCommands['station.renew'],
  action: 'station.renew',
  target: ofTheSite,
  run: async ({ office }, { station }, asker) => {
    await askForKeys(office, station, asker);
    return {};
  },
});

export const decideCloneCommand = defineStaffCommand({
  contract: stationCommands['clone.decide'],
  action: 'clone.decide',
  reasoned: true,
  target: ofTheSite,
  run: async (parts, decision, asker) => {
    await decideClone(parts, decision, asker);
    return {};
  },
});

export const revokeStationCommand = defineStaffCommand({
  contract: stationCommands['station.revoke'],
  action: 'station.revoke',
  reasoned: true,
  target: ofTheSite,
  run: async ({ office }, { station }, asker) => {
    await enabled(office, station);
    await disableStation(office, station, asker);
    return {};
  },
});

async function stationsOf({ directory }: SiteOffice, machines: MachineWatch) {
  return (await directory.all('station:')).flatMap((document) => {
    if (document.type !== 'station') return [];
    const { station, name, kind, seat, disabled, tested = null } = document;
    const twins = [...machines.twins(station, document.renewalFor ?? null)];
    const renewal = renewalOf(document, machines);
    return [{ station, name, kind, seat, disabled, renewal, twins, tested }];
  });
}

/** One asked of a PC that nobody has met since, after a restore say, may be asked anew. */
function renewalOf(
  document: DirectoryDocumentOf<'station'>,
  machines: MachineWatch,
): 'asked' | 'made' | null {
  const { station, renewal, renewalFor } = document;
  if (renewal === undefined) return null;
  if (hasAnswered(document)) return 'made';
  return renewalFor === undefined || machines.has(station, renewalFor) ? 'asked' : null;
}

/** @throws ReanError `station.not-enrolled`, with `problem: 'disabled'` for one that is shut out */
async function enabled(office: SiteOffice, station: StationId) {
  const held = await findStation(office, station);
  if (held.disabled) throw new ReanError('station.not-enrolled', { station, problem: 'disabled' });
  return held;
}
