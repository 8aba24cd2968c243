import type { OpenedEvent } from '../../../src/shared/contracts/documents/event.ts';
import type { LearnerState } from '../../../src/shared/contracts/documents/state.ts';
import type { LearnerId } from '../../../src/shared/ids.ts';
import { openEvent } from '../../../src/sync/envelope/event.ts';
import { openLearnerState } from '../../../src/sync/envelope/sealed-documents.ts';
import { readHubImage } from '../disk-image.ts';
import { InvariantBroken } from '../invariant-broken.ts';
import type { DayLab } from './day-lab.ts';
import { answerKey } from './day-person.ts';
import type { DayModel } from './day-model.ts';
import type { Person } from './day-person.ts';

/** What lies at the hub when everything is off, beside what learners were told is recorded. */
export async function lookAtRecords(lab: DayLab, model: DayModel): Promise<void> {
  const { generation } = lab.hub.site;
  const { events, states } = await readHubImage(lab.lab.disk, generation);
  // Each is opened with its own learner's key: what was sealed with another's opens nothing.
  const opened = events
    .filter(({ learner }) => learner !== null)
    .map((event) => openEvent(event, lab.lab.key(event.learner)));
  const held = new Map<LearnerId | null, OpenedEvent[]>();
  for (const event of opened) {
    const { learner } = event.envelope;
    held.set(learner, [...(held.get(learner) ?? []), event]);
  }
  const folded = new Map(
    states.map((state) => [state.learner, openLearnerState(state, lab.lab.key(state.learner))]),
  );
  lookAtSittings(opened);
  for (const person of model.people) {
    const learner = lab.learner(person.number);
    lookAtPerson(person, held.get(learner) ?? [], folded.get(learner) ?? null);
  }
  const known = new Set(lab.people.learners);
  const strangers = [...held.keys()].filter((learner) => learner !== null && !known.has(learner));
  if (strangers.length > 0) throw new InvariantBroken('records of nobody', { strangers });
}

/** A sitting is one learner's, and begins once. */
function lookAtSittings(opened: readonly OpenedEvent[]): void {
  const whose = new Map<string, string | null>();
  const begun = new Set<string>();
  for (const { payload, envelope } of opened) {
    if (!('sitting' in payload)) continue;
    const { sitting } = payload;
    const other = whose.get(sitting) ?? envelope.learner;
    const twice = payload.type === 'sitting.started' && begun.has(sitting);
    if (other !== envelope.learner || twice) {
      throw new InvariantBroken('a sitting of two', { sitting, other, now: envelope.learner });
    }
    whose.set(sitting, other);
    if (payload.type === 'sitting.started') begun.add(sitting);
  }
}

function lookAtPerson(person: Person, events: readonly OpenedEvent[], state: LearnerState | null) {
  const payloads = events.map(({ payload }) => payload);
  const answers = payloads.flatMap((payload) =>
    payload.type === 'attempt.recorded' ? [answerKey(payload)] : [],
  );
  compare('the answers that the hub holds', person, answers.sort(), person.answers.toSorted());
  const begun = payloads.filter(({ type }) => type === 'sitting.started').length;
  compare('the sittings that the hub holds', person, begun, person.sittings);
  if (person.sittings === 0) return;
  compare('a folded record', person, tellOf(state), {
    seat: null,
    attempts: person.asked,
    right: person.right,
    runs: [person.lessons.first.runsDone, person.lessons.second.runsDone],
    help: [person.helpAsked, person.helpAnswered],
  });
  const words = Object.values(state?.lessons ?? {})
    .flatMap(({ missed }) => Object.values(missed ?? {}).flatMap(([, said]) => said))
    .filter((said) => /\d/.test(said));
  const others = words.filter((said) => !person.words.some((word) => said.includes(word)));
  compare('words of somebody else in a record', person, others, []);
}

function tellOf(state: LearnerState | null) {
  const runsOf = (lesson: string) =>
    Object.values(state?.lessons ?? {}).find((each) => each.lesson === lesson)?.completedRuns ?? 0;
  return {
    seat: state?.seat ?? null,
    attempts: state?.attempts,
    right: state?.right,
    runs: [runsOf('first'), runsOf('second')],
    help: [state?.help.asked, state?.help.answered],
  };
}

function compare(what: string, { number }: Person, held: unknown, expected: unknown): void {
  if (JSON.stringify(held) === JSON.stringify(expected)) return;
  throw new InvariantBroken(what, { number, held, expected });
}
