import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hubReady } from '../../../src/cli/lab/hub-ready.ts';
import { startPiece } from '../../../src/cli/lab/piece.ts';
import type { Piece } from '../../../src/cli/lab/piece.ts';
import { prepareLab } from '../../../src/cli/lab/prepare-lab.ts';
import { hubFolder, stationFolder } from '../../../src/cli/lab/set-up-lab.ts';
import { demoSignInsFile } from '../../../src/hub/demo/demo-site.ts';
import type { DemoSignIns } from '../../../src/hub/demo/demo-site.ts';
import { certificateFingerprint } from '../../../src/hub/site/hub-certificate.ts';
import { siteFiles } from '../../../src/hub/site/site-files.ts';
import type { TlsFileContent } from '../../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../../src/hub/site/site-vault.ts';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';

/** A practice lab as `npm start` makes it, with two kiosks and its hub running. */
export interface BenchLab {
  readonly signIns: DemoSignIns;
  readonly tls: TlsFileContent;
  /** Data folder of `station-1`, `station-2` or `supervisor`. */
  stationFolder(name: string): string;
  stop(): Promise<void>;
}

export interface HubPlace {
  readonly folder: string;
  readonly port: number;
}

/** Starts a hub in a process of its own, and resolves once it answers. */
export async function startHub(bench: Bench, { folder, port }: HubPlace): Promise<Piece> {
  const { certificate } = await readRequired(folderVault(folder), siteFiles.tls);
  const cli = join(bench.root, 'dist', 'cli', 'rean.js');
  const output = join(bench.folder, `hub-${port}.log`);
  const hub = await startPiece({
    name: 'hub',
    program: process.execPath,
    words: [cli, '--with-parent', 'hub', 'run', '--data', folder, '--port', String(port)],
    output,
  });
  const over = new AbortController();
  void hub.ended.then(() => over.abort());
  const fingerprint = certificateFingerprint(certificate);
  if (await hubReady({ port, fingerprint }, over.signal)) return hub;
  throw new CannotMeasure(`The hub did not start: ${await readFile(output, 'utf8')}`);
}

/** Makes the lab in the bench's own folder. Some seconds: each of its people gets a code. */
export async function startLab(bench: Bench): Promise<BenchLab> {
  const folder = join(bench.folder, 'lab');
  const wish = { folder, root: bench.root, reset: false, kiosks: 2, say: bench.say };
  const { hubPort } = await prepareLab(wish);
  const vault = folderVault(hubFolder(folder));
  const hub = await startHub(bench, { folder: hubFolder(folder), port: hubPort });
  return {
    signIns: await readRequired(vault, demoSignInsFile),
    tls: await readRequired(vault, siteFiles.tls),
    stationFolder: (name) => stationFolder(folder, name),
    stop: () => hub.stop(),
  };
}
