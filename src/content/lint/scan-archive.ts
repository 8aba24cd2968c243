import type { PackItem } from '../../shared/contracts/pack-manifest.ts';
import type { Sentence } from '../../shared/words/sentence.ts';
import { tellLint } from '../words/tell.ts';
import { indexName } from '../zim/index-pages.ts';
import type { RandomFile } from '../zim/random-file.ts';
import { ZimArchive } from '../zim/zim-archive.ts';
import { ZimFault } from '../zim/zim-fault.ts';
import type { Finding } from './finding.ts';

/** Files of which only parts are read. */
export type OpenFile = (path: string) => Promise<RandomFile>;

/** A larger archive takes long to copy to every PC of a lab, bytes. */
const large = 2 * 1024 ** 3;
const readHere = new Set(['khm', 'km', 'eng', 'en']);

/** What ZIM archives say of themselves, and what is not beside them ([FRN5]). */
export async function scanArchives(
  items: readonly PackItem[],
  paths: readonly string[],
  open: OpenFile,
): Promise<readonly Finding[]> {
  const entries = new Set(items.flatMap((item) => (item.kind === 'zim' ? [item.entry] : [])));
  const found: Finding[] = [];
  for (const path of entries) {
    if (!paths.includes(path)) continue;
    const file = await open(path);
    try {
      found.push(...(await scanArchive(path, file, paths)));
    } catch (error) {
      if (!(error instanceof ZimFault)) throw error;
      found.push(
        finding(path, 'problem', 'breaks', tellLint('zim.faulty', { what: error.message })),
      );
    } finally {
      await file.close();
    }
  }
  return found;
}

async function scanArchive(
  path: string,
  file: RandomFile,
  paths: readonly string[],
): Promise<readonly Finding[]> {
  const archive = await ZimArchive.open(file);
  const languages = ((await archive.says('Language')) ?? '').split(',').map((one) => one.trim());
  const beside = `${path.slice(0, path.lastIndexOf('/') + 1)}${indexName}`;
  const look = (rule: Finding['rule'], text: Sentence) => finding(path, rule, 'look', text);
  return [
    ...((await archive.says('License')) === null
      ? [look('licence-missing', tellLint('zim.licence'))]
      : []),
    ...(languages.some((language) => readHere.has(language))
      ? []
      : [
          look(
            'language',
            tellLint('zim.language', {
              languages: languages.join(', ') || tellLint('zim.no-language'),
            }),
          ),
        ]),
    ...(file.size > large
      ? [look('size', tellLint('zim.size', { size: (file.size / 1024 ** 3).toFixed(1) }))]
      : []),
    ...(paths.includes(beside)
      ? []
      : [look('search-missing', tellLint('zim.search', { path: beside }))]),
  ];
}

const finding = (
  file: string,
  rule: Finding['rule'],
  weight: Finding['weight'],
  text: Sentence,
): Finding => ({ rule, weight, file, at: null, line: null, text });
