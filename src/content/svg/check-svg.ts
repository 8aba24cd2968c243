import type { BrokenRule } from '../../shared/words/rule.ts';
import type { Sentence } from '../../shared/words/sentence.ts';
import { tellDrawing } from '../words/tell.ts';
import { readSvgTags } from './read-tags.ts';
import type { SvgAttribute, SvgTag } from './read-tags.ts';

/** What makes a picture unfit for a pack, and what its author can do. */
export interface SvgFault extends BrokenRule {
  readonly line: number;
}

/** Larger drawings belong into a bitmap; also bounds the work of the check. */
export const svgLimit = 1024 * 1024;

const namespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';

// Shapes, paint, text, filters without pictures, and motion. Whatever is not named here is refused.
const elements = new Set(
  `svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan
   textPath linearGradient radialGradient stop clipPath mask pattern marker style animate
   animateTransform animateMotion mpath set filter feBlend feColorMatrix feComponentTransfer
   feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge
   feMergeNode feMorphology feOffset feTile feTurbulence`.split(/\s+/),
);

const plainFix = tellDrawing('plain.fix');

/**
 * What keeps an SVG from being inert ([PKG8]): scripts, event handlers, foreign content, anything
 * fetched from elsewhere. Empty when it may go into a pack. Never throws.
 */
export function svgFaults(bytes: Uint8Array): readonly SvgFault[] {
  if (bytes.byteLength > svgLimit) {
    return [{ line: 1, problem: tellDrawing('large'), fix: tellDrawing('large.fix') }];
  }
  const source = decodeUtf8(bytes);
  if (source === null) return [{ line: 1, problem: tellDrawing('not-utf8'), fix: plainFix }];
  const reading = readSvgTags(source);
  if (reading.kind === 'unreadable') {
    return [{ line: reading.line, problem: reading.problem, fix: plainFix }];
  }
  const [root] = reading.tags;
  return [
    ...rootFaults(root),
    ...reading.tags.flatMap(tagFaults),
    ...reading.styles.filter(reachesOut).map(() => ({
      line: 1,
      problem: tellDrawing('style.outside'),
      fix: tellDrawing('style.outside.fix'),
    })),
  ];
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function rootFaults(root: SvgTag | undefined): SvgFault[] {
  const named = root?.attributes.some(({ name, value }) => name === 'xmlns' && value === namespace);
  if (root?.name === 'svg' && named === true) return [];
  const fix = tellDrawing('not-svg.fix', { tag: `<svg xmlns="${namespace}">` });
  return [{ line: 1, problem: tellDrawing('not-svg'), fix }];
}

function tagFaults({ name, attributes, line }: SvgTag): SvgFault[] {
  const tag = `<${name}>`;
  if (!elements.has(name)) {
    return [{ line, problem: tellDrawing('element', { tag }), fix: elementFix(name) }];
  }
  return attributes.flatMap((attribute) => {
    const problem = attributeProblem(tag, attribute);
    return problem === null ? [] : [{ line, problem, fix: plainFix }];
  });
}

function elementFix(name: string): Sentence {
  if (name === 'image' || name === 'feImage') return tellDrawing('bitmap.fix');
  return name.includes(':') || name === 'metadata'
    ? plainFix
    : tellDrawing('remove.fix', { tag: `<${name}>` });
}

function attributeProblem(tag: string, { name, value }: SvgAttribute): Sentence | null {
  const outside = tellDrawing('outside', { tag, name });
  if (/^on/i.test(name)) return tellDrawing('event', { tag, name });
  if (name === 'href' || name === 'xlink:href') return value.startsWith('#') ? null : outside;
  if (name === 'xmlns') return value === namespace ? null : tellDrawing('namespace', { tag });
  if (name.includes(':')) {
    return knownPrefixed(name, value) ? null : tellDrawing('attribute', { tag, name });
  }
  if (name === 'attributeName' && /^(?:on|href|style)|:/i.test(value)) {
    return tellDrawing('animates', { tag, value });
  }
  if (name.startsWith('aria-')) return null;
  return reachesOut(value) ? outside : null;
}

const knownPrefixed = (name: string, value: string) =>
  name === 'xml:space' ||
  name === 'xml:lang' ||
  (name === 'xmlns:xlink' && value === xlinkNamespace);

// CSS escapes could hide any of the words looked for, so a backslash alone is refused.
const outside =
  /\\|@(?!keyframes\b|media\b)|:\/\/|(?:javascript|data|vbscript):|\b(?:image-set|image|src|expression|cross-fade)\s*\(/i;
const urls = /url\s*\(\s*["']?\s*(.)/gi;

function reachesOut(css: string): boolean {
  return outside.test(css) || [...css.matchAll(urls)].some(([, first]) => first !== '#');
}
