import type { PieceProgress } from '../shared/contracts/documents/state.ts';
import type { LessonStatus } from './lesson-progress.ts';

/** `done` once its content said so; opening it again doesn't change that. */
export function pieceStatus(progress: PieceProgress | undefined): LessonStatus {
  if (progress === undefined) return 'new';
  return progress.completed ? 'done' : 'begun';
}
