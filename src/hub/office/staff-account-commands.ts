import { staffCommands } from '../../shared/contracts/commands/staff-commands.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import { appoint, changePassphrase, changeTerms, disableStaff, finishPassphrase } from './staff.ts';

/** Staff accounts, by a site manager at a supervisor station; one's own passphrase, by everybody ([STF1]). */

export const appointStaffCommand = defineStaffCommand({
  contract: staffCommands['staff.appoint'],
  action: 'staff.appoint',
  target: (_parts, { scopes }) => ({ scopes }),
  run: async ({ office }, { verifier, ...terms }, asker) => ({
    staff: await appoint(office, terms, verifier, asker),
  }),
});

export const changeStaffCommand = defineStaffCommand({
  contract: staffCommands['staff.change'],
  action: 'staff.change',
  // Neither what they have nor what they get may be beyond who changes it.
  target: async ({ office }, { staff, scopes }) => {
    const held = await office.staffAccount(staff);
    return { person: staff, scopes: [...(held?.scopes ?? []), ...scopes] };
  },
  run: async ({ office }, { staff, ...terms }, asker) => {
    await changeTerms(office, staff, terms, asker);
    return {};
  },
});

export const disableStaffCommand = defineStaffCommand({
  contract: staffCommands['staff.disable'],
  action: 'staff.disable',
  reasoned: true,
  target: async ({ office }, { staff }) => {
    const held = await office.staffAccount(staff);
    return { person: staff, scopes: held?.scopes ?? [] };
  },
  run: async ({ office }, { staff }, asker) => {
    await disableStaff(office, staff, asker);
    return {};
  },
});

export const changePassphraseCommand = defineStaffCommand({
  contract: staffCommands['staff.passphrase'],
  action: 'staff.passphrase',
  target: (_parts, { staff }) => ({ person: staff }),
  run: async ({ office }, { staff, verifier }, asker) => {
    await changePassphrase(office, staff, verifier, asker);
    return {};
  },
  finish: async ({ office }, { staff, verifier }) => {
    await finishPassphrase(office, staff, verifier);
    return {};
  },
});
