import { hubPowerCommands } from '../../shared/contracts/commands/hub-power-commands.ts';
import type { Log, Power, Randomness } from '../../shared/ports.ts';
import type { UntoldOrders } from '../seat-orders/untold-orders.ts';
import { freshCommandId } from './hub-commands.ts';
import type { StaffSession } from './staff-session.ts';

export interface DeskDepartureParts {
  readonly session: Pick<StaffSession, 'signAlone'>;
  readonly untold: Pick<UntoldOrders, 'add'>;
  readonly power: Power;
  readonly randomness: Randomness;
  readonly log: Log;
}

/**
 * Has this computer go off, after the rest of the lab ([CLS7]). That it does lies on the disk first, signed by who
 * has it go: the hub, which is mostly off by now, has it on record once both are on again.
 * @throws ReanError `permission.denied` where nobody is signed in
 */
export async function leaveDesk({
  session,
  untold,
  power,
  randomness,
  log,
}: DeskDepartureParts): Promise<{ goes: boolean }> {
  const contract = hubPowerCommands['desk.power-off'];
  const id = freshCommandId(randomness);
  await untold.add(session.signAlone({ contract, input: {}, id }));
  log.info('desk.leaves');
  const refused = await power.go('power-off');
  if (refused !== null) log.error('power.refused', { said: refused });
  return { goes: refused === null };
}
