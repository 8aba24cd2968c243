import type { PackItem } from '../../shared/contracts/pack-manifest.ts';
import { tellLint } from '../words/tell.ts';
import type { Finding, Found } from './finding.ts';
import type { LintFiles } from './scan-files.ts';
import { scanPage } from './scan-page.ts';
import { isExternal, shortened } from './scan-style.ts';

const largestContent = 32 * 1024 * 1024;

/** Looks through the content of a pack's packages of H5P. */
export async function scanH5pItems(
  { paths, bytes }: LintFiles,
  items: readonly PackItem[],
): Promise<readonly Finding[]> {
  const files = new Set(paths);
  const found: Finding[] = [];
  for (const item of items) {
    if (item.kind !== 'h5p') continue;
    const file = `${item.folder}/content/content.json`;
    const content = await bytes(file, largestContent);
    if (content === null) continue;
    const has = (path: string) => files.has(`${item.folder}/content/${path}`);
    found.push(...scanH5pContent(parsed(content), has).map((one) => ({ ...one, file, at: null })));
  }
  return found;
}

function parsed(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(content));
  } catch {
    return null;
  }
}

/** What a package's content asks the network for, names and hasn't, or lacks for who can't see or hear it. */
export function scanH5pContent(content: unknown, has: (path: string) => boolean): readonly Found[] {
  const found: Found[] = [];
  const rest: unknown[] = [content];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value !== 'object' || value === null) continue;
    found.push(...scanPart(value, has));
    for (const [key, part] of Object.entries(value)) {
      // Where something comes from and who made it, is for readers.
      if (key === 'metadata' || key === 'copyright') continue;
      if (typeof part === 'string') found.push(...scanWords(key, part, has));
      else rest.push(part);
    }
  }
  return unique(found);
}

const unique = (found: readonly Found[]) => [
  ...new Map(found.map((one) => [`${one.rule} ${one.text.en}`, one])).values(),
];

function scanWords(key: string, words: string, has: (path: string) => boolean): readonly Found[] {
  if (key === 'path' && words !== '') {
    if (isExternal(words)) return [outside(words)];
    const path = words.replace(/#tmp$/, '').replace(/^\.?\/+/, '');
    return has(path) || has(decoded(path)) ? [] : [missing(words)];
  }
  if (!/<[a-z][^>]*>/i.test(words)) return [];
  return scanPage(words, { path: '', files: new Set() })
    .filter(({ rule }) => rule !== 'file-missing')
    .map((one) => ({ ...one, line: null }));
}

/** A page in a frame: of the package, or of the network. */
function scanFrame(source: string, has: (path: string) => boolean): readonly Found[] {
  if (isExternal(source)) return [outside(source)];
  const path = source.replace(/[?#].*$/, '');
  return path === '' || has(path) || has(decoded(path)) ? [] : [missing(path)];
}

const missing = (path: string): Found => ({
  rule: 'file-missing',
  weight: 'breaks',
  line: null,
  text: tellLint('file.missing', { address: shortened(path) }),
});

const decoded = (path: string) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

const outside = (address: string): Found => ({
  rule: 'external-url',
  weight: 'breaks',
  line: null,
  text: tellLint('address.asked', { address: shortened(address) }),
});

/** A part of content, which says what it is made with. */
function scanPart(part: object, has: (path: string) => boolean): readonly Found[] {
  const library = textOf(part, 'library')?.replace(/ .*$/, '');
  const params = memberOf(part, 'params');
  if (library === undefined || typeof params !== 'object' || params === null) return [];
  switch (library) {
    case 'H5P.Image':
      return isDescribed(params) ? [] : [withoutWords(textOf(memberOf(params, 'file'), 'path'))];
    case 'H5P.Video':
      return isCaptioned(params) ? [] : [withoutCaptions];
    case 'H5P.IFrameEmbed':
      return [textOf(params, 'source') ?? ''].flatMap((source) => scanFrame(source.trim(), has));
    default:
      return [];
  }
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function textOf(value: unknown, name: string): string | undefined {
  const found = memberOf(value, name);
  return typeof found === 'string' ? found : undefined;
}

const isDescribed = (params: object) =>
  memberOf(params, 'decorative') === true || (textOf(params, 'alt') ?? '').trim() !== '';

function isCaptioned(params: object): boolean {
  const tracks = memberOf(memberOf(params, 'textTracks'), 'videoTrack');
  return Array.isArray(tracks) && tracks.some((track) => memberOf(track, 'track') !== undefined);
}

const withoutWords = (path: string | undefined): Found => ({
  rule: 'alternative-text-missing',
  weight: 'look',
  line: null,
  text: tellLint('picture.words', { address: shortened(path ?? '') }),
});

const withoutCaptions: Found = {
  rule: 'captions-missing',
  weight: 'look',
  line: null,
  text: tellLint('film.captions'),
};
