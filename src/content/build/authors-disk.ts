import type { Disk, DiskEntry } from '../disk/disk.ts';
import { decodeUtf8 } from './parse-text.ts';
import { readYaml } from './read-yaml.ts';

const lesson = /(^|\/)lesson\.json$/;
const yamlOf = (path: string) => path.replace(lesson, '$1lesson.yaml');

/**
 * A disk on which a lesson written in YAML (`lesson.yaml`) is seen as the JSON it says ([AUT1]), so that a
 * pack is the same whichever its author wrote. Where both are there, whoever reads the lesson refuses them.
 * A text that is no YAML is seen as it is; whoever parses it tells.
 */
export function authorsDisk(disk: Disk): Disk {
  const translated = async (path: string): Promise<Uint8Array | null> => {
    if (!lesson.test(path) || (await disk.fileSize(path)) !== null) return null;
    const bytes = await disk.readFile(yamlOf(path));
    return bytes === null ? null : asJson(bytes);
  };
  return {
    ...disk,
    readFile: async (path) => (await translated(path)) ?? disk.readFile(path),
    async *stream(path) {
      const bytes = await translated(path);
      if (bytes === null) yield* disk.stream(path);
      else yield bytes;
    },
    fileSize: async (path) => (await translated(path))?.byteLength ?? disk.fileSize(path),
    list: async (path) => asLessons(await disk.list(path)),
  };
}

function asLessons(entries: readonly DiskEntry[]): readonly DiskEntry[] {
  if (entries.some(({ name }) => name === 'lesson.json')) return entries;
  return entries.map((entry) =>
    entry.name === 'lesson.yaml' ? { ...entry, name: 'lesson.json' } : entry,
  );
}

function asJson(bytes: Uint8Array): Uint8Array {
  const text = decodeUtf8(bytes);
  const read = text === null ? null : readYaml(text);
  if (read?.kind !== 'read') return bytes;
  return new TextEncoder().encode(`${JSON.stringify(read.value, null, 2)}\n`);
}
