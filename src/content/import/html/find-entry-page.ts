import type { FileTree, TreeEntry } from '../foreign-file.ts';
import type { ImportNote } from '../importer.ts';

/** Names that say "begin here", the surest first: by hand, then by the authoring tools in use. */
const startNames = ['index', 'default', 'start', 'home', 'main', 'story', 'presentation', 'player'];

const pagePattern = /\.x?html?$/i;

/** The pages of a tree. */
export const pagesOf = ({ entries }: FileTree) =>
  entries.filter(({ name }) => pagePattern.test(name));

/** The page a folder of HTML begins with; null without any. A guess comes with a note. */
export function findEntryPage(
  tree: FileTree,
): { readonly entry: TreeEntry; readonly notes: readonly ImportNote[] } | null {
  const ranked = pagesOf(tree).toSorted(byRank);
  const [entry, other] = ranked;
  if (entry === undefined) return null;
  const sure = other === undefined || startRank(entry) < startNames.length;
  const text = `No page is called index.html; it begins with ${entry.name}. If another is the first, correct "entry" in pack.source.json.`;
  return { entry, notes: sure ? [] : [{ sort: 'guessed', at: entry.name, text }] };
}

/** The shallowest first; among those the surest name; then by the alphabet. */
function byRank(a: TreeEntry, b: TreeEntry): number {
  return (
    Number(startRank(a) === startNames.length) - Number(startRank(b) === startNames.length) ||
    depth(a) - depth(b) ||
    startRank(a) - startRank(b) ||
    (a.name < b.name ? -1 : 1)
  );
}

const depth = ({ name }: TreeEntry) => name.split('/').length;

function startRank({ name }: TreeEntry): number {
  const stem = name.slice(name.lastIndexOf('/') + 1).replace(pagePattern, '');
  const rank = startNames.indexOf(stem.toLowerCase());
  return rank === -1 ? startNames.length : rank;
}
