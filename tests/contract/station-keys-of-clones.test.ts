import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decideClone } from '../../src/hub/clones/decide-clone.ts';
import { askForKeysCommand } from '../../src/hub/office/renew-station-command.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { ask } from '../factories/hub-lab.ts';
import { RenewalLab } from './renewal-lab.ts';

let at: RenewalLab;
beforeEach(async () => {
  at = await RenewalLab.make();
}, 60_000);
afterEach(() => at.hub.close());

describe('[CLO2] of two PCs that are one station, one of which has other keys already', () => {
  const traits = (digit: string) => [`b${digit.repeat(16)}`];
  const self = (digit: string) => `?run=${digit.repeat(16)}&machine=${traits(digit).join(',')}`;
  const seen = (digit: string) =>
    at.hub.parts.machines.note(at.lab.station().station, {
      run: digit.repeat(16),
      traits: traits(digit),
    });
  const decide = async (machine: string) => {
    const { station } = at.lab.station();
    await decideClone(at.hub.parts, { station, machine }, {});
    return at.hub.parts.office.journal.nextHubSeq - 1;
  };
  const keyring = async (as: StationConfig) =>
    (await ask(at.hub, { path: '/v1/keyring', as })).statusCode;

  it('that one brings what it recorded, where the other goes on', async () => {
    const [, two] = [await seen('1'), await seen('2')];
    await at.renew(await at.asked(), at.folder, { self: self('1') });
    const swapped = await readStationConfig(at.folder);
    await decide(two);
    expect(await at.hello(swapped)).toBe(200);
    expect(await keyring(swapped)).toBe(403);
    expect(await keyring(at.lab.station())).toBe(200);
  });

  it('that one is let in with them, where it goes on, and the other brings what it recorded', async () => {
    const [one] = [await seen('1'), await seen('2')];
    await at.renew(await at.asked(), at.folder, { self: self('1') });
    const swapped = await readStationConfig(at.folder);
    const decided = await decide(one);
    expect(await keyring(swapped)).toBe(200);
    expect(await at.hello(swapped)).toBe(200);
    expect(await keyring(at.lab.station())).toBe(403);
    expect(await at.renew(decided, at.folder, { self: self('1') })).toBe(true);
    expect(await at.hello(await readStationConfig(at.folder))).toBe(200);
  });

  it('the station is asked anew, whichever PC it is, where nobody meets the one that was meant', async () => {
    const [, two] = [await seen('1'), await seen('2')];
    const decided = await decide(two);
    const { station } = at.lab.station();
    const call = { say: () => undefined, signal: new AbortController().signal };
    const answer = await askForKeysCommand.carryOut(at.hub.parts, { station }, call);
    expect(answer).toEqual({ waitsFor: two });
    expect(at.hub.parts.office.journal.nextHubSeq - 1).toBe(decided);
    await expect(at.renew(decided, at.folder, { self: self('3') })).rejects.toThrow('refused 409');
    expect(await at.renew(await at.asked(), at.folder, { self: self('3') })).toBe(true);
    expect(await at.hello(await readStationConfig(at.folder))).toBe(200);
  });
});
