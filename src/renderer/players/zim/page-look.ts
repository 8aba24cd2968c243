import khmerFont from '@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-400-normal.woff2?url';

/** Our Khmer letters, under a name no page has. */
const khmerFace = 'Rean Khmer';

/**
 * Adds our Khmer letters at the end of every family of fonts a page names, as no PC of a lab has those that pages take
 * for granted.
 */
export function addKhmerLetters(page: Document): void {
  const style = page.createElement('style');
  const font = new URL(khmerFont, window.location.href).href;
  style.textContent = `@font-face { font-family: "${khmerFace}"; src: url("${font}"); unicode-range: U+1780-17FF, U+19E0-19FF, U+200B-200D, U+25CC; }
html { font-family: sans-serif, "${khmerFace}"; }`;
  for (const sheet of page.styleSheets) addTo(rulesOf(sheet));
  // First, so that whatever the page says of its letters holds.
  page.head?.prepend(style);
}

function addTo(rules: Iterable<CSSRule>): void {
  for (const rule of rules) {
    if ('cssRules' in rule && isRules(rule.cssRules)) addTo(rule.cssRules);
    // Of another window, so of another class than this one's.
    if (!('style' in rule) || !('selectorText' in rule) || !isStyle(rule.style)) continue;
    const { fontFamily } = rule.style;
    const isOwn = fontFamily !== '' && !/^(?:inherit|initial|unset|var\()/.test(fontFamily);
    if (isOwn) rule.style.fontFamily = `${fontFamily}, "${khmerFace}"`;
  }
}

const isRules = (rules: unknown): rules is CSSRuleList =>
  typeof rules === 'object' && rules !== null && Symbol.iterator in rules;

const isStyle = (style: unknown): style is CSSStyleDeclaration =>
  typeof style === 'object' && style !== null && 'fontFamily' in style;

/** None of a sheet that can't be read. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}
