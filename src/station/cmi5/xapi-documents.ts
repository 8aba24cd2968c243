import { createHash } from 'node:crypto';
import { isSameAgent } from '../../domain/cmi5/judge-statement.ts';
import { agentSchema } from '../../shared/contracts/xapi.ts';
import { emptyAnswer, jsonAnswer, nothingThere, textAnswer } from './course-call.ts';
import type { CourseAnswer, CourseCall } from './course-call.ts';
import { activityOf } from './course-run.ts';
import type { CourseRun, Session } from './course-run.ts';
import type { KeptDocument } from './kept-course.ts';
import { launchData, launchDataId, preferencesFor, preferencesId } from './unit-launch.ts';

type Answered = { readonly answer: CourseAnswer; readonly course: CourseRun };
type Key = Pick<KeptDocument, 'resource' | 'activity' | 'registration'>;

/** So many documents of a course are kept, and together so many UTF-16 units; a place holds what deflates. */
const mostDocuments = 200;
const longestTogether = 256 * 1024;

/** What the player writes, and content only reads. */
const isOurs = ({ resource }: Key, id: string | null) =>
  resource === 'state' && id === launchDataId;

/** Documents of xAPI: `activities/state`, `activities/profile` and `agents/profile`. */
export function answerDocuments(
  resource: KeptDocument['resource'],
  call: CourseCall,
  query: URLSearchParams,
  course: CourseRun,
  session: Session,
): Answered {
  const same = (answer: CourseAnswer) => ({ answer, course });
  const key = keyOf(resource, query, course, session);
  if (typeof key === 'string') return same(textAnswer(403, key));
  const id = query.get(resource === 'state' ? 'stateId' : 'profileId');
  if (call.method === 'GET' || call.method === 'HEAD') {
    return same(id === null ? listed(key, course) : read(key, id, course, session));
  }
  if (isOurs(key, id)) return same(textAnswer(403, `${launchDataId} is only to be read`));
  if (call.method === 'DELETE') return deleted(key, id, call, course, session);
  if (call.method !== 'PUT' && call.method !== 'POST') return same(emptyAnswer(405));
  if (id === null) return same(textAnswer(400, 'it names no document'));
  return written(key, id, call, course, session);
}

/** Whose documents are asked for; words where that is not the learner or unit of this launch. */
function keyOf(
  resource: KeptDocument['resource'],
  query: URLSearchParams,
  course: CourseRun,
  { unit }: Session,
): Key | string {
  const activity = query.get('activityId');
  const registration = query.get('registration');
  if (resource !== 'activity' && !isActor(query.get('agent'), course))
    return 'it is about another agent';
  if (resource === 'agent') return { resource, activity: '', registration: null };
  if (activity === null) return 'it names no activity';
  const others = course.structure.units.filter((each) => each !== unit);
  if (others.some((each) => activityOf(course, each) === activity)) {
    return 'it is about another activity';
  }
  if (registration !== null && registration !== course.kept.registration) {
    return 'it is about another registration';
  }
  return { resource, activity, registration: resource === 'state' ? registration : null };
}

function isActor(text: string | null, { actor }: CourseRun): boolean {
  try {
    const agent = agentSchema.safeParse(JSON.parse(text ?? 'null'));
    return agent.success && isSameAgent(agent.data, actor);
  } catch {
    return false;
  }
}

const isOf = (key: Key) => (one: KeptDocument) =>
  one.resource === key.resource &&
  one.activity === key.activity &&
  one.registration === key.registration;

/** A document as it stands: the content's own, else what the player says. */
function find(key: Key, id: string, course: CourseRun, session: Session): KeptDocument | null {
  if (isOurs(key, id)) return made(key, id, launchData(session));
  const kept = course.kept.documents.find((one) => isOf(key)(one) && one.id === id);
  if (kept !== undefined) return kept;
  const isPreferences = key.resource === 'agent' && id === preferencesId;
  return isPreferences ? made(key, id, preferencesFor(session)) : null;
}

const made = (key: Key, id: string, value: unknown): KeptDocument => ({
  ...key,
  id,
  type: 'application/json',
  text: JSON.stringify(value),
  binary: false,
});

function listed(key: Key, { kept }: CourseRun): CourseAnswer {
  const ids = kept.documents.filter(isOf(key)).map(({ id }) => id);
  const ours = key.resource === 'state' ? [launchDataId] : [];
  return jsonAnswer([...ours, ...ids]);
}

function read(key: Key, id: string, course: CourseRun, session: Session): CourseAnswer {
  const found = find(key, id, course, session);
  if (found === null) return nothingThere;
  const { type, text, binary } = found;
  const headers = { 'content-type': type, etag: tagOf(found) };
  const body = binary ? new Uint8Array(Buffer.from(text, 'base64')) : text;
  return { ...jsonAnswer(null, 200, headers), body };
}

function deleted(
  key: Key,
  id: string | null,
  call: CourseCall,
  course: CourseRun,
  session: Session,
): Answered {
  const found = id === null ? null : find(key, id, course, session);
  const refused = id === null ? null : preconditionOf(call, found);
  if (refused !== null) return { answer: refused, course };
  const goes = (one: KeptDocument) => isOf(key)(one) && (id === null || one.id === id);
  const documents = course.kept.documents.filter((one) => !goes(one));
  return { answer: emptyAnswer(204), course: withDocuments(course, documents) };
}

function written(
  key: Key,
  id: string,
  call: CourseCall,
  course: CourseRun,
  session: Session,
): Answered {
  const before = find(key, id, course, session);
  const same = (answer: CourseAnswer) => ({ answer, course });
  const refused = preconditionOf(call, before);
  if (refused !== null) return same(refused);
  const given = givenIn(key, id, call);
  const next = call.method === 'POST' && before !== null ? merged(before, given) : given;
  if (next === null) return same(textAnswer(400, 'only JSON objects are put together'));
  const others = course.kept.documents.filter((one) => !isOf(key)(one) || one.id !== id);
  const documents = [...others, next];
  const length = documents.reduce((sum, { text }) => sum + text.length, 0);
  if (documents.length > mostDocuments || length > longestTogether) return same(emptyAnswer(413));
  return { answer: emptyAnswer(204), course: withDocuments(course, documents) };
}

const withDocuments = (course: CourseRun, documents: KeptDocument[]): CourseRun => ({
  ...course,
  kept: { ...course.kept, documents },
});

/** The document in a request; bytes that are no text are kept as they are. */
function givenIn(key: Key, id: string, { headers, body }: CourseCall): KeptDocument {
  const type = headers['content-type'] ?? 'application/octet-stream';
  const bytes = body ?? new Uint8Array();
  const text = textOf(bytes);
  const kept = text ?? Buffer.from(bytes).toString('base64');
  return { ...key, id, type, text: kept, binary: text === null };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The members of both, the newer ones first; null where one of them is no JSON object. */
function merged(before: KeptDocument, given: KeptDocument): KeptDocument | null {
  const [old, fresh] = [objectIn(before), objectIn(given)];
  return old === null || fresh === null
    ? null
    : { ...given, text: JSON.stringify({ ...old, ...fresh }) };
}

function objectIn({ type, text }: KeptDocument): object | null {
  if (!type.startsWith('application/json')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** xAPI's tags are SHA-1, as they only tell two versions apart. */
const tagOf = ({ text }: KeptDocument) => `"${createHash('sha1').update(text).digest('hex')}"`;

/** A refusal where the document isn't the one the request means. */
function preconditionOf({ headers }: CourseCall, found: KeptDocument | null): CourseAnswer | null {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers;
  const has = (tags: string) =>
    found !== null && (tags.trim() === '*' || tags.includes(tagOf(found).slice(1, -1)));
  if (match !== undefined && !has(match)) return emptyAnswer(412);
  return noneMatch !== undefined && has(noneMatch) ? emptyAnswer(412) : null;
}
