import { answerTypes } from '../../shared/contracts/piece.ts';
import type { PieceAnswer } from '../../shared/contracts/piece.ts';

/** An interaction as content wrote it; texts, empty where it didn't. */
export interface WrittenInteraction {
  readonly id?: string | undefined;
  readonly type?: string | undefined;
  readonly description?: string | undefined;
  readonly response?: string | undefined;
  readonly result?: string | undefined;
}

/** Longest text of an answer that is kept. */
const longest = 250;

/** An interaction in the words of xAPI; null where nothing was answered yet. */
export function answerOf(written: WrittenInteraction): PieceAnswer | null {
  const { id = '', description, response, result = '' } = written;
  if (id === '' || ((response ?? '') === '' && result === '')) return null;
  const type = answerTypes.find((known) => known === written.type) ?? 'other';
  return {
    id: cut(id) ?? 'answer',
    type,
    description: cut(description),
    response: cut(response),
    success: successOf(result),
  };
}

/** 1.2 says wrong, 2004 incorrect; neutral, unanticipated and numbers say neither. */
function successOf(result: string): boolean | null {
  if (result === 'correct') return true;
  return result === 'wrong' || result === 'incorrect' ? false : null;
}

/** Halves of letters, which no record can hold, are left out. */
function cut(text: string | undefined): string | null {
  return text === undefined || text === ''
    ? null
    : text.slice(0, longest).replaceAll(/\p{Surrogate}/gu, '');
}
