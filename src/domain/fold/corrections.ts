import type { Correction } from '../../shared/contracts/correction.ts';
import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { formatEventId, parseEventId } from '../../shared/event-id.ts';
import { sittingIdSchema } from '../../shared/ids.ts';
import { compareOrder, inOrder, orderOf } from '../order.ts';

/** What corrections do to a learner's events before they are folded ([COR2]). */
export interface InForce {
  /** Everything of one run of a lesson up to a place in the order. */
  readonly struck: readonly Correction[];
  /** Completions, in the form of events, each in its place. */
  readonly added: readonly OpenedEvent[];
  /** The highest Lamport counter of any correction's place, in force or withdrawn; 0 for none. */
  readonly lamport: number;
}

export const noCorrections: InForce = { struck: [], added: [], lamport: 0 };

/** Those that nobody has withdrawn: a function of the set of corrections. */
export function inForce(corrections: Iterable<Correction>): InForce {
  const all = new Map([...corrections].map((each) => [each.id, each]));
  const withdrawn = new Set<string>();
  for (const { what } of all.values()) if (what.kind === 'withdraw') withdrawn.add(what.of);
  const holding = [...all.values()].filter(({ id }) => !withdrawn.has(id));
  return {
    struck: holding.filter(({ what }) => what.kind === 'strike'),
    added: inOrder(holding.flatMap(asEvents)),
    lamport: Math.max(0, ...[...all.values()].map(({ at }) => at.lamport)),
  };
}

/** Whether an event does not count. */
export function isStruck({ envelope, payload }: OpenedEvent, { struck }: InForce): boolean {
  if (!('lesson' in payload)) return false;
  return struck.some(({ what, at }) => {
    if (what.kind !== 'strike' || compareOrder(orderOf(envelope), at) > 0) return false;
    return what.pack === payload.pack && what.lesson === payload.lesson && what.run === payload.run;
  });
}

/**
 * An added completion in the form of the events that were never recorded: the lesson opened and
 * completed, at its place in the order. None for other kinds.
 */
function asEvents({ id, what, learner, at, run }: Correction): OpenedEvent[] {
  if (what.kind !== 'add') return [];
  const { pack, version, lesson, total } = what;
  const inLesson = { sitting: sittingIdSchema.parse(`si-${id}`), pack, version, lesson, run };
  const { station, store, seq } = parseEventId(at.id);
  const place = (offset: number) => ({
    v: 1 as const,
    _id: formatEventId({ station, store, seq: seq + offset }),
    learner,
    lamport: at.lamport,
    clock: { wallMs: 0, hubOffsetMs: null, labDay: { date: null, sure: false } },
    key: sealingKeyIdSchema.parse(`learner:${learner}:1`),
    signer: `${station}:1`,
  });
  return [
    {
      envelope: { ...place(0), type: 'lesson.opened' },
      payload: { type: 'lesson.opened', ...inLesson, total },
    },
    {
      envelope: { ...place(1), type: 'lesson.completed' },
      payload: { type: 'lesson.completed', ...inLesson },
    },
  ];
}
