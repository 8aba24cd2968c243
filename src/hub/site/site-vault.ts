import { join } from 'node:path';
import { ReanError } from '../../shared/errors.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';
import { openText, sealText, systemSealKey } from './secret-seal.ts';
import type { SiteFile } from './site-files.ts';

/** Where a hub keeps its site files. Writes are durable and whole when they resolve. */
export interface SiteVault {
  /**
   * The content; null when the file isn't there.
   * @throws ReanError `config.invalid` when it is not of its shape
   */
  read<Content>(file: SiteFile<Content>): Promise<Content | null>;
  write<Content>(file: SiteFile<Content>, content: Content): Promise<void>;
}

/** Site files in a folder on disk; secrets sealed where the system hands out a key for them ([IDN14]). */
export function folderVault(folder: string): SiteVault {
  return vaultOver({
    read: async (path) => {
      const text = await readPrivateFile(join(folder, path));
      return text === null ? null : openText(path, text, await systemSealKey());
    },
    write: async (path, text) => {
      await writePrivateFile(join(folder, path), sealText(path, text, await systemSealKey()));
    },
  });
}

/** Site files that end with the process, for simulations. */
export function memoryVault(): SiteVault {
  const texts = new Map<string, string>();
  return vaultOver({
    read: (path) => Promise.resolve(texts.get(path) ?? null),
    write: (path, text) => {
      texts.set(path, text);
      return Promise.resolve();
    },
  });
}

/**
 * The content of a file that must be there.
 * @throws ReanError `site.missing`, or `config.invalid` when it is not of its shape
 */
export async function readRequired<Content>(
  vault: SiteVault,
  file: SiteFile<Content>,
): Promise<Content> {
  const content = await vault.read(file);
  if (content === null) throw new ReanError('site.missing', { file: file.path });
  return content;
}

interface TextPlace {
  read(path: string): Promise<string | null>;
  write(path: string, text: string): Promise<void>;
}

function vaultOver(place: TextPlace): SiteVault {
  return {
    read: async (file) => {
      const text = await place.read(file.path);
      return text === null ? null : parseFile(file, text);
    },
    write: (file, content) =>
      place.write(file.path, `${JSON.stringify(file.schema.parse(content), null, 2)}\n`),
  };
}

function parseFile<Content>(file: SiteFile<Content>, text: string): Content {
  const parsed = file.schema.safeParse(parseJson(file.path, text));
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new ReanError('config.invalid', { file: file.path, at }, parsed.error);
}

function parseJson(path: string, text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (cause) {
    throw new ReanError('config.invalid', { file: path, at: 'not JSON' }, cause);
  }
}
