import { decodeText } from '../import/text/decode-text.ts';
import { mediaKind } from '../import/media/media-kind.ts';
import { tellLint } from '../words/tell.ts';
import type { Finding, Found } from './finding.ts';
import { isCourse, scanCourse } from './scan-course.ts';
import { scanPage } from './scan-page.ts';
import { scanScript } from './scan-script.ts';
import { scanStyle } from './scan-style.ts';

/** The files of a pack or source, wherever they lie. */
export interface LintFiles {
  readonly paths: readonly string[];
  /** A file whole; null where it is larger than `limit` bytes. */
  bytes(path: string, limit: number): Promise<Uint8Array | null>;
}

const largest = 8 * 1024 * 1024;

/** Looks through the files of folders that others made. */
export async function scanFiles(
  { paths, bytes }: LintFiles,
  isForeign: (path: string) => boolean,
): Promise<readonly Finding[]> {
  const files = new Set(paths);
  const found: Finding[] = [];
  for (const path of paths) {
    if (!isForeign(path)) continue;
    const scan = scanOf(path);
    const content = scan === null ? null : await bytes(path, largest);
    if (scan === null || content === null) continue;
    found.push(...scan(content, files).map((one) => ({ ...one, file: path, at: null })));
  }
  return found;
}

type Scan = (content: Uint8Array, files: ReadonlySet<string>) => readonly Found[];

function scanOf(path: string): Scan | null {
  if (isCourse(path)) return (content, files) => scanCourse(content, path, files);
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  switch (extension) {
    case 'html':
    case 'htm':
    case 'xhtml':
    case 'svg':
      return (content, files) => scanPage(decodeText(content).text, { path, files });
    case 'css':
      return (content) => scanStyle(decodeText(content).text);
    case 'js':
    case 'mjs':
      return (content) => scanScript(decodeText(content).text);
    case 'swf':
    case 'flv':
    case 'avi':
    case 'wmv':
    case 'mkv':
      return (content) => unplayable(content, extension);
    default:
      return null;
  }
}

function unplayable(content: Uint8Array, extension: string): readonly Found[] {
  const kind = mediaKind(content.subarray(0, 4096));
  if (kind?.kind === 'plays') return [];
  const text = tellLint('format.unplayable', { format: kind?.name ?? extension });
  return [{ rule: 'unsupported', weight: 'breaks', line: null, text }];
}
