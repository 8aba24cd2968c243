import { helpActs } from '../../domain/help/help-acts.ts';
import type { HelpAct } from '../../domain/help/help-acts.ts';
import { helperOf } from '../../domain/help/helper.ts';
import { mayAnywhere } from '../../domain/permissions.ts';
import type { Actor, Target } from '../../domain/permissions.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import type { OpenHelp } from '../../shared/contracts/documents/state.ts';
import type { HelpFor, HelpOutcome } from '../../shared/contracts/help.ts';
import type { HelpRef } from '../../shared/contracts/ipc/help-views.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Directory } from '../directory/directory.ts';
import { learnerNow } from '../learners/learner-now.ts';
import type { LiveLearnerSource } from '../learners/live-learner.ts';
import { createQueue } from '../queue.ts';
import type { Recorder } from '../record/recorder.ts';
import type { HelpTimes } from './help-times.ts';

export interface HelpDeskParts {
  readonly directory: () => Pick<Directory, 'learners' | 'groups' | 'tutors'>;
  readonly learners: LiveLearnerSource;
  readonly recorder: Recorder;
  readonly times: HelpTimes;
  readonly clock: Clock;
}

type Act = Extract<
  EventPayload,
  { type: 'help.taken' } | { type: 'help.handed-on' } | { type: 'help.answered' }
>;
/** What of an act is the desk's to say. */
type Said = Pick<Act, 'request' | 'after' | 'by'>;

/** Whose request it is: their group, with its scope. Null for somebody who is not known here. */
export function targetOf(
  learner: LearnerId,
  { learners, groups }: Pick<Directory, 'learners' | 'groups'>,
): Target | null {
  const account = learners.get(learner);
  const group = account && groups.get(account.group);
  if (account === undefined || group === undefined) return null;
  return { groups: [account.group], scopes: [group.scope ?? 'men'] };
}

/**
 * What staff and peer tutors do about requests for help: events of this station, so that they work
 * with the hub away ([HLQ2]). One after the other: of two windows of one station one comes first.
 */
export class HelpDesk {
  readonly #parts: HelpDeskParts;
  readonly #inTurn = createQueue();

  constructor(parts: HelpDeskParts) {
    this.#parts = parts;
  }

  /** @throws ReanError `permission.denied`, `help.over`, `help.moved`, `learner.unknown`, `store.*` */
  take(actor: Actor, ref: HelpRef): Promise<void> {
    return this.#act(actor, ref, 'take', (said, { wasTaken }) => ({
      ...said,
      type: 'help.taken',
      waitedMs: wasTaken ? null : this.#waited(ref),
    }));
  }

  /** @throws ReanError as {@link take} */
  hand(actor: Actor, { to, ...ref }: HelpRef & { readonly to: HelpFor }): Promise<void> {
    return this.#act(actor, ref, `to-${to.for}`, (said) => {
      if (to.for === 'tutor' && !this.#tutors(to.tutor, ref.learner)) {
        throw new ReanError('permission.denied', { act: 'to-tutor' });
      }
      return { ...said, type: 'help.handed-on', to };
    });
  }

  /** @throws ReanError as {@link take} */
  answer(
    actor: Actor,
    { outcome, ...ref }: HelpRef & { readonly outcome: HelpOutcome },
  ): Promise<void> {
    return this.#act(actor, ref, 'answer', (said, { wasTaken, taker }) => {
      // Whoever sees to it all is the one that would be needed.
      if (outcome === 'needs-officer' && mayAnywhere(actor.role, 'help.direct')) {
        throw new ReanError('permission.denied', { act: 'to-officer' });
      }
      const { clock, times } = this.#parts;
      return {
        ...said,
        type: 'help.answered',
        outcome,
        waitedMs: wasTaken ? null : this.#waited(ref),
        tookMs: taker === null ? null : times.sinceTaken(ref.learner, clock.monotonicMs()),
      };
    });
  }

  #act(
    actor: Actor,
    { learner, request, after }: HelpRef,
    act: HelpAct,
    payloadOf: (said: Said, open: OpenHelp) => Act,
  ): Promise<void> {
    return this.#inTurn(async () => {
      const target = targetOf(learner, this.#parts.directory());
      if (target === null) throw new ReanError('learner.unknown');
      const { open } = (await learnerNow(learner, this.#parts.learners)).help;
      const acts = open === null ? [] : helpActs(actor, { learner, target }, open);
      // Whoever may not see it is told nothing of it.
      if (!mayEver(actor, learner, target)) throw new ReanError('permission.denied', { act });
      if (open === null || open.asked.id !== request) throw new ReanError('help.over');
      if (open.last !== after) throw new ReanError('help.moved');
      if (!acts.includes(act)) throw new ReanError('permission.denied', { act });
      const payload = payloadOf({ request, after, by: helperOf(actor) }, open);
      await this.#record(learner, payload);
    });
  }

  async #record(learner: LearnerId, payload: Act): Promise<void> {
    try {
      await this.#parts.recorder.recordAbout([{ learner, payload }]);
    } catch (error) {
      // Their record was erased meanwhile: there is no key to write it with.
      if (isReanError(error, 'key.missing')) throw new ReanError('learner.unknown', {}, error);
      throw error;
    }
  }

  #waited({ learner }: HelpRef): number | null {
    const { times, clock } = this.#parts;
    return times.sinceAsked(learner, clock.monotonicMs());
  }

  /** Whether somebody is a peer tutor of the learner's group now. */
  #tutors(tutor: LearnerId, learner: LearnerId): boolean {
    const { tutors, learners } = this.#parts.directory();
    const period = tutors.get(tutor);
    return period?.until === null && period.group === learners.get(learner)?.group;
  }
}

const anybodys = { taker: null, to: { for: 'anybody' } } as const;

function mayEver(actor: Actor, learner: LearnerId, target: Target): boolean {
  return helpActs(actor, { learner, target }, anybodys).length > 0;
}
