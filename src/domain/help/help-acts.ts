import type { OpenHelp } from '../../shared/contracts/documents/state.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { may } from '../permissions.ts';
import type { Actor, Target } from '../permissions.ts';
import { helperOf, isSame } from './helper.ts';

/** What somebody may do about a request ([HLQ4]); handing it on is told apart by to whom. */
export type HelpAct = 'take' | 'answer' | 'to-anybody' | 'to-officer' | 'to-tutor';

/** Whose request it is, and the group they are in with its scope. */
export interface Asker {
  readonly learner: LearnerId;
  readonly target: Target;
}

/**
 * What this person may do about this request now. One has it at a time; who sees to the whole site may take
 * it over, as whoever took it may have left. Nobody answers their own.
 */
export function helpActs(
  actor: Actor,
  { learner, target }: Asker,
  { taker, to }: Pick<OpenHelp, 'taker' | 'to'>,
): readonly HelpAct[] {
  if (!may(actor, 'help.answer', target) || actor.person === learner) return [];
  const directs = may(actor, 'help.direct', target);
  const self = helperOf(actor);
  const mine = isSame(taker, self);
  const isFor = to.for === 'anybody' || (to.for === 'tutor' && to.tutor === actor.person);
  const reaches = taker === null ? directs || isFor : mine;
  const acts: readonly (readonly [HelpAct, boolean])[] = [
    ['take', !mine && (directs || reaches)],
    ['answer', reaches],
    ['to-anybody', (mine || directs) && (taker !== null || to.for !== 'anybody')],
    // Whoever sees to it all is whom it would be handed to.
    ['to-officer', !directs && reaches],
    ['to-tutor', directs],
  ];
  return acts.flatMap(([act, allowed]) => (allowed ? [act] : []));
}
