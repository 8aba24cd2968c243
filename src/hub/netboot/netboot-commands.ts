import { netbootCommands } from '../../shared/contracts/commands/netboot-commands.ts';
import type { NetbootStanding } from '../../shared/contracts/commands/netboot-commands.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import type { HubParts } from '../hub-app.ts';

type Parts = Pick<HubParts, 'netboot' | 'office' | 'log'>;

const none: NetbootStanding = { phase: 'none', leftMs: 0, by: null, problem: null, pcs: 0 };

async function standingOf({ netboot, office }: Parts): Promise<NetbootStanding> {
  if (netboot === undefined) return none;
  const { by, ...standing } = await netboot.standing();
  const person = by === null ? null : await office.staffAccount(by);
  return { ...standing, by: person?.name ?? null };
}

/**
 * What nobody could do, or a disk that can't be written: on the record stands that somebody asked, and the answer
 * says that it is off.
 */
async function attempt({ log }: Parts, what: string, act: Promise<void> | undefined) {
  try {
    await act;
  } catch (error) {
    log.error('netboot.failed', { what, detail: String(error) });
  }
}

/** How it stands, for who may turn it off. */
const seeNetboot = defineStaffCommand({
  contract: netbootCommands['netboot.see'],
  action: 'netboot.close',
  target: () => ({}),
  run: (parts) => standingOf(parts),
});

/** Has the hub's PC install others over the LAN, for an hour ([PXE1]): on record first. */
const openNetboot = defineStaffCommand({
  contract: netbootCommands['netboot.open'],
  action: 'netboot.open',
  target: () => ({}),
  run: async (parts, _input, asker) => {
    await parts.office.record({ type: 'netboot.opened', ...asker, documents: () => [] });
    await attempt(parts, 'open', parts.netboot?.open(asker.by));
    return standingOf(parts);
  },
});

/** Has it stop before its hour is over: closed first, as a full disk is no reason to leave it open. */
const closeNetboot = defineStaffCommand({
  contract: netbootCommands['netboot.close'],
  action: 'netboot.close',
  target: () => ({}),
  run: async (parts, _input, asker) => {
    await attempt(parts, 'close', parts.netboot?.close());
    await parts.office.record({ type: 'netboot.closed', ...asker, documents: () => [] });
    return standingOf(parts);
  },
});

export const netbootStaffCommands = [seeNetboot, openNetboot, closeNetboot] as const;
