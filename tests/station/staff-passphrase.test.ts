import { filter, firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { staffCommands } from '../../src/shared/contracts/commands/staff-commands.ts';
import { officer, passphrase } from '../factories/desk-people.ts';
import { stationDesk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';

const name = { km: 'ចាន់' };
const text = 'nine clay pots in rain';

describe('[CMD6] a new passphrase', { timeout: 60_000 }, () => {
  it('[STF3] is judged and hashed at the station, and asked for the one of now', async () => {
    const desk = await stationDesk('supervisor');
    desk.hub.answer = () => ({ result: 'done', output: {} });
    desk.hub.pull();
    const window = supervisorWindow(await desk.start());
    await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
    await window.call('staff.sign-in', { staff: officer, passphrase });
    const change = (given: { text: string; current?: string }) =>
      window.call('hub.command', {
        type: 'staff.passphrase',
        input: { staff: officer },
        reason: null,
        passphrase: { name, ...given },
      });
    await expect(change({ text })).rejects.toMatchObject({ code: 'sign-in.wrong' });
    await expect(change({ text, current: 'guess' })).rejects.toMatchObject({
      code: 'sign-in.wrong',
    });
    await expect(change({ text: 'password 123', current: passphrase })).rejects.toMatchObject({
      code: 'passphrase.weak',
    });
    expect(desk.hub.commands).toEqual([]);
    await change({ text, current: passphrase });
    const [sent] = desk.hub.commands;
    const { verifier } = staffCommands['staff.passphrase'].input.parse(sent?.input);
    expect(verifier.signingKey).not.toBe('');
    expect(JSON.stringify(desk.hub.commands)).not.toContain(text);
  });
});
