import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build as rolldown } from 'rolldown';
import { build as vite } from 'vite';
import { bundles } from './bundles.ts';
import { fingerprintInputs, markBuilt } from './freshness.ts';
import { copyPlayerFiles, playerPages } from './players.ts';

const noticeFont = '@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-400-normal.woff2';

/** Fills `dist`: the main process, the station's process, the preloads, the pages, the command line. */
export async function buildAll(root: string): Promise<void> {
  const startedAt = performance.now();
  const fingerprint = await fingerprintInputs(root);
  await rm(join(root, 'dist', '.built-from'), { force: true });
  await Promise.all([
    ...bundles(root).map((options) => rolldown(options)),
    vite({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' }),
    ...playerPages(root).map((config) => vite(config)),
  ]);
  await copyPlayerFiles(root);
  const font = join(root, 'node_modules', noticeFont);
  await copyFile(font, join(root, 'dist', 'main', 'khmer.woff2'));
  await markBuilt(root, fingerprint);
  console.log(`Built dist in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}
