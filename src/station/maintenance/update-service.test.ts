import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { stateOf, updateService } from './update-service.ts';

const shown = (facts: string) => facts.replaceAll(' ', '\n');

it('[MNT9] reads how the service is from what systemd says of it', () => {
  expect(stateOf(shown('LoadState=not-found ActiveState=inactive'))).toBeNull();
  const resting = 'LoadState=loaded ActiveState=inactive ExecMainStatus=0';
  expect(stateOf(shown(`${resting} ExecMainExitTimestampMonotonic=0`))).toEqual({
    state: 'resting',
  });
  const running = 'LoadState=loaded ActiveState=activating ExecMainStatus=0';
  expect(stateOf(shown(running))).toEqual({ state: 'running' });
  const failed = 'LoadState=loaded ActiveState=failed ExecMainStatus=6';
  expect(stateOf(shown(`${failed} ExecMainExitTimestampMonotonic=12`))).toEqual({
    state: 'over',
    status: 6,
  });
  expect(stateOf('')).toBeNull();
});

async function program(script: string): Promise<string> {
  const path = join(await temporaryFolder(), 'systemctl');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

it('[MNT9] a systemctl that hangs is ended, and said; the next look is not held up', async () => {
  const service = updateService(await program('exec sleep 60'), 200);
  expect(await service.state()).toEqual({ state: 'silent' });
  expect(await service.begin()).not.toBeNull();
});

it('[MNT9] there is no such service where there is no systemd, or it does not know it', async () => {
  expect(await updateService('/nowhere/systemctl').state()).toBeNull();
  expect(await updateService(await program('echo LoadState=not-found')).state()).toBeNull();
});

it('[MNT9] begins it in fixed words, and hands on what the system says against it', async () => {
  const yes = updateService(await program('[ "$1 $4" = "start rean-update.service" ]'));
  expect(await yes.begin()).toBeNull();
  const no = updateService(await program('echo "Access denied" >&2; exit 1'));
  expect(await no.begin()).toBe('Access denied');
});
