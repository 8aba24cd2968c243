import { isFinished } from '../../../domain/lesson-progress.ts';
import type { StepState } from '../../ui/steps.tsx';
import type { Play } from './play.ts';

/** The steps of a lesson by activity, and which one the learner stands on (from 1). */
export function walkedSteps(play: Play) {
  const here = play.step?.item.id;
  const stateOf = (id: string): StepState => {
    if (id === here) return 'here';
    return isFinished(play.items[id]) ? 'walked' : 'ahead';
  };
  const stretches = play.view.lesson.activities.map((activity) =>
    activity.items.map(({ id }) => ({ id, state: stateOf(id) })),
  );
  const all = stretches.flat();
  return { stretches, step: all.findIndex(({ id }) => id === here) + 1, total: all.length };
}
