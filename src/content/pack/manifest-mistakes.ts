import type { PackItem, PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { clipsOf, walkContent } from '../lesson/walk-content.ts';
import { isHostSafe } from '../serve/pack-host.ts';
import { isAudioMime, isPictureMime, lessonMime, mimeOfPath } from './media-type.ts';

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
    ...mediaMistakes(manifest),
  ];
}

function hostMistakes({ id }: PackManifest): ManifestMistake[] {
  const problem = 'a part of the id reads as an encoded international name (xn--)';
  return isHostSafe(id) ? [] : [{ at: 'id', problem }];
}

function fileMistakes({ files }: PackManifest): ManifestMistake[] {
  const sizes = new Map(files.map((file) => [file.sha256, file.size]));
  return [
    ...repeats('files', 'path', files, (file) => file.path),
    ...files.flatMap((file, index) => {
      const at = `files[${index}]`;
      const wrongMime = mimeOfPath(file.path) !== file.mime;
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
  const mimes = new Map(files.map((file) => [file.path, file.mime]));
  const known = new Set(courses.map((course) => course.id));
  return [
    ...repeats('items', 'id', items, (item) => item.id),
    ...repeats('items', 'position', items, placeOf),
    ...items.flatMap((item, index) => [
      ...(known.has(item.course)
        ? []
        : [{ at: `items[${index}].course`, problem: `no course ${item.course} in this pack` }]),
      ...(mimes.get(item.entry) === lessonMime
        ? []
        : [{ at: `items[${index}].entry`, problem: `no lesson file ${item.entry}` }]),
    ]),
  ];
}

const placeOf = ({ course, position }: PackItem) => `place ${position} of ${course}`;

function mediaMistakes(manifest: PackManifest): ManifestMistake[] {
  const mimes = new Map(manifest.files.map((file) => [file.path, file.mime]));
  const { pictures, phrases } = walkContent(manifest);
  return [
    ...pictures
      .filter(({ picture }) => !isPictureMime(mimes.get(picture.src) ?? ''))
      .map(({ at, picture }) => ({ at: `${at}.src`, problem: `no picture ${picture.src}` })),
    ...phrases.flatMap(({ at, phrase }) =>
      clipsOf(phrase)
        .filter((path) => !isAudioMime(mimes.get(path) ?? ''))
        .map((path) => ({ at: `${at}.audio`, problem: `no recording ${path}` })),
    ),
  ];
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
