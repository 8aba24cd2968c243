import type { PackItem, PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { clipsOf, walkContent } from '../lesson/walk-content.ts';
import { isHostSafe } from '../serve/pack-host.ts';
import { isAudioMime, isPictureMime, lessonMime } from './media-type.ts';
import { codeFolders, isInAny, mimeIn, piecesOf } from './piece-folders.ts';
import { pieceMistakes } from './piece-mistakes.ts';

/** Something that a manifest's shape alone can't rule out. */
export interface ManifestMistake {
  /** Where, as `items[2].entry`. */
  readonly at: string;
  readonly problem: string;
}

/** What is wrong between the parts of a well-shaped manifest ([PKG2]); empty when all fits. */
export function manifestMistakes(manifest: PackManifest): readonly ManifestMistake[] {
  return [
    ...hostMistakes(manifest),
    ...fileMistakes(manifest),
    ...courseMistakes(manifest),
    ...itemMistakes(manifest),
    ...pieceMistakes(manifest),
    ...mediaMistakes(manifest),
  ];
}

function hostMistakes({ id }: PackManifest): ManifestMistake[] {
  const problem = 'a part of the id reads as an encoded international name (xn--)';
  return isHostSafe(id) ? [] : [{ at: 'id', problem }];
}

function fileMistakes({ files, items }: PackManifest): ManifestMistake[] {
  const code = codeFolders(piecesOf({ items }));
  const sizes = new Map(files.map((file) => [file.sha256, file.size]));
  return [
    ...repeats('files', 'path', files, (file) => file.path),
    ...files.flatMap((file, index) => {
      const at = `files[${index}]`;
      const wrongMime = mimeIn(file.path, code) !== file.mime;
      return [
        ...(wrongMime ? [{ at: `${at}.mime`, problem: `${file.path} can't be ${file.mime}` }] : []),
        ...(sizes.get(file.sha256) === file.size
          ? []
          : [{ at: `${at}.size`, problem: 'two sizes for one checksum' }]),
      ];
    }),
  ];
}

const courseMistakes = ({ courses }: PackManifest) =>
  repeats('courses', 'id', courses, (course) => course.id);

function itemMistakes({ items, courses, files }: PackManifest): ManifestMistake[] {
  const lessons = new Set(inertFiles({ items, files }, (mime) => mime === lessonMime));
  const known = new Set(courses.map((course) => course.id));
  return [
    ...repeats('items', 'id', items, (item) => item.id),
    ...repeats('items', 'position', items, placeOf),
    ...items.flatMap((item, index) => [
      ...(known.has(item.course)
        ? []
        : [{ at: `items[${index}].course`, problem: `no course ${item.course} in this pack` }]),
      ...(item.kind !== 'lesson' || lessons.has(item.entry)
        ? []
        : [{ at: `items[${index}].entry`, problem: `no lesson file ${item.entry}` }]),
    ]),
  ];
}

const placeOf = ({ course, position }: PackItem) => `place ${position} of ${course}`;

function mediaMistakes(manifest: PackManifest): ManifestMistake[] {
  const drawn = new Set(inertFiles(manifest, isPictureMime));
  const heard = new Set(inertFiles(manifest, isAudioMime));
  const { pictures, phrases } = walkContent(manifest);
  return [
    ...pictures
      .filter(({ picture }) => !drawn.has(picture.src))
      .map(({ at, picture }) => ({ at: `${at}.src`, problem: `no picture ${picture.src}` })),
    ...phrases.flatMap(({ at, phrase }) =>
      clipsOf(phrase)
        .filter((path) => !heard.has(path))
        .map((path) => ({ at: `${at}.audio`, problem: `no recording ${path}` })),
    ),
  ];
}

/** Paths of one type of file, of those that run no code and that our own pages may show. */
function inertFiles(
  { items, files }: Pick<PackManifest, 'items' | 'files'>,
  fits: (mime: string) => boolean,
): string[] {
  const code = codeFolders(piecesOf({ items }));
  return files.flatMap(({ path, mime }) => (fits(mime) && !isInAny(path, code) ? [path] : []));
}

function repeats<Thing>(
  list: string,
  member: string,
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): ManifestMistake[] {
  const seen = new Set<string>();
  return things.flatMap((thing, index) => {
    const key = keyOf(thing);
    const again = seen.has(key);
    seen.add(key);
    return again ? [{ at: `${list}[${index}].${member}`, problem: `${key} appears twice` }] : [];
  });
}
