import { quarantineCommands } from '../../shared/contracts/commands/quarantine-commands.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';

/** The quarantine, for staff at a supervisor station ([HUB15]). It is of the site: who a record is of is only claimed. */

export const listHeldCommand = defineStaffCommand({
  contract: quarantineCommands['quarantine.list'],
  action: 'quarantine.see',
  target: () => ({}),
  run: ({ desk }, { after, ...wanted }) => desk.list.page(wanted, after),
});

export const decideHeldCommand = defineStaffCommand({
  contract: quarantineCommands['quarantine.decide'],
  action: 'quarantine.decide',
  target: () => ({}),
  run: async ({ desk }, decision, asker) => ({
    outcomes: [...(await desk.decide({ ...decision, ...asker, who: null }))],
  }),
});
