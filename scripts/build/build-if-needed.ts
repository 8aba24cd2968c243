import { builtFrom, fingerprintInputs } from './freshness.ts';

/** Builds unless `dist` is what these very sources give; then it takes some milliseconds. */
export async function buildIfNeeded(root: string): Promise<void> {
  if ((await builtFrom(root)) === (await fingerprintInputs(root))) return;
  // The bundlers take longer to load than an up-to-date start takes altogether.
  const { buildAll } = await import('./build.ts');
  await buildAll(root);
}
