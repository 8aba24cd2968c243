import { isZim } from '../zim/zim-header.ts';
import type { ForeignFile } from './foreign-file.ts';
import { unsupported } from './import-errors.ts';
import type { Importer } from './importer.ts';

/** Kinds that are known, so that they are not taken for something else, and told why they don't come. */
const known: readonly (readonly [
  kind: string,
  is: (file: ForeignFile) => boolean,
  problem: string,
])[] = [
  [
    'office',
    has('[Content_Types].xml'),
    'a document of an office program: save it as PDF or HTML there, and import that',
  ],
  [
    'aicc',
    (file) => holds(file, /\.crs$/i) && holds(file, /\.au$/i),
    'a course of AICC: export it as SCORM 1.2 or 2004, or as cmi5, and import that',
  ],
  [
    'zim-part',
    ({ name, head }) => /\.zim[a-z]{2}$/i.test(name) && !isZim(head),
    'a part of a ZIM archive in parts: join them in their order (cat x.zim?? > x.zim), and import that',
  ],
  [
    'captions',
    (file) => startsWith('WEBVTT')(file) || /\.(?:vtt|srt)$/i.test(file.name),
    'words to a film, without it: put them beside the film under its name (film.mp4, film.km.vtt), and import the film',
  ],
];

/** What only its name tells: asked last, after what is in a file has been looked at. */
const knownByName: typeof known = [
  [
    'page',
    ({ name, tree }) => tree === null && /\.x?html?$/i.test(name),
    'a web page without its folder: put it into one, with its pictures, and import the folder',
  ],
  [
    'picture',
    ({ name, tree }) =>
      tree === null && /\.(?:png|jpe?g|webp|svg|gif|bmp|tiff?|hei[cf]|avif)$/i.test(name),
    'a picture by itself: save it as PNG, JPEG, WebP or SVG in the folder of a lesson, and name it there',
  ],
];

const refusing = (kinds: typeof known): readonly Importer[] =>
  kinds.map(([kind, is, problem]) => ({
    kind,
    recognise: (file) => Promise.resolve(is(file)),
    read: () => Promise.reject(unsupported(problem)),
  }));

/** Importers that refuse with `import.unsupported`: those asked before the others, and those asked behind them. */
export const unsupportedImporters = refusing(known);
export const lastImporters = refusing(knownByName);

const holds = ({ tree }: ForeignFile, name: RegExp) =>
  tree?.entries.some((entry) => name.test(entry.name)) ?? false;

function has(name: string) {
  return ({ tree }: ForeignFile) => tree?.find(name) !== undefined;
}

function startsWith(sign: string) {
  return ({ head }: ForeignFile) =>
    Buffer.from(head.subarray(0, sign.length + 3))
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .startsWith(sign);
}
