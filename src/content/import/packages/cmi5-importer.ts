import { readStructure, titleIn } from '../../../domain/cmi5/course-structure.ts';
import type { CourseStructure, Unit } from '../../../domain/cmi5/course-structure.ts';
import { fileOfHref } from '../../../domain/scorm/launch-address.ts';
import { treeParts } from '../file-tree.ts';
import type { FileTree, ForeignFile } from '../foreign-file.ts';
import { unreadable, unsupported } from '../import-errors.ts';
import type { Imported, Importer, ImportNote } from '../importer.ts';
import { titled } from '../name-things.ts';
import { outsideAddresses } from './outside-addresses.ts';
import { readXmlTree } from './xml-tree.ts';

const structureName = 'cmi5.xml';
const largestStructure = 16 * 1024 * 1024;

/** A package of cmi5: its course structure lies at the top. */
export const cmi5Importer: Importer = {
  kind: 'cmi5',
  recognise: ({ tree, head }) =>
    Promise.resolve(tree === null ? isStructure(head) : tree.find(structureName) !== undefined),
  read: async ({ tree }: ForeignFile) => {
    const entry = tree?.find(structureName);
    if (tree === null || entry === undefined) {
      throw unsupported('a course structure without its units: give the package it belongs to');
    }
    const bytes = await tree.bytes(entry, largestStructure);
    const read = readStructure(readXmlTree(bytes, entry.name));
    if (read.kind === 'refused') throw unreadable(read.problems.slice(0, 5).join('; '), entry.name);
    return readPackage(tree, entry.name, read.course);
  },
};

const isStructure = (head: Uint8Array) =>
  /<(?:\w+:)?courseStructure[\s>]/.test(Buffer.from(head).toString('latin1'));

async function readPackage(
  tree: FileTree,
  structure: string,
  course: CourseStructure,
): Promise<Imported> {
  const km = titled(titleIn(course.titles, 'km'));
  const en = titled(titleIn(course.titles, 'en'));
  return {
    licence: null,
    notes: [...tree.notes, ...missingUnits(tree, course), ...(await outsideAddresses(tree))],
    things: [
      {
        kind: 'piece',
        name: null,
        title: km === null || en?.en === undefined ? km : { ...km, en: en.en },
        files: treeParts(tree),
        cover: null,
        sign: 'questions',
        item: (base) => ({ ...base, kind: 'cmi5', entry: `${base.folder}/${structure}` }),
      },
    ],
  };
}

/** Units that can't be opened here. Throws where that is all of them. */
function missingUnits(tree: FileTree, { units }: CourseStructure): readonly ImportNote[] {
  const notes = units.flatMap((unit): ImportNote[] => {
    const problem = problemOf(unit, tree);
    return problem === null
      ? []
      : [{ sort: 'unsupported', at: structureName, text: `Unit ${unit.id} opens ${problem}.` }];
  });
  if (notes.length === units.length) {
    const text = notes[0]?.text ?? 'nothing in it can be opened';
    throw units.every(({ url }) => fileOfHref(url) === null)
      ? unsupported(text)
      : unreadable(text, structureName);
  }
  return notes;
}

/** What is wrong with what a unit opens; null where it is there. */
function problemOf({ url }: Unit, tree: FileTree): string | null {
  const file = fileOfHref(url);
  if (file === null) return `${url}, which lies outside the package`;
  const there = tree.find(file);
  if (there === undefined) return `${file}, which is not there`;
  return there.name === file ? null : `${file}, which is called ${there.name}`;
}
