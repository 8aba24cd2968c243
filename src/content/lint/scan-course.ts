import { readStructure } from '../../domain/cmi5/course-structure.ts';
import { fileOfHref } from '../../domain/scorm/launch-address.ts';
import { readManifest } from '../../domain/scorm/read-manifest.ts';
import { launchableItems } from '../../domain/scorm/scorm-package.ts';
import { asReanError } from '../../shared/errors.ts';
import { readXmlTree } from '../import/packages/xml-tree.ts';
import type { Sentence } from '../../shared/words/sentence.ts';
import { tellLint } from '../words/tell.ts';
import type { Found } from './finding.ts';

/** What a package opens, by the name its maker gave it. */
interface Opened {
  readonly name: string;
  readonly href: string;
}

type Read =
  | { readonly kind: 'read'; readonly opened: readonly Opened[] }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

const readers: Readonly<Record<string, (root: ReturnType<typeof readXmlTree>) => Read>> = {
  'cmi5.xml': (root) => {
    const read = readStructure(root);
    if (read.kind === 'refused') return read;
    const opened = read.course.units.map(({ id, url }) => ({ name: id, href: url }));
    return { kind: 'read', opened };
  },
  'imsmanifest.xml': (root) => {
    const read = readManifest(root);
    if (read.kind === 'refused') return read;
    const items = launchableItems(read.package.items);
    return {
      kind: 'read',
      opened: items.map(({ id, launch }) => ({ name: id, href: launch.href })),
    };
  },
};

/** Whether a file says what the package around it opens. */
export const isCourse = (path: string) => Object.hasOwn(readers, nameOf(path));

/** Whether everything that a package opens is there, and in it. */
export function scanCourse(
  content: Uint8Array,
  path: string,
  files: ReadonlySet<string>,
): readonly Found[] {
  const read = readAs(content, path);
  if (read.kind === 'refused') {
    return read.problems.map((what) => broken('problem', tellLint('course.unplayable', { what })));
  }
  const folder = path.slice(0, -nameOf(path).length);
  return read.opened.flatMap(({ name, href }) => {
    const file = fileOfHref(href);
    if (file === null)
      return [broken('external-url', tellLint('course.outside', { name, address: href }))];
    return files.has(folder + file)
      ? []
      : [broken('file-missing', tellLint('course.missing', { name, address: file }))];
  });
}

function readAs(content: Uint8Array, path: string): Read {
  const reader = readers[nameOf(path)];
  if (reader === undefined) return { kind: 'read', opened: [] };
  try {
    return reader(readXmlTree(content, path));
  } catch (error) {
    return { kind: 'refused', problems: [String(asReanError(error).facts['problem'] ?? path)] };
  }
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

const broken = (rule: Found['rule'], text: Sentence): Found => ({
  rule,
  weight: 'breaks',
  line: null,
  text,
});
