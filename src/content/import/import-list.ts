import { join } from 'node:path';
import * as z from 'zod';
import { slugSchema } from '../../shared/ids.ts';
import type { PackSource } from '../../shared/contracts/pack-manifest.ts';
import type { Disk } from '../disk/disk.ts';

/** What came into a source folder by import, so that the same file twice is noticed and ids go on. */
export const importListName = 'imports.json';

const importedFileSchema = z.object({
  file: z.string(),
  sha256: z.string(),
  kind: z.string(),
  things: z.array(z.object({ name: z.string().nullable(), id: slugSchema })),
});
export type ImportedFile = z.infer<typeof importedFileSchema>;

const importListSchema = z.object({
  format: z.literal('rean-imports@1'),
  files: z.array(importedFileSchema),
});

/** The list of a source folder; empty where there is none, or none that can be read: it only helps. */
export async function readImportList(disk: Disk, into: string): Promise<readonly ImportedFile[]> {
  const bytes = await disk.readFile(join(into, importListName));
  if (bytes === null) return [];
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return importListSchema.safeParse(value).data?.files ?? [];
  } catch {
    return [];
  }
}

export function writeImportList(files: readonly ImportedFile[]): string {
  return `${JSON.stringify({ format: 'rean-imports@1', files }, null, 2)}\n`;
}

/** Whether everything that came from a file is still listed in the source. */
export function isStillListed({ things }: ImportedFile, { lessons, items }: PackSource): boolean {
  const ids = new Set([...lessons, ...items].map(({ id }) => id));
  return things.length > 0 && things.every(({ id }) => ids.has(id));
}
