import { judgeStatement } from '../../domain/cmi5/judge-statement.ts';
import type { UnitSaid } from '../../domain/cmi5/judge-statement.ts';
import { answerOfStatement } from '../../domain/cmi5/answer-of-statement.ts';
import * as z from 'zod';
import { statementSchema } from '../../shared/contracts/xapi.ts';
import type { Statement } from '../../shared/contracts/xapi.ts';
import { emptyAnswer, jsonAnswer, jsonOf, nothingThere, textAnswer } from './course-call.ts';
import type { CourseAnswer, CourseCall } from './course-call.ts';
import { activityOf, keptUnit, launchedUnit, withUnit } from './course-run.ts';
import type { CourseRun, Session } from './course-run.ts';
import { freshUuid } from './unit-launch.ts';
import type { Randomness } from '../../shared/ports.ts';

type Answered = { readonly answer: CourseAnswer; readonly course: CourseRun };
type Identified = Statement & { readonly id: string };

/** So many statements of a session may be read again. */
const mostStatements = 100;
const mostAtOnce = 100;
const mostAnswersWaiting = 200;
/** As it is written, UTF-16 units. */
const longestStatement = 32 * 1024;

const givenSchema = z.union([z.array(statementSchema).max(mostAtOnce), statementSchema]);

interface Tools {
  readonly randomness: Randomness;
  /** ms since 1970. */
  readonly wallMs: number;
}

/** `statements` of xAPI: what content says, and what it said in this session. */
export function answerStatements(
  call: CourseCall,
  query: URLSearchParams,
  course: CourseRun,
  session: Session,
  tools: Tools,
): Answered {
  const same = (answer: CourseAnswer) => ({ answer, course });
  if (call.method === 'GET' || call.method === 'HEAD') return same(readStatements(query, session));
  if (call.method !== 'PUT' && call.method !== 'POST') return same(emptyAnswer(405));
  const given = givenSchema.safeParse(jsonOf(call));
  if (!given.success) return same(textAnswer(400, z.prettifyError(given.error).slice(0, 500)));
  const list = Array.isArray(given.data) ? given.data : [given.data];
  if (list.some((one) => JSON.stringify(one).length > longestStatement)) {
    return same(emptyAnswer(413));
  }
  const named = call.method === 'PUT' ? query.get('statementId') : null;
  const [only] = list;
  if (call.method === 'PUT') {
    const fits = list.length === 1 && named !== null && (only?.id ?? named) === named;
    if (!fits) return same(textAnswer(400, 'statementId is not that of the statement'));
  }
  const all = list.map((one): Identified => ({
    ...one,
    id: one.id ?? named ?? freshUuid(tools.randomness),
  }));
  const taken = takeAll(all, course, session, tools.wallMs);
  if ('answer' in taken) return same(taken.answer);
  const ids = jsonAnswer(all.map(({ id }) => id));
  return { answer: call.method === 'PUT' ? emptyAnswer(204) : ids, course: taken.course };
}

/** All of them or none. */
function takeAll(
  all: readonly Identified[],
  course: CourseRun,
  session: Session,
  wallMs: number,
): { readonly course: CourseRun } | { readonly answer: CourseAnswer } {
  const { unit } = session;
  const launched = launchedUnit(course, session);
  const kept = keptUnit(course, unit);
  let said: UnitSaid = { ...kept, inSession: session.said };
  const fresh: Identified[] = [];
  for (const statement of all) {
    const known = [...session.statements, ...fresh].find(({ id }) => id === statement.id);
    if (known !== undefined && isSame(known, statement)) continue;
    if (known !== undefined) return { answer: textAnswer(409, 'another statement has this id') };
    const judged = judgeStatement(statement, launched, said);
    if (judged.kind === 'refused') return { answer: textAnswer(judged.status, judged.why) };
    said = judged.said;
    fresh.push(statement);
  }
  const stored = new Date(wallMs).toISOString();
  const statements = [...session.statements, ...fresh.map((one) => ({ ...one, stored }))];
  const { inSession, outcome, since } = said;
  const answers = fresh.flatMap((one) => answerOfStatement(one, activityOf(course, unit)) ?? []);
  const next = {
    ...course,
    session: { ...session, said: inSession, statements: statements.slice(-mostStatements) },
    answers: [...course.answers, ...answers].slice(-mostAnswersWaiting),
  };
  return { course: withUnit(next, unit, { outcome, since: [...since] }) };
}

/** Whether a statement is one that came before; we only add when it came. */
const isSame = ({ stored: _stored, ...known }: Statement, statement: Statement) =>
  JSON.stringify(known) === JSON.stringify(statement);

function readStatements(query: URLSearchParams, { statements }: Session): CourseAnswer {
  const id = query.get('statementId');
  if (id !== null) {
    const found = statements.find((one) => one.id === id);
    return found === undefined ? nothingThere : jsonAnswer(found);
  }
  const verb = query.get('verb');
  const activity = query.get('activity');
  const fitting = statements.filter(
    (one) =>
      (verb === null || one.verb.id === verb) && (activity === null || one.object.id === activity),
  );
  const newestFirst = query.get('ascending') === 'true' ? fitting : fitting.toReversed();
  const most = Number(query.get('limit')) || mostStatements;
  return jsonAnswer({ statements: newestFirst.slice(0, most), more: '' });
}
