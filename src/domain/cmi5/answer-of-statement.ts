import type { PieceAnswer } from '../../shared/contracts/piece.ts';
import type { Statement } from '../../shared/contracts/xapi.ts';
import { answerOf } from '../scorm/answers.ts';

const answered = 'http://adlnet.gov/expapi/verbs/answered';

/**
 * The answer a statement tells; null where it tells none.
 * @param activity the unit's address, left out where the question's begins with it
 */
export function answerOfStatement(
  { verb, object, result }: Statement,
  activity: string,
): PieceAnswer | null {
  if (verb.id !== answered) return null;
  const { id = '', definition } = object;
  const words = definition?.description ?? definition?.name ?? {};
  return answerOf({
    id: id.startsWith(`${activity}/`) ? id.slice(activity.length + 1) : id,
    type: definition?.interactionType,
    description: Object.values(words)[0],
    response: result?.response,
    result: result?.success === undefined ? '' : result.success ? 'correct' : 'wrong',
  });
}
