import { kioskContract } from '../../shared/contracts/ipc/contract.ts';
import type { MaintenanceWindow } from '../maintenance/maintenance-service.ts';
import { bindAct, bindCommand, bindStream } from './binding.ts';

const { commands, streams } = kioskContract;

/** What a kiosk's window does of maintenance ([MNT2]). */
export function maintenanceCommands(window: MaintenanceWindow) {
  return {
    'maintenance.sign-in': bindCommand(commands['maintenance.sign-in'], (typed) =>
      window.signIn(typed),
    ),
    'maintenance.sign-out': bindAct(commands['maintenance.sign-out'], () => window.signOut()),
    'maintenance.present': bindAct(commands['maintenance.present'], async () => window.noteSign()),
    'maintenance.check-packs': bindAct(commands['maintenance.check-packs'], () =>
      window.checkPacks(),
    ),
    'maintenance.bundle': bindCommand(commands['maintenance.bundle'], () => window.bundle()),
    'maintenance.give-bundle': bindCommand(commands['maintenance.give-bundle'], () =>
      window.giveBundle(),
    ),
    'maintenance.update': bindAct(commands['maintenance.update'], () => window.update()),
    'maintenance.self-test': bindAct(commands['maintenance.self-test'], () => window.selfTest()),
    'maintenance.leave': bindCommand(commands['maintenance.leave'], ({ to }) => window.leave(to)),
  };
}

export function maintenanceStreams(window: MaintenanceWindow) {
  return {
    maintenance: bindStream(streams.maintenance, () => window.view$),
    'maintenance-report': bindStream(streams['maintenance-report'], () => window.report$),
  };
}
