import { beforeAll, describe, expect, it } from 'vitest';
import { CommandLab } from '../../../tests/factories/command-lab.ts';
import { signedCommand } from '../../../tests/factories/staff-signers.ts';
import type { CommandEvidence } from '../../shared/contracts/commands/staff-command.ts';
import { ReanError } from '../../shared/errors.ts';
import { statementOf } from '../../sync/command/sign-command.ts';
import { CommandMemory } from './command-memory.ts';

let lab: CommandLab;

beforeAll(async () => {
  lab = await CommandLab.make();
}, 60_000);

async function evidence(): Promise<CommandEvidence> {
  const { by, ...unsigned } = await signedCommand(lab.hub, lab.deciding());
  return { ...statementOf(unsigned), by };
}

describe('[CMD3] a command of this run of the hub', () => {
  it('is known though many came after it and one of them failed', async () => {
    const memory = new CommandMemory(lab.hub.parts.office, { journalLooked: 1, answers: 1 });
    let doneTimes = 0;
    const does = async () => (doneTimes += 1);
    const captured = await evidence();
    await memory.once(captured, 'captured', does, null);
    await memory.once(await evidence(), 'another', does, null);
    const fails = () => Promise.reject(new ReanError('store.full'));
    await expect(memory.once(await evidence(), 'failing', fails, null)).rejects.toMatchObject({
      code: 'store.full',
    });
    await expect(memory.once(captured, 'captured', does, null)).rejects.toMatchObject({
      code: 'command.repeated',
    });
    expect(doneTimes).toBe(2);
  });

  it('that writes several entries may be done in part, where its answer is not known', async () => {
    const memory = new CommandMemory(lab.hub.parts.office, { journalLooked: 1, answers: 1 });
    const list = { ...(await evidence()), type: 'learner.import' as const };
    const does = () => Promise.resolve(null);
    await memory.once(list, 'list', does, null);
    await memory.once(await evidence(), 'another', does, null);
    await expect(memory.once(list, 'list', does, null)).rejects.toMatchObject({
      code: 'command.partly',
    });
  });
});
