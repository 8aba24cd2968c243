import type { Present } from '../../src/hub/commands/at-the-keyboard.ts';
import { appointStaff } from '../../src/hub/office/people.ts';
import { withOffice } from '../../src/hub/office/site-on-disk.ts';
import { groupScopes } from '../../src/shared/contracts/documents/directory.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { passphrase } from './desk-people.ts';
import { testCost } from './verifier-cost.ts';

/** Two site managers who stand at the hub's keyboard. */
export async function twoManagers(hubFolder: string): Promise<readonly [Present, Present]> {
  const ports = { clock: systemClock(), random: systemRandomness() };
  return withOffice(hubFolder, ports, async (office) => {
    const appointed = async () => {
      const [scopes, cost] = [[...groupScopes], testCost];
      const manager = {
        name: { km: 'ចាន់' },
        role: 'site-manager',
        scopes,
        passphrase,
        cost,
      } as const;
      return { staff: await appointStaff(office, manager), passphrase };
    };
    return [await appointed(), await appointed()];
  });
}
