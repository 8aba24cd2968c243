import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build as rolldown } from 'rolldown';
import { build as vite } from 'vite';
import { bundles } from './build/bundles.ts';
import { builtFrom, fingerprintInputs, markBuilt } from './build/freshness.ts';

/**
 * `npm run build [-- --if-needed]`: fills `dist` with the main process, the station's process, the
 * preloads, the windows' pages and the command line.
 */
const root = join(import.meta.dirname, '..');

async function buildAll(fingerprint: string): Promise<void> {
  const startedAt = performance.now();
  await rm(join(root, 'dist', '.built-from'), { force: true });
  await Promise.all([
    ...bundles(root).map((options) => rolldown(options)),
    vite({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' }),
  ]);
  await markBuilt(root, fingerprint);
  console.log(`Built dist in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}

const fingerprint = await fingerprintInputs(root);
const upToDate = process.argv.includes('--if-needed') && (await builtFrom(root)) === fingerprint;
if (!upToDate) await buildAll(fingerprint);
