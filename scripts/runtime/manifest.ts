import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';

const manifestFile = 'rean-runtime.json';

const manifestSchema = z.strictObject({
  format: z.literal(1),
  electronVersion: z.string(),
  files: z.array(z.strictObject({ path: z.string(), size: z.number().int().nonnegative() })),
});

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name !== manifestFile)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

async function sizeOf(file: string): Promise<number | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.size;
}

/** Lists what a finished runtime folder holds. Written last: without it a folder is half-made. */
export async function writeManifest(folder: string, electronVersion: string): Promise<void> {
  const paths = await listFiles(folder);
  const files = await Promise.all(
    paths.map(async (path) => ({ path, size: await sizeOf(join(folder, path)) })),
  );
  const manifest = manifestSchema.parse({ format: 1, electronVersion, files });
  await writeFile(join(folder, manifestFile), `${JSON.stringify(manifest)}\n`, { flush: true });
}

/**
 * Whether a folder still holds every file of its manifest at its full size.
 * Sizes, not checksums: this runs at every start, and what it must notice is a
 * power cut or a cleaner's half work, not an attacker.
 */
export async function isComplete(folder: string, electronVersion: string): Promise<boolean> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (!parsed.success || parsed.data.electronVersion !== electronVersion) return false;
  const sizes = await Promise.all(parsed.data.files.map(({ path }) => sizeOf(join(folder, path))));
  return parsed.data.files.every((file, at) => sizes[at] === file.size);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
