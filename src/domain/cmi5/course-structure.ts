import { attributeOf, childOf, childrenOf, numberOf, textOf } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** When a unit counts as satisfied (cmi5, 13.1.4). */
export const moveOnRules = [
  'NotApplicable',
  'Passed',
  'Completed',
  'CompletedAndPassed',
  'CompletedOrPassed',
] as const;
export type MoveOn = (typeof moveOnRules)[number];

/** Words by language tag as it is written; there may be none. */
type Titles = Readonly<Record<string, string>>;

/** An assignable unit: what is opened. */
export interface Unit {
  /** Its publisher's id, unchanged. */
  readonly id: string;
  readonly titles: Titles;
  /** From `cmi5.xml` on, with its query. */
  readonly url: string;
  readonly moveOn: MoveOn;
  /** 0 to 1; null where it has none. */
  readonly masteryScore: number | null;
  readonly launchParameters: string | null;
  readonly entitlementKey: string | null;
  readonly launchMethod: 'AnyWindow' | 'OwnWindow';
}

export interface CourseStructure {
  readonly id: string;
  readonly titles: Titles;
  /** Units of all blocks, in order. */
  readonly units: readonly Unit[];
}

export type ReadStructure =
  | { readonly kind: 'read'; readonly course: CourseStructure }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** cmi5 asks for more than a thousand; more than this would only keep its reader busy. */
const mostUnits = 5_000;

/** Reads `cmi5.xml`: the units of all its blocks, in order. */
export function readStructure(root: XmlElement): ReadStructure {
  if (root.name.toLowerCase() !== 'coursestructure') {
    return refused(`its outermost element is <${root.name}>, not <courseStructure>`);
  }
  const course = childOf(root, 'course');
  const elements = unitsIn(root);
  if (elements.length === 0) return refused('it has no unit (au)');
  if (elements.length > mostUnits) return refused(`it has ${elements.length} units`);
  const problems = elements.flatMap((unit, index) => problemsOf(unit, `unit ${index + 1}`));
  const ids = elements.map((unit) => attributeOf(unit, 'id'));
  const again = repeated(ids);
  if (again !== null) problems.push(`two units have the id ${again}`);
  if (problems.length > 0) return refused(...problems);
  return {
    kind: 'read',
    course: {
      id: attributeOf(course, 'id') ?? 'course',
      titles: titlesOf(course),
      units: elements.map(readUnit),
    },
  };
}

const refused = (...problems: readonly string[]): ReadStructure => ({ kind: 'refused', problems });

function unitsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    const name = child.name.toLowerCase();
    if (name === 'au') return [child];
    return name === 'block' ? unitsIn(child) : [];
  });
}

function repeated(ids: readonly (string | null)[]): string | null {
  const seen = new Set<string>();
  for (const id of ids) {
    if (id !== null && seen.has(id)) return id;
    if (id !== null) seen.add(id);
  }
  return null;
}

function problemsOf(unit: XmlElement, at: string): string[] {
  return [
    ...(attributeOf(unit, 'id') === null ? [`${at} has no id`] : []),
    ...(textOf(unit, 'url') === null ? [`${at} names nothing to open (url)`] : []),
  ];
}

function readUnit(unit: XmlElement): Unit {
  const moveOn = attributeOf(unit, 'moveon');
  const score = numberOf(unit, 'masteryscore');
  return {
    id: attributeOf(unit, 'id') ?? '',
    titles: titlesOf(unit),
    url: textOf(unit, 'url')?.replaceAll('\\', '/') ?? '',
    moveOn: moveOnRules.find((rule) => rule === moveOn) ?? 'NotApplicable',
    masteryScore: score === undefined || score < 0 || score > 1 ? null : score,
    launchParameters: textOf(unit, 'launchparameters'),
    entitlementKey: textOf(unit, 'entitlementkey'),
    launchMethod: attributeOf(unit, 'launchmethod') === 'OwnWindow' ? 'OwnWindow' : 'AnyWindow',
  };
}

const titlesOf = (element: XmlElement | null): Titles =>
  Object.fromEntries(
    childrenOf(childOf(element, 'title'), 'langstring').map((words) => [
      attributeOf(words, 'lang') ?? 'und',
      words.text.replaceAll(/\s+/g, ' '),
    ]),
  );

/** A title in the language wished, else the first there is; empty where there is none. */
export function titleIn(titles: Titles, language: string): string {
  const all = Object.entries(titles);
  const wished = all.find(([tag]) => tag.toLowerCase().split('-')[0] === language);
  return (wished ?? all[0])?.[1] ?? '';
}
