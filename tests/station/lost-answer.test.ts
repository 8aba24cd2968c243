import { filter, firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ReanError } from '../../src/shared/errors.ts';
import { officer, passphrase } from '../factories/desk-people.ts';
import { stationDesk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';

const input = { name: { km: 'គ' }, symbol: 'lotus', scope: 'men' } as const;
const output = { group: 'gr-aaaaaaaa' };

/** A station whose first answer is lost after the hub did it, and what it sent. */
async function losing(onLost: (hub: { hubRun: string }) => void) {
  const { hub, start } = await stationDesk('supervisor');
  hub.answer = () => {
    if (hub.commands.length > 1) return { result: 'done', output };
    onLost(hub);
    throw new ReanError('hub.unreachable');
  };
  hub.pull();
  const window = supervisorWindow(await start());
  await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
  await window.call('staff.sign-in', { staff: officer, passphrase });
  const asked = { type: 'group.create', input, reason: null } as const;
  return { told: await window.call('hub.command', asked), sent: hub.commands };
}

describe('[CMD5] a change whose answer was lost', { timeout: 60_000 }, () => {
  it('goes again byte for byte, and its answer is told', async () => {
    const { told, sent } = await losing(() => undefined);
    expect(told).toEqual(output);
    expect(sent).toHaveLength(2);
    expect(JSON.stringify(sent[1])).toBe(JSON.stringify(sent[0]));
  });

  it('[CMD3] is signed anew under its id for another run of the hub', async () => {
    const { sent } = await losing((hub) => {
      hub.hubRun = 'c'.repeat(32);
    });
    const [first, second] = sent;
    expect(second).toMatchObject({ id: first?.id, hubRun: 'c'.repeat(32) });
    expect(second?.by).not.toEqual(first?.by);
  });
});
