/**
 * An element of XML as packages of others describe themselves in: names without their prefix, attributes
 * by name in lower case, as their writers don't agree about it. Whoever reads files makes the tree, with
 * the parser it has.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, without white space around it. */
  readonly text: string;
}

/** The elements in `element` of that name, whatever the case of its letters. */
export function childrenOf(element: XmlElement | null, name: string): readonly XmlElement[] {
  const wanted = name.toLowerCase();
  return element?.children.filter((child) => child.name.toLowerCase() === wanted) ?? [];
}

/** The first of them, found by the names on the way to it. */
export function childOf(element: XmlElement | null, ...way: readonly string[]): XmlElement | null {
  let at = element;
  for (const name of way) at = childrenOf(at, name)[0] ?? null;
  return at;
}

/** Text of an element found by the names on the way to it; null where there is none. */
export function textOf(element: XmlElement | null, ...way: readonly string[]): string | null {
  const text = childOf(element, ...way)?.text ?? '';
  return text === '' ? null : text;
}

/** An attribute; null where there is none, or it is empty. */
export function attributeOf(element: XmlElement | null, name: string): string | null {
  const value = element?.attributes[name.toLowerCase()]?.trim() ?? '';
  return value === '' ? null : value;
}

/** `true`, `false`, `1` or `0`; undefined where it is none of them. */
export function booleanOf(element: XmlElement | null, name: string): boolean | undefined {
  const value = attributeOf(element, name)?.toLowerCase();
  if (value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : undefined;
}

/** A number; undefined where there is none. */
export const numberOf = (element: XmlElement | null, name: string) =>
  readNumber(attributeOf(element, name));

/** A number as packages write it; undefined for any other text. */
export function readNumber(text: string | null): number | undefined {
  const trimmed = text?.trim() ?? '';
  const value = trimmed === '' ? Number.NaN : Number(trimmed);
  return Number.isFinite(value) ? value : undefined;
}
