import { librariesIn, libraryTree } from '../../../domain/h5p/libraries.ts';
import { h5pPackageSchema, usualH5pPlayer } from '../../../shared/contracts/h5p.ts';
import type { H5pPackage, H5pPlayerPack } from '../../../shared/contracts/h5p.ts';
import { scanH5pContent } from '../../lint/scan-h5p.ts';
import { pathText } from '../../pack/manifest.ts';
import type { FileTree, TreeEntry } from '../foreign-file.ts';
import { nothingIn, unreadable } from '../import-errors.ts';
import type { ForeignPart, Imported, Importer, ImportNote } from '../importer.ts';
import { titled } from '../name-things.ts';
import { cleanPath } from '../text/inner-path.ts';
import { heldLibraries } from './held-libraries.ts';
import type { HeldLibraries, HeldLibrary } from './held-libraries.ts';
import { licenceWords } from './licence-words.ts';
import { parsedJson } from './parsed-json.ts';

const packageName = 'h5p.json';
const contentName = 'content/content.json';
const largestJson = 32 * 1024 * 1024;
const mostNotes = 20;

/** A package of H5P: an exercise or presentation with the libraries it is played with. */
export const h5pImporter: Importer = {
  kind: 'h5p',
  recognise: ({ tree }) =>
    Promise.resolve(
      tree !== null &&
        (tree.find(packageName) !== undefined || tree.find(contentName) !== undefined),
    ),
  read: async ({ tree }, wants) => {
    if (tree === null) throw nothingIn(`there is no ${packageName} in it`);
    const described = await readDescription(tree);
    const content = await readContent(tree);
    const held = await heldLibraries(tree);
    const libraries = await librariesFor(described, content, [
      held,
      ...(wants?.h5pLibraries ?? []),
    ]);
    const player = wants?.h5pPlayer ?? usualH5pPlayer;
    return importedFrom({ tree, described, content, held, libraries, player });
  },
};

async function readDescription(tree: FileTree): Promise<H5pPackage> {
  const parsed = h5pPackageSchema.safeParse(await readJson(tree, packageName));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = pathText(issue?.path ?? []);
    throw unreadable(`${at === '' ? 'it' : at}: ${issue?.message ?? 'wrong shape'}`, packageName);
  }
  const { mainLibrary, preloadedDependencies } = parsed.data;
  if (preloadedDependencies.some(({ machineName }) => machineName === mainLibrary)) {
    return parsed.data;
  }
  throw unreadable(`its main library ${mainLibrary} is not in preloadedDependencies`, packageName);
}

async function readContent(tree: FileTree): Promise<object> {
  const content = await readJson(tree, contentName);
  if (typeof content === 'object' && content !== null) return content;
  throw unreadable('it holds no content', contentName);
}

/** Throws `import.unreadable` where it isn't there, or is no JSON. */
async function readJson(tree: FileTree, name: string): Promise<unknown> {
  const entry = tree.entries.find((one) => one.name === name);
  if (entry === undefined) throw unreadable('it is not in the package', name);
  const json = parsedJson(await tree.bytes(entry, largestJson));
  if (json === undefined) throw unreadable('it is not JSON', name);
  return json;
}

interface Libraries {
  /** By the folder each has to lie in. */
  readonly found: ReadonlyMap<string, HeldLibrary>;
  /** Folders of what content names and nobody holds. */
  readonly unheld: readonly string[];
}

/** Throws `import.unreadable` with everything that is missing. */
async function librariesFor(
  { preloadedDependencies }: H5pPackage,
  content: object,
  sources: readonly HeldLibraries[],
): Promise<Libraries> {
  const find = (folder: string) =>
    sources.flatMap(({ byFolder }) => byFolder.get(folder) ?? [])[0] ?? null;
  const read = (folder: string) => Promise.resolve(find(folder)?.library ?? null);
  const { needed, missing } = await libraryTree(preloadedDependencies, read);
  if (missing.length > 0) {
    const list = missing.map((folder) => folder.replace(/-(?=[^-]*$)/, ' ')).join(', ');
    throw unreadable(
      `these libraries are not in it: ${list}. Save it anew where all are (“Download as .h5p” on a site of its own), or name packages that hold them with --h5p-libraries`,
      packageName,
    );
  }
  const lacking = needed.flatMap((folder) => filesLacking(find(folder)));
  if (lacking.length > 0) {
    throw unreadable(
      `files of its libraries are not in it: ${lacking.slice(0, 5).join(', ')}`,
      packageName,
    );
  }
  const named = await libraryTree(librariesIn(content), read);
  const all = [...new Set([...needed, ...named.needed])];
  return {
    found: new Map(
      all.flatMap((folder) => {
        const held = find(folder);
        return held === null ? [] : [[folder, held] as const];
      }),
    ),
    unheld: named.missing,
  };
}

/** Scripts that a library says it is made of, and hasn't. */
const filesLacking = (held: HeldLibrary | null): readonly string[] =>
  held === null
    ? []
    : (held.library.preloadedJs ?? [])
        .map(({ path }) => `${held.top}${cleanPath(path)}`)
        .filter((path) => held.tree.find(path) === undefined);

interface Reading {
  readonly tree: FileTree;
  readonly described: H5pPackage;
  readonly content: object;
  readonly held: HeldLibraries;
  readonly libraries: Libraries;
  readonly player: H5pPlayerPack;
}

function importedFrom(reading: Reading): Imported {
  const { tree, described, player } = reading;
  return {
    licence: licenceWords(described),
    notes: [...tree.notes, ...notesOf(reading)],
    things: [
      {
        kind: 'piece',
        name: null,
        title: titled(described.title),
        files: partsOf(reading),
        cover: null,
        sign: 'questions',
        requires: { pack: player.pack, exactly: player.version },
        item: (base) => ({
          ...base,
          kind: 'h5p',
          entry: `${base.folder}/${packageName}`,
          player: player.pack,
        }),
      },
    ],
  };
}

/** The package, its content, and each library in the folder that the player looks for it in. */
function partsOf({ tree, held, libraries }: Reading): readonly ForeignPart[] {
  // What content may load as it goes stays too.
  const all = new Map([...held.byFolder, ...libraries.found]);
  return [
    ...tree.entries.filter(isOfContent).map((entry) => partOf(tree, entry, entry.name)),
    ...[...all].flatMap(([folder, library]) =>
      library.tree.entries
        .filter(({ name }) => name.startsWith(library.top))
        .map((entry) =>
          partOf(library.tree, entry, `${folder}/${entry.name.slice(library.top.length)}`),
        ),
    ),
  ];
}

const isOfContent = ({ name }: TreeEntry) => name === packageName || name.startsWith('content/');

const partOf = (tree: FileTree, entry: TreeEntry, path: string): ForeignPart => ({
  path,
  open: () => tree.stream(entry),
});

function notesOf({ tree, content, held, libraries }: Reading): readonly ImportNote[] {
  const kept = [...held.byFolder.values()].map(({ top }) => top);
  const strange = tree.entries.filter(
    (entry) =>
      !isOfContent(entry) && ![...kept, ...held.ofEditor].some((top) => entry.name.startsWith(top)),
  );
  const files = new Set(tree.entries.map(({ name }) => name));
  const offline = scanH5pContent(content, (path) => files.has(`content/${path}`)).filter(
    ({ weight }) => weight === 'breaks',
  );
  const left = (text: string): ImportNote => ({ sort: 'file-left-out', at: null, text });
  return [
    ...(held.ofEditor.size > 0
      ? [left(`${held.ofEditor.size} libraries that are for making content only were left out.`)]
      : []),
    ...(strange.length > 0
      ? [
          left(
            `${strange.length} files that belong to no library were left out: ${strange[0]?.name ?? ''}…`,
          ),
        ]
      : []),
    ...libraries.unheld.map((folder): ImportNote => ({
      sort: 'unsupported',
      at: contentName,
      text: `A part of it is made with ${folder}, which is not in the package; that part stays empty.`,
    })),
    ...offline
      .slice(0, mostNotes)
      .map(({ text }): ImportNote => ({ sort: 'unsupported', at: contentName, text: text.en })),
  ];
}
