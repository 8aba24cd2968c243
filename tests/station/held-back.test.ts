import { filter, firstValueFrom } from 'rxjs';
import type * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { quarantineItemSchema } from '../../src/shared/contracts/quarantine.ts';
import type { QuarantineItem, QuarantinePage } from '../../src/shared/contracts/quarantine.ts';
import type { SignedCommand } from '../../src/shared/contracts/commands/staff-command.ts';
import { quarantineCommands } from '../../src/shared/contracts/commands/quarantine-commands.ts';
import { deskStation, officer, passphrase, sokha, technician } from '../factories/desk-people.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import type { SupervisorWindow } from '../factories/station-window.ts';

const content = 'a'.repeat(64);

function item(over: Partial<QuarantineItem> = {}): QuarantineItem {
  return quarantineItemSchema.parse({
    content,
    reason: 'signature',
    event: `${deskStation}:0123456789abcdef:000000000007`,
    origin: deskStation,
    type: 'attempt.recorded',
    learner: sokha,
    recordedMs: 5,
    wallMs: 9,
    bytes: 900,
    decided: null,
    ...over,
  });
}

async function windowOf(desk: Desk, staff: typeof officer) {
  desk.hub.pull();
  const window = supervisorWindow(await desk.start());
  await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
  await window.call('staff.sign-in', { staff, passphrase });
  return window;
}

type Filter = z.output<(typeof quarantineCommands)['quarantine.list']['input']>;

/** A hub that holds this back, and takes every decision. */
const holding =
  (list: (filter: Filter) => QuarantinePage) =>
  ({ type, input }: SignedCommand) => {
    const output =
      type === 'quarantine.list'
        ? list(quarantineCommands['quarantine.list'].input.parse(input))
        : { outcomes: [{ content, outcome: 'rejected' as const }] };
    return { result: 'done' as const, output };
  };

const decide = (window: SupervisorWindow) =>
  window.call('hub.command', { type: 'quarantine.decide', input: decision, reason: null });

const decision = { kind: 'reject', contents: [content], reason: 'trial' } as const;

describe('[SUP14] what the hub holds back', { timeout: 30_000 }, () => {
  it('is shown to an officer with the names known here, and decided over in their name', async () => {
    const desk = await stationDesk('supervisor');
    const decided = { kind: 'reject', reason: 'trial', by: officer, who: null } as const;
    desk.hub.answer = holding(({ state }) => ({
      items: [state === 'open' ? item() : item({ decided: { ...decided, wallMs: 1, hubSeq: 3 } })],
      twins: [],
      next: null,
      open: 1,
      decided: 1,
    }));
    const window = await windowOf(desk, officer);
    const open = await firstValueFrom(window.observe('held', { state: 'open', pages: 1 }));
    expect(open).toMatchObject({
      open: 1,
      items: [{ content, learnerName: { km: 'សុខា' }, decided: null }],
    });
    const done = await firstValueFrom(window.observe('held', { state: 'decided', pages: 1 }));
    expect(done?.items[0]?.decided).toMatchObject({ kind: 'reject', who: { km: 'ចាន់' } });
    expect(await decide(window)).toEqual({ outcomes: [{ content, outcome: 'rejected' }] });
    expect(desk.hub.commands.filter(({ type }) => type === 'quarantine.decide')).toMatchObject([
      { input: decision, station: deskStation, by: [{ staff: officer, key: 1 }] },
    ]);
  });

  it('is not known while the hub is away', async () => {
    const desk = await stationDesk('supervisor');
    const window = await windowOf(desk, officer);
    expect(await firstValueFrom(window.observe('held', { state: 'open', pages: 1 }))).toBeNull();
  });

  it('is for no technician, and for nobody before a sign-in', async () => {
    const desk = await stationDesk('supervisor');
    desk.hub.answer = () => ({ result: 'refused', code: 'permission.denied', facts: {} });
    const window = await windowOf(desk, technician);
    const denied = { code: 'permission.denied' };
    const held = () => firstValueFrom(window.observe('held', { state: 'open', pages: 1 }));
    await expect(held()).rejects.toMatchObject(denied);
    await expect(decide(window)).rejects.toMatchObject(denied);
    const asked = desk.hub.commands.length;
    await window.call('staff.sign-out', undefined);
    await expect(held()).rejects.toMatchObject(denied);
    await expect(decide(window)).rejects.toMatchObject(denied);
    expect(desk.hub.commands).toHaveLength(asked);
    expect(await firstValueFrom(window.observe('status', undefined))).toBeDefined();
  });
});
