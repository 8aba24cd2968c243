import { readSvgTags } from './read-tags.ts';
import type { SvgAttribute, SvgTag } from './read-tags.ts';

/** What makes a picture unfit for a pack, and what its author can do. */
export interface SvgFault {
  readonly line: number;
  readonly problem: string;
  readonly fix: string;
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

const plainFix = 'save it as "plain SVG" or "optimised SVG" from the drawing program';

/**
 * What keeps an SVG from being inert ([PKG8]): scripts, event handlers, foreign content, anything
 * fetched from elsewhere. Empty when it may go into a pack. Never throws.
 */
export function svgFaults(bytes: Uint8Array): readonly SvgFault[] {
  if (bytes.byteLength > svgLimit) {
    return [
      {
        line: 1,
        problem: 'the drawing is larger than 1 MiB',
        fix: 'simplify it, or export a PNG or WebP',
      },
    ];
  }
  const source = decodeUtf8(bytes);
  if (source === null) return [{ line: 1, problem: 'not UTF-8 text', fix: plainFix }];
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
      problem: 'a style sheet refers to something outside the picture',
      fix: 'use plain colours and url(#id) only',
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
  return root?.name === 'svg' && named === true
    ? []
    : [{ line: 1, problem: 'not an SVG picture', fix: `begin with <svg xmlns="${namespace}">` }];
}

function tagFaults({ name, attributes, line }: SvgTag): SvgFault[] {
  if (!elements.has(name)) {
    return [{ line, problem: `<${name}> is not allowed in a picture`, fix: elementFix(name) }];
  }
  return attributes.flatMap((attribute) => {
    const problem = attributeProblem(attribute);
    return problem === null ? [] : [{ line, problem: `<${name}> ${problem}`, fix: plainFix }];
  });
}

function elementFix(name: string): string {
  if (name === 'image' || name === 'feImage')
    return 'put the bitmap into the pack as a file of its own';
  return name.includes(':') || name === 'metadata' ? plainFix : `remove <${name}>`;
}

function attributeProblem({ name, value }: SvgAttribute): string | null {
  if (/^on/i.test(name)) return `has an event handler (${name})`;
  if (name === 'href' || name === 'xlink:href') {
    return value.startsWith('#') ? null : `refers to something outside the picture (${name})`;
  }
  if (name === 'xmlns') return value === namespace ? null : 'has a foreign namespace';
  if (name.includes(':'))
    return knownPrefixed(name, value) ? null : `has a foreign attribute (${name})`;
  if (name === 'attributeName' && /^(?:on|href|style)|:/i.test(value)) return `animates ${value}`;
  if (name.startsWith('aria-')) return null;
  return reachesOut(value) ? `refers to something outside the picture (${name})` : null;
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
