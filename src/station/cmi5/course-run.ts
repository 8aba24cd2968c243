import { packOrigin, packUrl } from '../../content/serve/pack-url.ts';
import { readXmlTree } from '../../content/import/packages/xml-tree.ts';
import { readStructure } from '../../domain/cmi5/course-structure.ts';
import type { CourseStructure, Unit } from '../../domain/cmi5/course-structure.ts';
import type { LaunchedUnit } from '../../domain/cmi5/judge-statement.ts';
import { isSatisfied, partOutcome } from '../../domain/cmi5/unit-outcome.ts';
import type { UnitVerb } from '../../domain/cmi5/unit-outcome.ts';
import { outcomeOfAll } from '../../domain/scorm/item-outcome.ts';
import type { ItemOutcome } from '../../domain/scorm/item-outcome.ts';
import { coursePath } from '../../shared/contracts/cmi5-player.ts';
import type { PieceAnswer } from '../../shared/contracts/piece.ts';
import type { Agent, Statement } from '../../shared/contracts/xapi.ts';
import { asReanError } from '../../shared/errors.ts';
import type { Language, PackId, Semver, SittingId } from '../../shared/ids.ts';
import { newUnit, unpackCourse } from './kept-course.ts';
import type { KeptCourse, KeptUnit } from './kept-course.ts';

/** Where addresses of ours begin that lead nowhere: names, by which content tells things apart. */
const namesOf = 'https://rean.invalid';

/** One launch of one unit. */
export interface Session {
  readonly id: string;
  readonly unit: Unit;
  /** What its content proves itself with; told once. */
  readonly token: string;
  readonly tokenTold: boolean;
  readonly language: Language;
  /** Where it goes when it ends by itself. */
  readonly returnUrl: string;
  readonly said: readonly UnitVerb[];
  /** Newest last; content may read them again while it is open. */
  readonly statements: readonly Statement[];
}

/** A course of cmi5 while it is open. */
export interface CourseRun {
  readonly kind: 'open';
  readonly structure: CourseStructure;
  /** `pack://<pack>--<sitting>` */
  readonly origin: string;
  /** The address of `cmi5.xml`. */
  readonly entry: string;
  /** The folder that is the package, ending in `/`. */
  readonly folder: string;
  /** Of this piece: what the addresses of its units begin with. */
  readonly name: string;
  readonly actor: Agent;
  readonly kept: KeptCourse;
  readonly session: Session | null;
  /** Changes with everything that is to be seen of it. */
  readonly revision: number;
  /** Answers not reported yet. */
  readonly answers: readonly PieceAnswer[];
  /** When it was last reported and saved, monotonic ms. */
  readonly reportedMs: number;
  readonly savedMs: number;
}

/** What is open of a piece of cmi5: its course, or why it can't be played. */
export type OpenCourse = CourseRun | { readonly kind: 'faulty'; readonly problem: string };

interface OpenedFrom {
  readonly sitting: SittingId;
  readonly pack: PackId;
  readonly version: Semver;
  readonly item: { readonly id: string; readonly entry: string; readonly folder: string };
  readonly pseudonym: string;
  readonly place: string | null;
  /** A fresh one, for who begins. */
  readonly registration: string;
}

/** @param bytes of `cmi5.xml`; null where it can't be read */
export function openCourse(from: OpenedFrom, bytes: Uint8Array | null): OpenCourse {
  const { pack, version, sitting, item, pseudonym, place, registration } = from;
  const structure = structureOf(bytes, item.entry);
  if (structure.kind === 'faulty') return structure;
  const urlOf = (path: string) => packUrl({ pack, version, sitting, path });
  const fresh = { registration, at: null, units: {}, documents: [], told: null };
  return {
    kind: 'open',
    structure: structure.course,
    origin: packOrigin({ pack, sitting }),
    entry: urlOf(item.entry),
    folder: `${urlOf(item.folder)}/`,
    name: `${namesOf}/${pack}/${item.id}`,
    actor: { objectType: 'Agent', account: { homePage: namesOf, name: pseudonym } },
    kept: unpackCourse(place) ?? fresh,
    session: null,
    revision: 0,
    answers: [],
    reportedMs: -Infinity,
    savedMs: -Infinity,
  };
}

function structureOf(bytes: Uint8Array | null, path: string) {
  const faulty = (problem: string) => ({ kind: 'faulty', problem }) as const;
  if (bytes === null) return faulty(`${path} is not there`);
  try {
    const read = readStructure(readXmlTree(bytes, path));
    if (read.kind === 'refused') return faulty(`${path}: ${read.problems[0] ?? 'nothing in it'}`);
    return { kind: 'read', course: read.course } as const;
  } catch (error) {
    const { facts } = asReanError(error);
    return faulty(String(facts['problem'] ?? `${path} can't be read`));
  }
}

/**
 * What a page asks of the course of this piece, behind its launch's nonce; null where it asks for something
 * else, or is no page of this launch.
 */
export function coursePathOf(
  { pack, sitting, nonce }: Pick<OpenedFrom, 'pack' | 'sitting'> & { readonly nonce: string },
  url: string,
): string | null {
  const own = `${packOrigin({ pack, sitting })}${coursePath}${nonce}/`;
  return url.startsWith(own) ? (url.slice(own.length).split('#')[0] ?? '') : null;
}

/** The address a unit's statements are about: not its publisher's, and the same at every launch. */
export function activityOf({ name, structure }: CourseRun, unit: Unit): string {
  return `${name}/unit/${structure.units.indexOf(unit) + 1}`;
}

export const keptUnit = ({ kept }: CourseRun, { id }: Unit): KeptUnit => kept.units[id] ?? newUnit;

/** What a launch is judged by. */
export const launchedUnit = (course: CourseRun, { unit, id }: Session): LaunchedUnit => ({
  unit,
  activity: activityOf(course, unit),
  activities: new Set(course.structure.units.map((each) => activityOf(course, each))),
  registration: course.kept.registration,
  session: id,
  actor: course.actor,
});

/** What became of the whole. */
export const courseOutcome = (course: CourseRun): ItemOutcome =>
  outcomeOfAll(
    course.structure.units.map((unit) => partOutcome(unit.moveOn, keptUnit(course, unit).outcome)),
  );

export const isDone = (course: CourseRun, unit: Unit) =>
  isSatisfied(unit.moveOn, keptUnit(course, unit).outcome);

/** With a unit as it is now; what is to be seen may have changed. */
export const withUnit = (course: CourseRun, { id }: Unit, unit: KeptUnit): CourseRun => ({
  ...course,
  kept: { ...course.kept, units: { ...course.kept.units, [id]: unit } },
  revision: course.revision + 1,
});
