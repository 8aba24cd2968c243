import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { tellLabFailure } from '../../src/cli/lab/lab-failure.ts';
import { prepareLab } from '../../src/cli/lab/prepare-lab.ts';
import { projectRoot } from '../../src/cli/lab/project-root.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { rean } from '../factories/hub-process.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';
import { writeTokenLab } from '../factories/token-lab.ts';

let folder: string;
let written: Readonly<Record<string, string>>;

beforeEach(async () => {
  folder = await temporaryFolder();
  written = await writeTokenLab(folder);
});

async function filesIn(place: string): Promise<Record<string, string>> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const pairs = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path.slice(place.length + 1), await readFile(path, 'utf8')] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

describe('[IDN8] a folder set up when stations had tokens', () => {
  it('is told as such by the practice lab, with how to begin anew, and left as it is', async () => {
    const wish = { folder, root: projectRoot(), reset: false, kiosks: 1, say: () => undefined };
    const error: unknown = await prepareLab(wish).catch((thrown: unknown) => thrown);
    const { sentence, exitCode } = tellLabFailure(error);
    expect(sentence).toContain(`The practice lab in ${folder} was made by an earlier Rean`);
    expect(sentence).toContain('npm start -- --reset');
    expect(exitCode).toBe(78);
    expect(await filesIn(folder)).toEqual(written);
  });

  it('is told as such by the hub, its status, and whoever would add a station to it', async () => {
    const data = ['--data', join(folder, 'hub')];
    const added = ['--station', join(folder, 'new'), '--name', 'ទី', '--kind', 'kiosk'];
    for (const words of [
      ['hub', 'run', ...data, '--port', '0'],
      ['hub', 'status', ...data],
      ['site', 'add-station', ...data, ...added, '--hub-url', 'https://127.0.0.1:1'],
    ]) {
      const { exitCode, said } = await rean(...words);
      expect(said).toContain('was set up by an earlier Rean, whose stations signed in with tokens');
      expect(exitCode).toBe(78);
    }
    expect(await filesIn(folder)).toEqual(written);
  });

  it('is told as such by the station, and repeats none of it', async () => {
    const place = join(folder, 'stations', 'station-1');
    const error: unknown = await readStationConfig(place).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'config.outdated',
      facts: { path: join(place, 'station.json') },
    });
    expect(await filesIn(folder)).toEqual(written);
  });
});
