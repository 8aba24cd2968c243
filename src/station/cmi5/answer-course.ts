import { isUnsaid } from '../../domain/cmi5/unit-outcome.ts';
import { titleIn } from '../../domain/cmi5/course-structure.ts';
import { courseLaunchSchema } from '../../shared/contracts/cmi5-player.ts';
import type { CourseView } from '../../shared/contracts/cmi5-player.ts';
import { xapiVersion } from '../../shared/contracts/xapi.ts';
import type { Language } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import {
  emptyAnswer,
  jsonAnswer,
  jsonOf,
  nothingThere,
  pageAnswer,
  textAnswer,
} from './course-call.ts';
import type { CourseAnswer, CourseCall } from './course-call.ts';
import { courseOutcome, isDone, keptUnit, withUnit } from './course-run.ts';
import type { CourseRun, Session } from './course-run.ts';
import { launchUnit } from './unit-launch.ts';
import { answerDocuments } from './xapi-documents.ts';
import { answerStatements } from './xapi-statements.ts';

export interface Answered {
  readonly answer: CourseAnswer;
  readonly course: CourseRun;
}

interface Tools {
  readonly randomness: Randomness;
  readonly wallMs: number;
}

/**
 * Answers what a page asks of the course that is open: its player how it stands and to open a unit, and the
 * unit that is open what xAPI and cmi5 have it ask ([PCE13]).
 * @param path behind the launch's nonce
 */
export function answerCourse(
  call: CourseCall,
  path: string,
  nonce: string,
  course: CourseRun,
  tools: Tools,
): Answered {
  const [way = '', search = ''] = divide(path, '?');
  const query = new URLSearchParams(search);
  const same = (answer: CourseAnswer) => ({ answer, course });
  if (way === 'course') return same(viewAnswer(query, course));
  if (way === 'launch') return launched(call, nonce, course, tools);
  if (way === 'left') return same(pageAnswer);
  if (way === 'done') return doneByOwnWord(call, course);
  const { session } = course;
  const [id, rest = ''] = divide(way, '/');
  if (session === null || id !== session.id) return same(nothingThere);
  if (rest === 'token') return token(call, course, session);
  const resource = /^xapi\/+(.+?)\/*$/.exec(rest)?.[1];
  return resource === undefined
    ? same(nothingThere)
    : answerXapi(call, resource, query, course, session, tools);
}

function answerXapi(
  call: CourseCall,
  resource: string,
  query: URLSearchParams,
  course: CourseRun,
  session: Session,
  tools: Tools,
): Answered {
  const same = (answer: CourseAnswer) => ({ answer: withVersion(answer), course });
  if (resource === 'about') return same(jsonAnswer({ version: [xapiVersion] }));
  if (call.headers['authorization'] !== `Basic ${session.token}`) return same(emptyAnswer(401));
  if (!/^1\.0(?:\.|$)/.test(call.headers['x-experience-api-version'] ?? '')) {
    return same(textAnswer(400, 'this is xAPI 1.0'));
  }
  const answered = answerResource(call, resource, query, course, session, tools);
  return { ...answered, answer: withVersion(answered.answer) };
}

function answerResource(
  call: CourseCall,
  resource: string,
  query: URLSearchParams,
  course: CourseRun,
  session: Session,
  tools: Tools,
): Answered {
  switch (resource) {
    case 'statements':
      return answerStatements(call, query, course, session, tools);
    case 'activities/state':
      return answerDocuments('state', call, query, course, session);
    case 'activities/profile':
      return answerDocuments('activity', call, query, course, session);
    case 'agents/profile':
      return answerDocuments('agent', call, query, course, session);
    case 'activities':
      return {
        answer: jsonAnswer({ objectType: 'Activity', id: query.get('activityId') }),
        course,
      };
    case 'agents':
      return {
        answer: jsonAnswer({ objectType: 'Person', account: [course.actor.account] }),
        course,
      };
    default:
      return { answer: nothingThere, course };
  }
}

const withVersion = (answer: CourseAnswer): CourseAnswer => ({
  ...answer,
  headers: { ...answer.headers, 'x-experience-api-version': xapiVersion },
});

/** Tells what content proves itself with, once (cmi5, 8.2). */
function token({ method }: CourseCall, course: CourseRun, session: Session): Answered {
  if (method !== 'POST') return { answer: emptyAnswer(405), course };
  if (session.tokenTold) {
    const told = { 'error-code': '1', 'error-text': 'The token has been told already.' };
    return { answer: jsonAnswer(told), course };
  }
  return {
    answer: jsonAnswer({ 'auth-token': session.token }),
    course: { ...course, session: { ...session, tokenTold: true } },
  };
}

function launched(call: CourseCall, nonce: string, course: CourseRun, tools: Tools): Answered {
  const asked = courseLaunchSchema.safeParse(call.method === 'POST' ? jsonOf(call) : null);
  const unit = asked.success ? course.structure.units[asked.data.unit] : undefined;
  if (!asked.success || unit === undefined) return { answer: emptyAnswer(400), course };
  const opened = launchUnit(course, unit, asked.data.language, nonce, tools.randomness);
  if (opened.kind === 'launched') {
    return { answer: jsonAnswer({ address: opened.address }), course: opened.course };
  }
  return { answer: textAnswer(409, `${opened.address} lies outside the package`), course };
}

/** Its learner says that the unit that is open is done; taken where it says nothing of that itself. */
function doneByOwnWord({ method }: CourseCall, course: CourseRun): Answered {
  if (method !== 'POST') return { answer: emptyAnswer(405), course };
  const { session } = course;
  if (session === null || !isLeftUnsaid(course, session)) {
    return { answer: emptyAnswer(409), course };
  }
  const kept = keptUnit(course, session.unit);
  const outcome = { ...kept.outcome, ownWord: true };
  return {
    answer: emptyAnswer(204),
    course: withUnit(course, session.unit, { ...kept, outcome }),
  };
}

const isLeftUnsaid = (course: CourseRun, { unit, said }: Session) =>
  isUnsaid(unit.moveOn, keptUnit(course, unit).outcome, said);

/** How the course stands; nothing where the one who asks has seen that already. */
function viewAnswer(query: URLSearchParams, course: CourseRun): CourseAnswer {
  const { structure, kept, session, revision } = course;
  if (query.get('seen') === String(revision)) return emptyAnswer(204);
  const language: Language = query.get('language') === 'en' ? 'en' : 'km';
  const at = structure.units.findIndex(({ id }) => id === kept.at);
  const view: CourseView = {
    revision,
    units: structure.units.map((unit) => ({
      title: titleIn(unit.titles, language),
      state: stateOf(course, unit),
    })),
    at: at < 0 ? null : at,
    ended: session?.said.includes('terminated') ?? false,
    heard: session?.tokenTold ?? false,
    unsaid: session !== null && isLeftUnsaid(course, session),
    result: courseOutcome(course),
  };
  return jsonAnswer(view);
}

function stateOf(course: CourseRun, unit: CourseRun['structure']['units'][number]) {
  const { begun, passed } = keptUnit(course, unit).outcome;
  if (isDone(course, unit)) return 'done';
  if (passed === false) return 'failed';
  return begun ? 'begun' : 'new';
}

/** In two, at the first of such a sign. */
function divide(text: string, sign: string): readonly [string, string?] {
  const at = text.indexOf(sign);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
