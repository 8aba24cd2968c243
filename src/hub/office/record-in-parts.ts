import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { OfficeTurn } from './office-turn.ts';
import type { OfficeChange } from './office-change.ts';

/** Documents of one part, as JSON: their entry stays small enough to be brought back more than once ([REC2]). */
const mostPartBytes = 24 * 1024;

/**
 * Records a change of many documents in as many entries as they take, each right after the one before
 * and with who asked. Cut off in between, the same again has to complete it.
 */
export async function recordInParts<Item>(
  turn: Pick<OfficeTurn, 'record'>,
  change: Omit<OfficeChange, 'documents'>,
  items: readonly Item[],
  documentOf: (item: Item, hubSeq: number) => DirectoryDocument,
): Promise<void> {
  let waiting = items;
  do {
    await turn.record({
      ...change,
      documents: (hubSeq) => {
        const part = firstPart(waiting, (item) => documentOf(item, hubSeq));
        waiting = waiting.slice(part.length);
        return part;
      },
    });
  } while (waiting.length > 0);
}

/** The first of them that fit one part; always one. */
function firstPart<Item>(
  items: readonly Item[],
  documentOf: (item: Item) => DirectoryDocument,
): readonly DirectoryDocument[] {
  const part: DirectoryDocument[] = [];
  let bytes = 0;
  for (const item of items) {
    const document = documentOf(item);
    bytes += Buffer.byteLength(JSON.stringify(document));
    if (part.length > 0 && bytes > mostPartBytes) break;
    part.push(document);
  }
  return part;
}
