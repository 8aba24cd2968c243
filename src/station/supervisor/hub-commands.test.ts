import { describe, expect, it } from 'vitest';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { stationCommands } from '../../shared/contracts/commands/station-commands.ts';
import { ReanError } from '../../shared/errors.ts';
import { siteIdSchema, stationIdSchema } from '../../shared/ids.ts';
import { askHub } from './hub-commands.ts';

const config = {
  site: siteIdSchema.parse('site-aaaaaaaa'),
  station: stationIdSchema.parse('st-aaaaaaaa'),
};
const asked = {
  contract: stationCommands['station.list'],
  input: {},
  reason: null,
  sign: () => [],
};

function failing(failure: ReanError) {
  const uplink = {
    hubNow: () => Promise.resolve({ hubRun: '0'.repeat(32), hubWallMs: 0, labDate: '2026-01-01' }),
    command: () => Promise.reject(failure),
  };
  return { uplink, config, clock: systemClock(), randomness: systemRandomness() };
}

describe('[CMD5] what staff hear of a hub that does not do it', () => {
  it.each([
    ['hub.away', new ReanError('hub.unreachable')],
    ['hub.away', new ReanError('hub.timeout', { path: '/v1/command' })],
    ['hub.full', new ReanError('hub.unreachable', { status: 507 })],
    ['hub.busy', new ReanError('hub.unreachable', { status: 500 })],
    ['hub.busy', new ReanError('hub.unreachable', { status: 503 })],
    ['hub.refused', new ReanError('hub.refused', { status: 403 })],
  ] as const)('is %s', async (code, error) => {
    await expect(askHub(failing(error), asked)).rejects.toMatchObject({ code });
  });
});
