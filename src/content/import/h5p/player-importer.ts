import * as z from 'zod';
import { h5pPlayerVersion } from '../../../shared/contracts/h5p.ts';
import { foreignPathSchema } from '../../../shared/contracts/phrase.ts';
import type { ForeignFile } from '../foreign-file.ts';
import { unreadable, unsupported } from '../import-errors.ts';
import type { Imported, Importer } from '../importer.ts';
import { isGzip, readTarball } from './read-tarball.ts';

const packageName = 'h5p-standalone';
const largest = 64 * 1024 * 1024;
const script = 'main.bundle.js';

/** A release of h5p-standalone, as npm gives it, packed or unpacked: what H5P is played with (ADR 33). */
export const h5pPlayerImporter: Importer = {
  kind: 'h5p-player',
  recognise: async (file) => {
    if (file.tree?.find('dist/main.bundle.js') === undefined && !isTarball(file)) return false;
    return (await describe(await filesOf(file)))?.name === packageName;
  },
  read: async (file) => {
    const files = await filesOf(file);
    const { version, license } = (await describe(files)) ?? {};
    if (version !== h5pPlayerVersion) {
      throw unsupported(
        `it is ${packageName} ${version ?? '?'}; H5P is played with ${h5pPlayerVersion}: npm pack ${packageName}@${h5pPlayerVersion}`,
      );
    }
    return player(files, license);
  },
};

const isTarball = ({ head, name }: ForeignFile) => isGzip(head) && /\.(?:tgz|tar\.gz)$/i.test(name);

type Files = ReadonlyMap<string, () => Promise<Uint8Array>>;

/** By path in the release: `dist/main.bundle.js`. */
async function filesOf(file: ForeignFile): Promise<Files> {
  const { tree } = file;
  if (tree !== null) {
    return new Map(tree.entries.map((entry) => [entry.name, () => tree.bytes(entry, largest)]));
  }
  const packed = readTarball(await file.bytes(largest));
  return new Map(
    [...packed].map(([name, bytes]) => [
      name.replace(/^[^/]+\//, ''),
      () => Promise.resolve(bytes),
    ]),
  );
}

const describedSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
});

async function describe(files: Files) {
  const bytes = await files.get('package.json')?.();
  if (bytes === undefined) return null;
  try {
    return describedSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

/** What plays, under the names it has below `dist`; its licence goes along. */
function player(files: Files, licence: string | undefined): Imported {
  const kept = [...files].flatMap(([name, read]) => {
    const path = name.startsWith('dist/') ? name.slice('dist/'.length) : nameOfLicence(name);
    const fits =
      path !== null && !path.endsWith('.d.ts') && foreignPathSchema.safeParse(path).success;
    return fits ? [{ path, open: () => once(read) }] : [];
  });
  if (!kept.some(({ path }) => path === script)) {
    throw unreadable(`there is no dist/${script} in it`);
  }
  return {
    licence: licence ?? null,
    notes: [],
    things: [
      {
        kind: 'piece',
        name: null,
        title: { km: 'កម្មវិធីលេង H5P', en: 'H5P player' },
        files: kept,
        cover: null,
        sign: 'questions',
        item: (base) => ({ ...base, kind: 'h5p-player', entry: `${base.folder}/${script}` }),
      },
    ],
  };
}

const nameOfLicence = (name: string) =>
  /^licen[cs]e(?:\.\w+)?$/i.test(name) ? 'LICENCE.txt' : null;

async function* once(read: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await read();
}
