import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hubReady } from '../../../src/cli/lab/hub-ready.ts';
import { startPiece } from '../../../src/cli/lab/piece.ts';
import type { Piece } from '../../../src/cli/lab/piece.ts';
import { siteFiles } from '../../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../../src/hub/site/site-vault.ts';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';

export interface HubPlace {
  readonly folder: string;
  readonly port: number;
}

const usuallyReadyWithinMs = 60_000;

/**
 * Starts a hub in a process of its own, and resolves once it answers.
 * @throws CannotMeasure with what it said when it does not
 */
export async function startHub(
  bench: Bench,
  { folder, port }: HubPlace,
  readyWithinMs = usuallyReadyWithinMs,
): Promise<Piece> {
  const { certificate: ca } = await readRequired(folderVault(folder), siteFiles.authority);
  const cli = join(bench.root, 'dist', 'cli', 'rean.js');
  const output = join(bench.folder, `hub-${port}.log`);
  const hub = await startPiece({
    name: 'hub',
    program: process.execPath,
    words: [cli, '--with-parent', 'hub', 'run', '--data', folder, '--port', String(port)],
    output,
  });
  const ended = new AbortController();
  void hub.ended.then(() => ended.abort());
  const over = AbortSignal.any([ended.signal, AbortSignal.timeout(readyWithinMs)]);
  if (await hubReady({ port, ca }, over)) return hub;
  await hub.stop();
  throw new CannotMeasure(`The hub did not start. It said:\n${await readFile(output, 'utf8')}`);
}
