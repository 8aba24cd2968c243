import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPack } from '../../src/content/build/build-pack.ts';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { signPack } from '../../src/content/pack/sign-pack.ts';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import { packIdSchema } from '../../src/shared/ids.ts';
import { publisher, storeOptions } from './pack-press.ts';
import { mediaItem, pieceSource, writePackSource } from './pack-source.ts';
import { seededRandomness } from './seeded-randomness.ts';

const fixture = join(import.meta.dirname, '..', 'fixtures', 'film.webm');
const words = (text: string) => `WEBVTT\n\n00:00.000 --> 00:06.000\n${text}\n`;

export const filmPack = packIdSchema.parse('org.rean.films');
const filmCourse = 'org.rean.films.all';
export const filmTitle = { km: 'ការសម្ភាសការងារ', en: 'A job interview' };
export const filmQuestion = {
  at: 2,
  question: { km: 'ពេលចូលសម្ភាស តើត្រូវធ្វើអ្វីមុនគេ?', en: 'What comes first at an interview?' },
  options: [
    { km: 'អង្គុយភ្លាម', en: 'Sit down at once' },
    { km: 'ជំរាបសួរ', en: 'Greet them' },
    { km: 'សួររកប្រាក់ខែ', en: 'Ask about pay' },
  ],
  right: 1,
};

/** A film of six seconds with words in both languages, that asks a group something after two; returns the file. */
export async function pressFilm(into: string): Promise<string> {
  const tracks = [
    { kind: 'captions', language: 'km', src: 'film/km.vtt' },
    { kind: 'captions', language: 'en', src: 'film/en.vtt' },
  ];
  const film = mediaItem({
    title: filmTitle,
    tracks,
    pauses: [filmQuestion],
    course: filmCourse,
    position: 1,
  });
  const draft = pieceSource([film], {
    'lessons/first/lesson.json': undefined,
    'pictures/course.svg': undefined,
    'audio/look.ogg': undefined,
    'game/Index.html': undefined,
    'game/Play It.js': undefined,
    'game/pictures/live.svg': undefined,
    'film/film.webm': undefined,
    'film/km.vtt': words('សូមអញ្ជើញចូល'),
    'film/en.vtt': words('Please come in'),
  });
  const courses = [
    {
      id: filmCourse,
      title: { km: 'ភាពយន្តសម្រាប់ក្រុម', en: 'Films for groups' },
      picture: { src: 'pictures/ka.svg', alt: { km: 'រូប' } },
    },
  ];
  const description = { ...draft.description, id: filmPack, courses, lessons: [] };
  const folder = await writePackSource({ ...draft, description }, join(into, 'film-pack'));
  await copyFile(fixture, join(folder, 'film', 'film.webm'));
  const tools = { disk: nodeDisk(), randomness: seededRandomness(4) };
  const file = join(into, 'film.kpack');
  const built = await buildPack(tools, folder, file);
  if (built.kind === 'refused') throw new Error(JSON.stringify(built.problems));
  await signPack(tools, file, publisher);
  return file;
}

/** Installs it in a station's store, which is told to trust its publisher. */
export async function installFilm(store: string, file: string): Promise<void> {
  const opened = await openPackStore(storeOptions(store));
  await opened.trust({ name: 'test', publicKey: publisher.publicKey });
  await opened.install(file);
}
