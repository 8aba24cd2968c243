import type { Statement } from '../../shared/contracts/h5p.ts';
import type { PieceAnswer, PieceResult } from '../../shared/contracts/piece.ts';
import { answerOf } from '../scorm/answers.ts';

/** What a statement of content comes to; null where it says nothing that is kept. */
export interface Told {
  /** Of the whole; null where it is about a part. */
  readonly result: Omit<PieceResult, 'answers'> | null;
  readonly answer: PieceAnswer | null;
}

const endings: ReadonlySet<string> = new Set([
  'answered',
  'completed',
  'passed',
  'failed',
  'mastered',
]);

/** Reads one xAPI statement ([PCE14]). */
export function toldBy(statement: Statement): Told {
  const verb = verbOf(statement);
  const ends = endings.has(verb) && !isOfPart(statement);
  return {
    result: ends ? resultOf(statement, verb) : null,
    answer: verb === 'answered' ? answerIn(statement) : null,
  };
}

/** The last part of its address. */
const verbOf = ({ verb }: Statement) => verb.id.slice(verb.id.lastIndexOf('/') + 1);

const partExtension = 'http://h5p.org/x-api/h5p-subContentId';

const partOf = ({ object }: Statement) => object?.definition?.extensions?.[partExtension];

function isOfPart(statement: Statement): boolean {
  const parents = statement.context?.contextActivities?.parent ?? [];
  return parents.length > 0 || typeof partOf(statement) === 'string';
}

function resultOf({ result }: Statement, verb: string): Told['result'] {
  const passed = verb === 'passed' || verb === 'mastered' || (verb === 'failed' ? false : null);
  return {
    score: scoreOf(result?.score),
    passed: result?.success ?? passed,
    completed: result?.completion !== false,
  };
}

type Score = NonNullable<NonNullable<Statement['result']>['score']>;

function scoreOf(score: Score | undefined): number | null {
  const { scaled, raw, max } = score ?? {};
  const share = scaled ?? (raw !== undefined && max !== undefined && max > 0 ? raw / max : null);
  return share === null || !Number.isFinite(share) ? null : Math.min(1, Math.max(0, share));
}

function answerIn(statement: Statement): PieceAnswer | null {
  const { object, result } = statement;
  const part = partOf(statement);
  return answerOf({
    id: typeof part === 'string' ? part : (object?.id ?? 'answer'),
    type: object?.definition?.interactionType,
    description: plainWords(object?.definition),
    response: result?.response,
    result: result?.success === undefined ? '' : result.success ? 'correct' : 'incorrect',
  });
}

type Definition = NonNullable<Statement['object']>['definition'];

/** What was asked, or how it is called, without HTML. */
function plainWords(definition: Definition): string | undefined {
  const [words] = Object.values(definition?.description ?? definition?.name ?? {});
  return words
    ?.replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
