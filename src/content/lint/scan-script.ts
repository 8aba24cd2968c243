import type { Sentence } from '../../shared/words/sentence.ts';
import { tellLint } from '../words/tell.ts';
import type { Found } from './finding.ts';
import { lineAt, shortened } from './scan-style.ts';

/** Names, not places: nothing is fetched from them. */
const names =
  /^https?:\/\/(?:www\.)?(?:w3\.org|purl\.org|ns\.adobe\.com|schemas?\.|adlnet\.gov|id\.tincanapi\.com|xmlns\.)/i;

const address = /["'`]((?:https?|wss?):\/\/[^"'`\s]{3,})["'`]/g;

const unable: readonly (readonly [RegExp, Sentence])[] = [
  [/\bnavigator\s*\.\s*serviceWorker\b/g, tellLint('unable.worker')],
  [/\bwindow\s*\.\s*open\s*\(/g, tellLint('unable.window')],
  [
    /(?<![.\w$])(?:window\s*\.\s*)?(?:alert|confirm|prompt)\s*\(\s*["'`]/g,
    tellLint('unable.dialog'),
  ],
  [/\bnavigator\s*\.\s*(?:geolocation|mediaDevices|getUserMedia)\b/g, tellLint('unable.device')],
];

/** Addresses a script names, and what it does that pages in a pack can't. A script may never reach what it names. */
export function scanScript(source: string, firstLine = 1): readonly Found[] {
  const code = withoutComments(source);
  const line = (index: number) => lineAt(code, index) + firstLine - 1;
  const found = [...code.matchAll(address)]
    .filter(([, named = '']) => !names.test(named))
    .map((match): Found => ({
      rule: 'external-url',
      weight: 'look',
      line: line(match.index),
      text: tellLint('address.named', { address: shortened(match[1] ?? '') }),
    }));
  const features = unable.flatMap(([pattern, what]) =>
    [...code.matchAll(pattern)].map((match): Found => ({
      rule: 'unsupported',
      weight: 'look',
      line: line(match.index),
      text: tellLint('unable', { what }),
    })),
  );
  return merged([...found, ...features]);
}

/** One finding a line and text: packed scripts say the same often. */
const merged = (found: readonly Found[]) =>
  found.filter(
    (one, index) =>
      found.findIndex(({ line, text }) => line === one.line && text.en === one.text.en) === index,
  );

/** Comments become blanks, so that lines stay; `//` in an address is none. */
const withoutComments = (source: string) =>
  source
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(^|[\s;{}])\/\/[^\n]*/g, '$1');
