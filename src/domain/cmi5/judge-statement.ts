import type { Agent, Statement } from '../../shared/contracts/xapi.ts';
import type { Unit } from './course-structure.ts';
import { afterStatement, unitVerb } from './unit-outcome.ts';
import type { UnitOutcome, UnitVerb } from './unit-outcome.ts';

/** Marks a statement as one of cmi5's own; all others are the content's. */
const cmi5Category = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
export const sessionExtension = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const voided = 'http://adlnet.gov/expapi/verbs/voided';

/** Who learns what, and in which launch: what every statement of it has to say. */
export interface LaunchedUnit {
  readonly unit: Unit;
  /** The address its statements are about; every launch of this unit has the same. */
  readonly activity: string;
  /** Of all units of the course, this one's too. */
  readonly activities: ReadonlySet<string>;
  readonly registration: string;
  /** Of this launch. */
  readonly session: string;
  readonly actor: Agent;
}

/** What a unit said: in this launch, and since it was begun. */
export interface UnitSaid {
  readonly inSession: readonly UnitVerb[];
  readonly since: readonly UnitVerb[];
  readonly outcome: UnitOutcome;
}

export type Judged =
  | { readonly kind: 'taken'; readonly said: UnitSaid }
  | { readonly kind: 'refused'; readonly status: 400 | 403; readonly why: string };

const refused = (why: string, status: 400 | 403 = 403): Judged => ({
  kind: 'refused',
  status,
  why,
});

/**
 * Whether a statement may be said, by the rules of cmi5 (9), and what it changes. What the same unit said
 * before since it was begun changes nothing once more, as content forgets what it said in another sitting.
 */
export function judgeStatement(
  statement: Statement,
  launched: LaunchedUnit,
  said: UnitSaid,
): Judged {
  const forged = forgery(statement, launched);
  if (forged !== null) return refused(forged);
  if (said.inSession.includes('terminated')) return refused('this session is terminated');
  const own = isDefined(statement);
  const verb = own ? unitVerb(statement.verb.id) : null;
  if (own && verb === null) return refused('units of cmi5 have no such verb');
  if (verb !== 'initialized' && !said.inSession.includes('initialized')) {
    return refused('the first statement has to be initialized');
  }
  if (verb === null) return { kind: 'taken', said };
  const fault = faultOf(verb, statement, launched) ?? outOfTurn(verb, said);
  return fault === null
    ? { kind: 'taken', said: afterVerb(verb, statement, said) }
    : refused(fault);
}

const isDefined = ({ context }: Statement) =>
  context?.contextActivities?.category?.some(({ id }) => id === cmi5Category) ?? false;

/** What is about somebody or something else than the unit that was launched. */
function forgery(statement: Statement, launched: LaunchedUnit): string | null {
  const { actor, object, context, verb } = statement;
  const session = context?.extensions?.[sessionExtension];
  const own = isDefined(statement);
  if (verb.id === voided) return 'nothing can be voided here';
  if (!isSameAgent(actor, launched.actor)) return 'it is about another actor';
  if (isOther(context?.registration, launched.registration, own)) {
    return 'it is about another registration';
  }
  if (isOther(session, launched.session, own)) return 'it is of another session';
  if (object.id === launched.activity) return null;
  const another = object.id !== undefined && launched.activities.has(object.id);
  return own || another ? 'it is about another activity' : null;
}

/** What the content says of its own it need not say; cmi5's it has to. */
const isOther = (said: unknown, ours: string, needed: boolean) =>
  said === undefined ? needed : said !== ours;

export const isSameAgent = (one: Agent, other: Agent) =>
  one.account?.name === other.account?.name && one.account?.homePage === other.account?.homePage;

/** What a statement says against its own verb, or the score to be reached. */
function faultOf(verb: UnitVerb, { result }: Statement, { unit }: LaunchedUnit): string | null {
  const scaled = result?.score?.scaled;
  const judges = verb === 'passed' || verb === 'failed';
  if (result?.score !== undefined && !judges) return `${verb} has no score`;
  if (scaled !== undefined && scaled < 0) return 'a scaled score is from 0 to 1';
  if (result?.success !== undefined && result.success !== (verb === 'passed')) {
    return `${verb} does not go with success ${result.success}`;
  }
  if (result?.completion !== undefined && (verb !== 'completed' || !result.completion)) {
    return `${verb} does not go with completion ${result.completion}`;
  }
  if (unit.masteryScore === null || scaled === undefined || !judges) return null;
  const enough = scaled >= unit.masteryScore;
  return enough === (verb === 'passed') ? null : `${scaled} is not ${verb} by its mastery score`;
}

function outOfTurn(verb: UnitVerb, { inSession }: UnitSaid): string | null {
  if (inSession.includes(verb)) return `${verb} was said in this session already`;
  const judged = inSession.includes('passed') || inSession.includes('failed');
  return judged && (verb === 'passed' || verb === 'failed')
    ? 'passed or failed was said in this session already'
    : null;
}

function afterVerb(verb: UnitVerb, { result }: Statement, said: UnitSaid): UnitSaid {
  const inSession = [...said.inSession, verb];
  const saidBefore =
    (verb === 'completed' && said.since.includes('completed')) ||
    ((verb === 'passed' || verb === 'failed') && said.since.includes('passed'));
  if (saidBefore) return { ...said, inSession };
  return {
    inSession,
    since: said.since.includes(verb) ? said.since : [...said.since, verb],
    outcome: afterStatement(said.outcome, verb, scoreOf(result?.score)),
  };
}

/** 0 to 1: the scaled score, else the raw one between its ends. */
function scoreOf(score: NonNullable<Statement['result']>['score']): number | null {
  if (score?.scaled !== undefined) return score.scaled;
  const { raw, min = 0, max = 100 } = score ?? {};
  if (raw === undefined || max <= min) return null;
  return Math.min(1, Math.max(0, (raw - min) / (max - min)));
}
