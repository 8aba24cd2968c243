import type { ArchiveEntry, SafeArchive } from '../../content/archive/safe-archive.ts';
import { readXml } from './read-xml.ts';

/** What a workbook says of itself: its first sheet that can be seen, and from when it counts days. */
export interface WorkbookSays {
  readonly sheet: ArchiveEntry | undefined;
  readonly from1904: boolean;
}

const sheetName = /^xl\/worksheets\/[^/]+\.xml$/;

/**
 * The sheet a person sees first: in the workbook's own order, where people move and hide sheets. Of a workbook
 * that does not say, by the numbers in its names.
 * @throws TableError `not-a-table`
 */
export async function readWorkbookSays(archive: SafeArchive): Promise<WorkbookSays> {
  const { sheets, from1904 } = await readSheets(archive);
  const targets = await readTargets(archive);
  const named = sheets
    .filter(({ hidden }) => !hidden)
    .flatMap(({ id }) => archive.entry(targets.get(id) ?? '') ?? [])
    .find(({ name }) => sheetName.test(name));
  return { sheet: named ?? byNumber(archive), from1904 };
}

function byNumber({ entries }: SafeArchive): ArchiveEntry | undefined {
  const number = (name: string) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? Infinity);
  return entries
    .filter(({ name }) => sheetName.test(name))
    .toSorted((a, b) => number(a.name) - number(b.name))[0];
}

async function readSheets(archive: SafeArchive) {
  const sheets: { readonly id: string; readonly hidden: boolean }[] = [];
  let from1904 = false;
  const entry = archive.entry('xl/workbook.xml');
  if (entry !== undefined) {
    await readXml(archive.stream(entry), {
      open({ name, attributes }) {
        if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
        if (name !== 'sheet') return;
        const id = Object.entries(attributes).find(([each]) => /^(\w+:)id$/.test(each))?.[1];
        const hidden = /hidden/i.test(attributes['state'] ?? '');
        if (id !== undefined) sheets.push({ id, hidden });
      },
    });
  }
  return { sheets, from1904 };
}

/** Where the parts lie that a workbook names: beside it, or from the top. */
async function readTargets(archive: SafeArchive): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  const entry = archive.entry('xl/_rels/workbook.xml.rels');
  if (entry === undefined) return targets;
  await readXml(archive.stream(entry), {
    open({ name, attributes }) {
      const { Id: id, Target: target } = attributes;
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}
