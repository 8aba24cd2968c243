import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface SourceFile {
  /** Relative to the project, with `/` between folders. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file under some folders of the project. */
export async function readSources(...folders: readonly string[]): Promise<readonly SourceFile[]> {
  const lists = await Promise.all(
    folders.map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true })),
  );
  const files = lists.flat().filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
  return Promise.all(
    files.map(async ({ parentPath, name }) => ({
      path: relative(root, join(parentPath, name)),
      text: await readFile(join(parentPath, name), 'utf8'),
    })),
  );
}
