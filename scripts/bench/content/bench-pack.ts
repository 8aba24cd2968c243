import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildPack } from '../../../src/content/build/build-pack.ts';
import { nodeDisk } from '../../../src/content/disk/node-disk.ts';
import { nodeProcesses } from '../../../src/content/disk/processes.ts';
import { mintSecretKey } from '../../../src/content/minisign/keys.ts';
import { signPack } from '../../../src/content/pack/sign-pack.ts';
import { openPackStore } from '../../../src/content/store/pack-store.ts';
import type { PackStore } from '../../../src/content/store/pack-store.ts';
import { courseIdSchema, packIdSchema, semverSchema } from '../../../src/shared/ids.ts';
import { systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';

const randomness = systemRandomness();
const publisher = mintSecretKey(randomness);
const tools = { disk: nodeDisk(), randomness };

export const benchPackId = packIdSchema.parse('org.rean.bench');
export const benchVersion = semverSchema.parse('1.0.0');
export const benchCourse = courseIdSchema.parse('org.rean.bench.pieces');
/** Shown first of all courses, and by itself on one page. */
export const benchCourseTitle = 'Bench';

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>';
const picture = { src: 'pictures/a.svg', alt: { km: 'រូប' } };

/** A piece of HTML: its id, which is its title too, and its files by their path in its folder. */
export interface BenchPiece {
  readonly id: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** What a pack of the bench is made of. */
export interface BenchPackDraft {
  readonly id: string;
  readonly courses: readonly {
    readonly id: string;
    readonly title: { readonly km: string };
    readonly shelf?: true;
  }[];
  readonly items: readonly object[];
  /** By their path in the pack's source. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** What every listed piece has; `over` says what it is. */
export const benchItem = (id: string, position: number, over: object = {}) => ({
  kind: 'html',
  id,
  folder: id,
  entry: `${id}/index.html`,
  title: { km: id },
  picture,
  course: benchCourse,
  position,
  skills: [],
  ...over,
});

/** A signed pack; returns its file, and where its source lies. */
export async function pressPack(folder: string, draft: BenchPackDraft) {
  const { id, courses, items, files } = draft;
  const source = join(folder, 'source');
  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(source, path)), { recursive: true });
    await writeFile(join(source, path), content);
  };
  for (const [path, content] of Object.entries(files)) await write(path, content);
  await write('pictures/a.svg', drawing);
  const described = courses.map((course) => ({ ...course, picture }));
  await write('pack.source.json', JSON.stringify({ ...about, id, courses: described, items }));
  const file = join(folder, 'bench.kpack');
  const built = await buildPack(tools, source, file);
  if (built.kind === 'refused') throw new CannotMeasure(JSON.stringify(built.problems));
  await signPack(tools, file, publisher);
  return { file, source };
}

const about = {
  format: 'kpack@1',
  version: benchVersion,
  sequence: 1,
  title: { km: benchCourseTitle },
  licence: 'CC0-1.0',
  publisher: 'Rean',
  minimumApp: '0.1.0',
} as const;

/** A signed pack of such pieces, each of which has an `index.html`, in the bench's own course. */
export function pressBenchPack(folder: string, pieces: readonly BenchPiece[]) {
  const files = pieces.flatMap((piece) =>
    Object.entries(piece.files).map(([path, content]) => [`${piece.id}/${path}`, content] as const),
  );
  return pressPack(folder, {
    id: benchPackId,
    courses: [{ id: benchCourse, title: { km: benchCourseTitle } }],
    items: pieces.map(({ id }, index) => benchItem(id, index + 1)),
    files: Object.fromEntries(files),
  });
}

/** A store in a folder that trusts who made the pack. */
export async function openBenchStore(
  { appVersion }: Pick<Bench, 'appVersion'>,
  folder: string,
): Promise<PackStore> {
  const store = await openPackStore({
    ...tools,
    folder,
    appVersion,
    processes: nodeProcesses(),
  });
  await store.trust({ name: 'bench', publicKey: publisher.publicKey });
  return store;
}
