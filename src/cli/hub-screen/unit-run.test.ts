import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { runUnit } from './unit-run.ts';

/** A systemctl that ends so, and says this when it is asked how the unit is. */
async function systemctl(startEnds: number, shows = ''): Promise<string> {
  const folder = await temporaryFolder();
  const path = join(folder, 'systemctl');
  const said = `[ "$1" = show ] && printf '${shows}'`;
  const script = `echo "$@" >> '${folder}/asked'\n[ "$1" = start ] && exit ${startEnds}\n${said}`;
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}
const ended = (status: number) =>
  `LoadState=loaded\\nActiveState=failed\\nExecMainStatus=${status}\\nExecMainExitTimestampMonotonic=9\\n`;

it('[HBS8] has a service of the image run to its end, and hears how it ended', async () => {
  const well = await systemctl(0);
  expect(await runUnit('rean-bring.service', well)).toBe(0);
  const asked = await readFile(join(well, '../asked'), 'utf8');
  expect(asked).toBe('start --no-ask-password rean-bring.service\n');
  expect(await runUnit('rean-bring.service', await systemctl(1, ended(6)))).toBe(6);
});

it.each([
  ['whoever may not', 4, ended(6)],
  ['one that is not there', 5, ''],
  ['one that never ran', 1, 'LoadState=loaded\\nActiveState=inactive\\n'],
  ['one that says nothing of why', 1, ended(0)],
])('[HBS8] %s ends as none', async (_, startEnds, shows) => {
  expect(await runUnit('rean-update.service', await systemctl(startEnds, shows))).toBeNull();
});

it('[HBS8] without a systemd there is none to run', async () => {
  expect(await runUnit('rean-update.service', '/nowhere/systemctl')).toBeNull();
});
