import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPack } from '../../src/content/build/build-pack.ts';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { signPack } from '../../src/content/pack/sign-pack.ts';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import { publisher, storeOptions } from './pack-press.ts';
import { htmlItem, pieceSource, writePackSource } from './pack-source.ts';
import type { PackSourceDraft } from './pack-source.ts';
import { pieceCourse, pieceCourseTitle } from './piece-pack.ts';
import { seededRandomness } from './seeded-randomness.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'courses');

/** Courses made by others, a folder each. */
const courses = [
  { id: 'cmi5', kind: 'cmi5', entry: 'cmi5/cmi5.xml' },
  { id: 'scorm12', kind: 'scorm', edition: '1.2', entry: 'scorm12/imsmanifest.xml' },
  { id: 'scorm2004', kind: 'scorm', edition: '2004', entry: 'scorm2004/imsmanifest.xml' },
  { id: 'quiet-items', kind: 'scorm', edition: '1.2', entry: 'quiet-items/imsmanifest.xml' },
  { id: 'quiet-unit', kind: 'cmi5', entry: 'quiet-unit/cmi5.xml' },
] as const;

/** A pack of them. `over` replaces members of its description. */
export async function courseSource(over: Record<string, unknown> = {}): Promise<PackSourceDraft> {
  const items = courses.map((course, index) => ({
    ...htmlItem({ title: { km: course.id, en: course.id }, position: index + 2 }),
    ...course,
    folder: course.id,
  }));
  const files = (await Promise.all(courses.map(({ id }) => filesOf(id)))).flat();
  const draft = pieceSource(items, Object.fromEntries(files));
  return { ...draft, description: { ...draft.description, ...over } };
}

async function filesOf(id: string): Promise<(readonly [path: string, text: string])[]> {
  const names = await readdir(join(fixtures, id));
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(fixtures, id, name), 'utf8');
      return [`${id}/${name}`, text] as const;
    }),
  );
}

/** Builds and signs such a pack in `scratch`; returns the file. */
export async function pressCourses(scratch: string): Promise<string> {
  const picture = { src: 'pictures/course.svg', alt: { km: 'រូប' } };
  const draft = await courseSource({
    courses: [{ id: pieceCourse, title: { km: pieceCourseTitle }, picture }],
  });
  const tools = { disk: nodeDisk(), randomness: seededRandomness(7) };
  const file = join(scratch, 'courses.kpack');
  const source = await writePackSource(draft, join(scratch, 'courses'));
  const built = await buildPack(tools, source, file);
  if (built.kind === 'refused') throw new Error(JSON.stringify(built.problems));
  await signPack(tools, file, publisher);
  return file;
}

/** Installs it in a station's store, which is told to trust its publisher. */
export async function installCourses(store: string, file: string): Promise<void> {
  const opened = await openPackStore(storeOptions(store));
  await opened.trust({ name: 'test', publicKey: publisher.publicKey });
  await opened.install(file);
}
