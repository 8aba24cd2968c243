import { withParameters } from '../../domain/scorm/launch-address.ts';
import { sessionExtension } from '../../domain/cmi5/judge-statement.ts';
import type { Unit } from '../../domain/cmi5/course-structure.ts';
import { coursePath } from '../../shared/contracts/cmi5-player.ts';
import type { Randomness } from '../../shared/ports.ts';
import type { Language } from '../../shared/ids.ts';
import { activityOf, isDone, keptUnit, withUnit } from './course-run.ts';
import type { CourseRun, Session } from './course-run.ts';

export const launchDataId = 'LMS.LaunchData';
export const preferencesId = 'cmi5LearnerPreferences';

/** Under what a launch's own addresses begin, on its pack's origin. */
const placeOf = ({ origin }: CourseRun, nonce: string) => `${origin}${coursePath}${nonce}/`;

/** What content is told of its launch (cmi5, 10). */
export function launchData({ unit, id, returnUrl }: Session) {
  const { moveOn, masteryScore, launchParameters, entitlementKey, launchMethod } = unit;
  return {
    contextTemplate: {
      contextActivities: { grouping: [{ objectType: 'Activity', id: unit.id }] },
      extensions: { [sessionExtension]: id },
    },
    launchMode: 'Normal',
    launchMethod,
    moveOn,
    returnURL: returnUrl,
    ...(masteryScore !== null && { masteryScore }),
    ...(launchParameters !== null && { launchParameters }),
    ...(entitlementKey !== null && { entitlementKey: { courseStructure: entitlementKey } }),
  };
}

/** What content is told of who learns: the language of the window, and that there is sound. */
export const preferencesFor = ({ language }: Session) => ({
  languagePreference: language === 'km' ? 'km-KH,km,en' : 'en,km-KH,km',
  audioPreference: 'on',
});

export type Launched =
  | { readonly kind: 'launched'; readonly course: CourseRun; readonly address: string }
  | { readonly kind: 'outside'; readonly address: string };

/** Opens a unit: whatever was open before is over, and what was done begins anew. */
export function launchUnit(
  before: CourseRun,
  unit: Unit,
  language: Language,
  nonce: string,
  randomness: Randomness,
): Launched {
  const opened = URL.canParse(unit.url, before.entry) ? new URL(unit.url, before.entry).href : '';
  if (!opened.startsWith(before.folder)) return { kind: 'outside', address: unit.url };
  const session: Session = {
    id: freshUuid(randomness),
    unit,
    token: Buffer.from(randomness.bytes(24)).toString('base64'),
    tokenTold: false,
    language,
    returnUrl: `${placeOf(before, nonce)}left`,
    said: [],
    statements: [],
  };
  const begun = isDone(before, unit) ? anew(before, unit) : before;
  const kept = { ...begun.kept, at: unit.id };
  const course = { ...begun, kept, session, revision: begun.revision + 1 };
  return { kind: 'launched', course, address: addressOf(course, session, opened, nonce) };
}

/** What a unit kept of being done before is gone; that it was done stays. */
function anew(course: CourseRun, unit: Unit): CourseRun {
  const activity = activityOf(course, unit);
  const documents = course.kept.documents.filter(
    (one) => one.resource !== 'state' || one.activity !== activity,
  );
  const cleared = { ...course, kept: { ...course.kept, documents } };
  return withUnit(cleared, unit, { ...keptUnit(course, unit), since: [] });
}

/** A unit's address as cmi5 has it (8.1). */
function addressOf(course: CourseRun, { id, unit }: Session, opened: string, nonce: string) {
  const own = `${placeOf(course, nonce)}${id}/`;
  const parameters = {
    endpoint: `${own}xapi/`,
    fetch: `${own}token`,
    actor: JSON.stringify(course.actor),
    registration: course.kept.registration,
    activityId: activityOf(course, unit),
  };
  const query = Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const [page = '', fragment] = opened.split('#');
  const { href } = withParameters({ href: page, isSco: true }, query);
  return fragment === undefined ? href : `${href}#${fragment}`;
}

/** A random UUID (version 4). */
export function freshUuid(randomness: Randomness): string {
  const bytes = Buffer.from(randomness.bytes(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
