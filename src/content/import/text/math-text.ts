import type { DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/**
 * What stands for an element of MathML in a line of plain text, with its parts still to be read: x², (a+b)/2, √(3). Null
 * for those that are read as they stand. A formula that lost its exponent would be another one.
 */
export function mathInLine({ tagName, childNodes }: Element): readonly (Node | string)[] | null {
  const parts = childNodes.filter((node) => 'tagName' in node);
  const [first, second, third] = parts;
  switch (tagName) {
    case 'msup':
    case 'mover':
      return first === undefined || second === undefined ? null : [first, ...script(second, 'sup')];
    case 'msub':
    case 'munder':
      return first === undefined || second === undefined ? null : [first, ...script(second, 'sub')];
    case 'msubsup':
    case 'munderover':
      return first === undefined || second === undefined || third === undefined
        ? null
        : [first, ...script(second, 'sub'), ...script(third, 'sup')];
    case 'mfrac':
      return first === undefined || second === undefined
        ? null
        : [...grouped(first), '/', ...grouped(second)];
    case 'msqrt':
      return ['√(', ...parts, ')'];
    case 'mroot':
      return first === undefined || second === undefined
        ? null
        : [...script(second, 'sup'), '√(', first, ')'];
    case 'mfenced':
      return ['(', ...parts.flatMap((part, place) => (place === 0 ? [part] : [', ', part])), ')'];
    case 'mrow':
    case 'math':
      return parts;
    case 'annotation':
    case 'annotation-xml':
      return [];
    default:
      return null;
  }
}

const digits = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹', sub: '₀₁₂₃₄₅₆₇₈₉' } as const;

function script(part: Element, place: 'sup' | 'sub'): readonly (Node | string)[] {
  const word = leafWord(part);
  if (word !== null && /^\d+$/.test(word)) {
    return [word.replaceAll(/\d/g, (digit) => digits[place][Number(digit)] ?? digit)];
  }
  return [place === 'sup' ? '^(' : '_(', part, ')'];
}

const grouped = (part: Element): readonly (Node | string)[] =>
  leafWord(part) === null ? ['(', part, ')'] : [part];

/** The word of a number, letter or sign; null for what has parts. */
function leafWord({ tagName, childNodes }: Element): string | null {
  if (!/^m[ino]$/.test(tagName)) return null;
  return childNodes
    .map((node) => ('value' in node ? node.value : ''))
    .join('')
    .trim();
}
