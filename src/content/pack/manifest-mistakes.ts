import { gt } from 'semver';
import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import type { BrokenRule } from '../../shared/words/rule.ts';
import type { Sentence } from '../../shared/words/sentence.ts';
import { clipsOf, walkContent } from '../lesson/walk-content.ts';
import { isHostSafe } from '../serve/pack-host.ts';
import { tellParts } from '../words/tell.ts';
import { courseMistakes } from './course-mistakes.ts';
import { isAudioMime, isPictureMime, lessonMime } from './media-type.ts';
import { codeFolders, foldersOf, isInAny, mimeIn, piecesOf } from './piece-folders.ts';
import { pieceMistakes } from './piece-mistakes.ts';

/** Something that a manifest's shape alone can't rule out, with what its author can do. */
export interface ManifestMistake extends BrokenRule {
  /** Where, as `items[2].entry`. */
  readonly at: string;
}

/** What is wrong between the parts of a well-shaped manifest ([PKG2]); empty when all fits. */
export function manifestMistakes(manifest: PackManifest): readonly ManifestMistake[] {
  return [
    ...hostMistakes(manifest),
    ...fileMistakes(manifest),
    ...repeats('courses', 'id', manifest.courses, (course) => course.id),
    ...otherPackMistakes(manifest),
    ...h5pMistakes(manifest),
    ...itemMistakes(manifest),
    ...ofCourses(manifest),
    ...pieceMistakes(manifest),
    ...mediaMistakes(manifest),
  ];
}

function hostMistakes({ id }: PackManifest): ManifestMistake[] {
  if (isHostSafe(id)) return [];
  return [{ at: 'id', problem: tellParts('id.host'), fix: tellParts('id.host.fix') }];
}

function fileMistakes({ files, items }: PackManifest): ManifestMistake[] {
  const folders = foldersOf(piecesOf({ items }));
  const sizes = new Map(files.map((file) => [file.sha256, file.size]));
  return [
    ...repeats('files', 'path', files, (file) => file.path),
    ...files.flatMap((file, index) => {
      const at = `files[${index}]`;
      const { path, mime } = file;
      const wrongMime = mimeIn(path, folders) !== mime;
      const fix = tellParts('again.fix');
      return [
        ...(wrongMime
          ? [{ at: `${at}.mime`, problem: tellParts('file.mime', { path, mime }), fix }]
          : []),
        ...(sizes.get(file.sha256) === file.size
          ? []
          : [{ at: `${at}.size`, problem: tellParts('file.sizes'), fix }]),
      ];
    }),
  ];
}

/** A pack is never its own need, names each other pack once, and is newer than its base. */
function otherPackMistakes({ id, version, requires = [], base }: PackManifest): ManifestMistake[] {
  const ofItself = requires.findIndex(({ pack }) => pack === id);
  return [
    ...repeats('requires', 'pack', requires, ({ pack }) => pack),
    ...(ofItself === -1
      ? []
      : [
          {
            at: `requires[${ofItself}].pack`,
            problem: tellParts('requires.itself'),
            fix: tellParts('requires.itself.fix'),
          },
        ]),
    ...(base === undefined || gt(version, base)
      ? []
      : [
          {
            at: 'base',
            problem: tellParts('base.later', { version, base }),
            fix: tellParts('base.later.fix'),
          },
        ]),
  ];
}

/** A package of H5P is played with a player of one version, or nobody knows what it does. */
function h5pMistakes({ items, requires = [] }: PackManifest): ManifestMistake[] {
  return items.flatMap((item, index) => {
    if (item.kind !== 'h5p') return [];
    const required = requires.find(({ pack }) => pack === item.player);
    if (required !== undefined && 'exactly' in required) return [];
    const problem = tellParts('player.exactly', { player: item.player });
    return [{ at: `items[${index}].player`, problem, fix: tellParts('player.exactly.fix') }];
  });
}

const ofCourses = ({ courses, items }: PackManifest) =>
  courseMistakes(
    courses,
    items.map((item, index) => ({ ...item, at: `items[${index}]` })),
  );

function itemMistakes({ items, courses, files }: PackManifest): ManifestMistake[] {
  const lessons = new Set(inertFiles({ items, files }, (mime) => mime === lessonMime));
  const known = new Set(courses.map((course) => course.id));
  return [
    ...repeats('items', 'id', items, (item) => item.id),
    ...repeats('items', 'position', items, ({ course, position }) =>
      tellParts('place', { position: String(position), course }),
    ),
    ...items.flatMap((item, index) => [
      ...(known.has(item.course)
        ? []
        : [
            {
              at: `items[${index}].course`,
              problem: tellParts('course.none', { id: item.course }),
              fix: tellParts('course.none.fix'),
            },
          ]),
      ...(item.kind !== 'lesson' || lessons.has(item.entry)
        ? []
        : [
            {
              at: `items[${index}].entry`,
              problem: tellParts('lesson.none', { path: item.entry }),
              fix: tellParts('again.fix'),
            },
          ]),
    ]),
  ];
}

function mediaMistakes(manifest: PackManifest): ManifestMistake[] {
  const drawn = new Set(inertFiles(manifest, isPictureMime));
  const heard = new Set(inertFiles(manifest, isAudioMime));
  const { pictures, phrases } = walkContent(manifest);
  return [
    ...pictures
      .filter(({ picture }) => !drawn.has(picture.src))
      .map(({ at, picture }) => ({
        at: `${at}.src`,
        problem: tellParts('picture.none', { path: picture.src }),
        fix: tellParts('outside.fix'),
      })),
    ...phrases.flatMap(({ at, phrase }) =>
      clipsOf(phrase)
        .filter((path) => !heard.has(path))
        .map((path) => ({
          at: `${at}.audio`,
          problem: tellParts('recording.none', { path }),
          fix: tellParts('outside.fix'),
        })),
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
  keyOf: (thing: Thing) => string | Sentence,
): ManifestMistake[] {
  const seen = new Set<string>();
  return things.flatMap((thing, index) => {
    const what = keyOf(thing);
    const key = typeof what === 'string' ? what : what.en;
    const again = seen.has(key);
    seen.add(key);
    if (!again) return [];
    const problem = tellParts('twice', { what });
    return [{ at: `${list}[${index}].${member}`, problem, fix: tellParts('twice.fix') }];
  });
}
