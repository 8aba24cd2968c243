import { hubPowerCommands } from '../../shared/contracts/commands/hub-power-commands.ts';
import { ReanError } from '../../shared/errors.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';

/**
 * Switches the hub off, after the seats ([CLS4]). Whatever it has given a receipt for lies on its disk by then, as
 * always; it ends as on any other stop, with what is under way finished, this answer too.
 */
export const powerOffHubCommand = defineStaffCommand({
  contract: hubPowerCommands['hub.power-off'],
  action: 'hub.power-off',
  target: () => ({}),
  run: async ({ live, office, power, log }, { despite }, asker) => {
    const known = new Set(despite);
    const on = live.speaking.filter((station) => !known.has(station));
    if (on.length > 0) throw new ReanError('hub.seats-on', { seats: on.length });
    await office.record({ type: 'hub.powered-off', ...asker, documents: () => [] });
    const refused = power === undefined ? 'nothing does it here' : await power.go('power-off');
    if (refused !== null) log.error('power.refused', { said: refused });
    return { goes: refused === null };
  },
});

/** That an officer's own computer went off, which mostly comes once the hub is on again ([CLS7]). */
export const powerOffDeskCommand = defineStaffCommand({
  contract: hubPowerCommands['desk.power-off'],
  action: 'hub.power-off',
  late: true,
  target: () => ({}),
  run: async ({ office }, _input, asker) => {
    await office.record({ type: 'desk.powered-off', ...asker, documents: () => [] });
    return {};
  },
});
