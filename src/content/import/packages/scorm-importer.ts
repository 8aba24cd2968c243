import { fileOfHref } from '../../../domain/scorm/launch-address.ts';
import { readManifest } from '../../../domain/scorm/read-manifest.ts';
import { launchableItems } from '../../../domain/scorm/scorm-package.ts';
import type { ScormPackage } from '../../../domain/scorm/scorm-package.ts';
import { treeParts } from '../file-tree.ts';
import type { FileTree, ForeignFile } from '../foreign-file.ts';
import { nothingIn, unreadable } from '../import-errors.ts';
import type { Imported, Importer, ImportNote } from '../importer.ts';
import { titled } from '../name-things.ts';
import { outsideAddresses } from './outside-addresses.ts';
import { readXmlTree } from './xml-tree.ts';

const manifestName = 'imsmanifest.xml';
const largestManifest = 16 * 1024 * 1024;

/** A package of SCORM 1.2 or 2004: its manifest lies at the top. */
export const scormImporter: Importer = {
  kind: 'scorm',
  recognise: ({ tree }) => Promise.resolve(tree?.find(manifestName) !== undefined),
  read: async ({ tree }: ForeignFile) => {
    const entry = tree?.find(manifestName);
    if (tree === null || entry === undefined) throw nothingIn('there is no imsmanifest.xml in it');
    const bytes = await tree.bytes(entry, largestManifest);
    const read = readManifest(readXmlTree(bytes, entry.name));
    if (read.kind === 'refused') throw unreadable(read.problems.slice(0, 5).join('; '), entry.name);
    const imported = await readPackage(tree, entry.name, read.package);
    return read.guessed ? { ...imported, notes: [guessed, ...imported.notes] } : imported;
  },
};

async function readPackage(
  tree: FileTree,
  manifest: string,
  found: ScormPackage,
): Promise<Imported> {
  const { edition, title } = found;
  return {
    licence: null,
    notes: [
      ...tree.notes,
      ...pagesOnly(found),
      ...missingFiles(tree, found),
      ...(await outsideAddresses(tree)),
    ],
    things: [
      {
        kind: 'piece',
        name: null,
        title: titled(title),
        files: treeParts(tree),
        cover: null,
        sign: 'questions',
        item: (base) => ({ ...base, kind: 'scorm', edition, entry: `${base.folder}/${manifest}` }),
      },
    ],
  };
}

const guessed: ImportNote = {
  sort: 'guessed',
  at: manifestName,
  text: 'It does not say that it is SCORM 1.2 or 2004: it is played as SCORM 1.2.',
};

/** Pages alone, which no learning system hears anything from. */
const pagesOnly = ({ items }: ScormPackage): readonly ImportNote[] =>
  launchableItems(items).some(({ launch }) => launch.isSco)
    ? []
    : [
        {
          sort: 'simplified',
          at: manifestName,
          text: 'It holds pages that say nothing of answers or scores: each is done once it was opened.',
        },
      ];

/** Files that items open and that are not there. Throws `import.unreadable` where that is all of them. */
function missingFiles(tree: FileTree, { items }: ScormPackage): readonly ImportNote[] {
  const opened = launchableItems(items);
  const notes = opened.flatMap(({ id, launch }): ImportNote[] => {
    const file = fileOfHref(launch.href);
    const there = file === null ? undefined : tree.find(file);
    if (there !== undefined && there.name === file) return [];
    const written = there === undefined ? 'is not there' : `is called ${there.name}`;
    const problem =
      file === null
        ? `${launch.href}, which lies outside the package`
        : `${file}, which ${written}`;
    return [{ sort: 'unsupported', at: manifestName, text: `Item ${id} opens ${problem}.` }];
  });
  if (notes.length === opened.length) {
    throw unreadable(notes[0]?.text ?? 'nothing in it can be opened', manifestName);
  }
  return notes;
}
