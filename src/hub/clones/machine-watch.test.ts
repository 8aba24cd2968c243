import { beforeEach, describe, expect, it } from 'vitest';
import { stationIdSchema } from '../../shared/ids.ts';
import { memoryVault } from '../site/site-vault.ts';
import type { SiteVault } from '../site/site-vault.ts';
import { MachineWatch } from './machine-watch.ts';
import { maySameMachine } from '../../domain/same-machine.ts';

const station = stationIdSchema.parse('st-aaaaaaaa');
const trait = (kind: string, digit: string) => `${kind}${digit.repeat(16)}`;
const pc = [trait('b', '1'), trait('m', '2'), trait('o', '3')];
const otherPc = [trait('b', '4'), trait('m', '5'), trait('o', '3')];
const run = (digit: string) => digit.repeat(16);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const clock = { wallMs: () => Date.parse('2026-11-22T03:00:00Z'), monotonicMs: () => 5 };

let vault: SiteVault;
let watch: MachineWatch;
const open = () => MachineWatch.open({ vault, clock, log });
const seen = (digit: string, traits: readonly string[] = pc) =>
  watch.note(station, { run: run(digit), traits });
const count = () => watch.twins(station, null).length;

beforeEach(async () => {
  vault = memoryVault();
  watch = await open();
});

describe('[CLO1] two PCs that say they are one station', () => {
  it('are none while one is started again and again, also with the hub started anew', async () => {
    for (const digit of ['1', '1', '2', '3', '3']) await seen(digit);
    watch = await open();
    for (const digit of ['3', '4']) await seen(digit);
    expect(count()).toBe(0);
  });

  it('are told by their hardware, though the disk is a copy of the other’s', async () => {
    const [one, two] = [await seen('1'), await seen('2', otherPc)];
    expect(watch.twins(station, two)).toEqual([
      {
        machine: one,
        since: '2026-11-22',
        lastContactAgeMs: 0,
        otherHardware: false,
        chosen: false,
      },
      { machine: two, since: '2026-11-22', lastContactAgeMs: 0, otherHardware: true, chosen: true },
    ]);
    watch = await open();
    expect(count()).toBe(2);
    expect(await seen('3', otherPc)).toBe(two);
    expect(await seen('4')).toBe(one);
  });

  it('are told by a run that comes again, on the same PC too and where no hardware is known', async () => {
    for (const traits of [pc, []]) {
      vault = memoryVault();
      watch = await open();
      await seen('1', traits);
      await seen('2', traits);
      expect(count()).toBe(0);
      await seen('1', traits);
      expect(count()).toBe(2);
      await seen('2', traits);
      await seen('1', traits);
      expect(count()).toBe(2);
    }
  });

  it('are one again once a person has said which goes on', async () => {
    const [, two] = [await seen('1'), await seen('2', otherPc)];
    await watch.keepOnly(station, two);
    expect(count()).toBe(0);
    await seen('3', otherPc);
    expect(count()).toBe(0);
  });

  it.each([
    ['a new network card', [trait('b', '1'), trait('m', '9')], true],
    ['a new board with the old card', [trait('b', '9'), trait('m', '2')], true],
    ['a system installed anew', [trait('b', '1'), trait('o', '9')], true],
    ['nothing that can be read', [], true],
    ['another board and card', [trait('b', '8'), trait('m', '9'), trait('o', '3')], false],
  ])('%s', (_what, traits, same) => {
    expect(maySameMachine(pc, traits)).toBe(same);
  });
});
