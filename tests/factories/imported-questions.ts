import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { seededRandomness } from './seeded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { lessonSchema } from '../../src/shared/contracts/lesson.ts';
import { semverSchema } from '../../src/shared/ids.ts';
import { buildPack } from '../../src/content/build/build-pack.ts';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { importFiles } from '../../src/content/import/import-files.ts';

/** As far as a test cares. */
export const png = Buffer.from('\u0089PNG\r\n, as far as a test cares', 'latin1');

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Imports the first of some files, all lying in one folder, into a new pack, which is then built. */
export async function imported(files: Files) {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const into = join(await temporaryFolder(), 'pack');
  const disk = nodeDisk();
  const randomness = seededRandomness(7);
  const processes = {
    self: () => Promise.resolve({ pid: 1, started: null }),
    isRunning: () => Promise.resolve(false),
  };
  const { files: reports } = await importFiles(
    { disk, randomness, processes, appVersion: semverSchema.parse('0.1.0') },
    { paths: [join(folder, Object.keys(files)[0] ?? '')], into, replace: false, words: {} },
  );
  const [report] = reports;
  if (report === undefined || report.outcome !== 'imported') return { report, items: [], into };
  const result = await buildPack({ disk, randomness }, into, join(folder, 'out.kpack'));
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems));
  const lessons = await Promise.all(
    report.things.map(async ({ id }) =>
      lessonSchema.parse(
        JSON.parse(await readFile(join(into, `lessons/${id}/lesson.json`), 'utf8')),
      ),
    ),
  );
  const activities = lessons.flatMap((lesson) => lesson.activities);
  return { report, lessons, activities, items: activities.flatMap(({ items }) => items), into };
}

/** Notes as `at: text`. */
export const notesOf = ({ report }: Awaited<ReturnType<typeof imported>>) =>
  (report?.notes ?? []).map(({ at, text }) => `${at ?? ''}: ${text}`);
