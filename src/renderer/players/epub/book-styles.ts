/** Our Khmer letters, under a name no book has. Known to every page of a book by `fontFace`. */
const khmerFace = 'Rean Khmer';

/** Words that stand for a family alone; nothing may be added to them. */
const alone =
  /^(?:inherit|initial|unset|revert|revert-layer|none|caption|icon|menu|message-box|small-caption|status-bar)$/i;

/**
 * A book's styles, so that they hold here: each family of fonts ends with our Khmer letters, as no PC of
 * a lab has those a book may take for granted; and letters grow with the size their reader chose.
 */
export const adaptStyles = (css: string) =>
  css
    .split(/(@font-face\s*\{[^}]*\})/i)
    // a font's own description stands at every second place, and stays as it is
    .map((part, index) => (index % 2 === 1 ? part : adaptRules(part)))
    .join('');

function adaptRules(css: string): string {
  return css
    .replace(/((?:^|[\s;{])font-family\s*:\s*)([^;}!]+)/gi, (_, start: string, families: string) =>
      alone.test(families.trim()) ? start + families : `${start}${withKhmer(families)}`,
    )
    .replace(/((?:^|[\s;{])font\s*:\s*)([^;}!]+)/gi, (_, start: string, value: string) =>
      alone.test(value.trim()) || value.includes('var(')
        ? start + value
        : `${start}${withKhmer(inRem(value))}`,
    )
    .replace(
      /((?:^|[\s;{])(?:font-size|line-height)\s*:\s*)([^;}!]+)/gi,
      (_, start: string, value: string) => start + inRem(value),
    );
}

const withKhmer = (families: string) => {
  const end = families.length - families.trimEnd().length;
  return `${families.trimEnd()}, "${khmerFace}"${end > 0 ? ' ' : ''}`;
};

const pixels: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3 };
/** What books take for the size of plain text, px. */
const plainPixels = 16;

/** Sizes that would stay as they are, as parts of the size of plain text. */
const inRem = (value: string) =>
  value.replace(/(\d*\.?\d+)(px|pt)\b/gi, (_, number: string, unit: string) => {
    const rem = (Number(number) * (pixels[unit.toLowerCase()] ?? 1)) / plainPixels;
    return `${Number(rem.toFixed(4))}rem`;
  });

/** How a page looks where its book says nothing of it, before the book's own styles. */
export const plainStyles = (look: {
  /** Address of the font. */
  readonly khmer: string;
  readonly ink: string;
  readonly accent: string;
}) => `
@font-face { font-family: "${khmerFace}"; src: url("${look.khmer}"); unicode-range: U+1780-17FF, U+19E0-19FF, U+200B-200D, U+25CC; }
html { font-family: "${khmerFace}", serif; line-height: 1.7; color: ${look.ink}; }
:lang(km) { line-height: 1.8; }
a:any-link { color: inherit; text-underline-offset: 0.2em; }
.rean-heard { background: ${look.accent}; }
`;

/** What holds whatever a book says: the size its reader chose, px. */
export const chosenStyles = (textPixels: number) => `
html { font-size: ${textPixels}px !important; -webkit-text-size-adjust: none; }
audio, video { max-width: 100%; }
aside[*|type~="footnote"], aside[epub\\:type~="footnote"] { display: none; }
`;
