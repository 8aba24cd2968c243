import { answerKey, itemNames, newPerson } from './day-person.ts';
import type { Answer, LessonName, Person } from './day-person.ts';
import { groupOf, named } from './day-plan.ts';
import type { DayPlan, PlannedSlot } from './day-plan.ts';

/**
 * What happened in a lab day and what the site's rules make of it, in plain words of its own: nothing here is asked of
 * the code that is looked at. Learners and seats are numbers; times are ms of the right clock.
 */

const minuteMs = 60_000;
const earlyMinutes = 10;
const daysAhead = 14;
const dayBeforeClosed = 1;

interface Sitting {
  readonly who: Person;
  lastMs: number;
  ms: number;
  about: boolean;
  lesson: LessonName | null;
  helpAsked: boolean;
}

export type Policy = 'let-in' | 'greet' | 'none';
export interface Door {
  readonly letIn: boolean;
  /** When their slot is, where it is not now; null where nobody says so. */
  readonly next: { readonly begins: number; readonly inDays: number } | null;
}
const open: Door = { letIn: true, next: null };

export class DayModel {
  readonly plan: DayPlan;
  readonly people: readonly Person[];
  readonly seats: (Sitting | null)[];
  policy: Policy = 'let-in';
  /** Whether staff confirmed the day to this run of the hub. */
  sure = false;
  readonly outOfOrder = new Set<number>();
  /** Who has a seat of their own in the women's slot, though she is in another group. */
  ownSeat: { readonly who: number; readonly seat: number } | null = null;
  #activeMs = 0;

  constructor(plan: DayPlan) {
    this.plan = plan;
    this.people = plan.groups
      .flatMap(({ learners }, group) => Array.from({ length: learners }, () => group))
      .map((group, number) => newPerson(number, group));
    this.seats = Array.from({ length: plan.kiosks }, () => null);
  }

  person(number: number): Person {
    const person = this.people[number];
    if (person === undefined) throw new Error(`nobody is number ${number}`);
    return person;
  }

  of(group: number): readonly Person[] {
    return this.people.filter((each) => each.group === group);
  }

  sitting(seat: number): Sitting {
    const sitting = this.seats[seat] ?? null;
    if (sitting === null) throw new Error(`nobody sits at ${seat}`);
    return sitting;
  }

  seatOf(who: number): number | null {
    const seat = this.seats.findIndex((sitting) => sitting?.who.number === who);
    return seat < 0 ? null : seat;
  }

  /** Whether they come in there, at that minute of today, and what they are told of their slot. */
  door(who: number, seat: number, minute: number): Door {
    if (!this.sure || this.policy === 'none') return open;
    const own = this.plan.slots.filter((slot, at) => this.#isIn(who, slot, at));
    const isNow = own.some(
      (slot) => isToday(slot) && slot.begins - earlyMinutes <= minute && minute < slot.ends,
    );
    if (isNow) return open;
    const next = nextOf(own, minute);
    if (next === null) return open;
    const due = this.due(minute);
    const isAnothers =
      this.ownSeat?.seat === seat && due.some(({ number }) => number === this.ownSeat?.who);
    const seats = this.plan.kiosks - this.outOfOrder.size;
    return { letIn: this.policy === 'let-in' && !isAnothers && due.length < seats, next };
  }

  /** Who is to be here at that minute of today. */
  due(minute: number): readonly Person[] {
    const running = this.plan.slots.flatMap((slot, at) =>
      isToday(slot) && slot.begins <= minute && minute < slot.ends ? [{ slot, at }] : [],
    );
    return this.people.filter(({ number }) =>
      running.some(({ slot, at }) => this.#isIn(number, slot, at)),
    );
  }

  sitsDown(who: number, seat: number, nowMs: number): void {
    const before = this.seatOf(who);
    // Nobody knows when they left the seat they sat at until now.
    if (before !== null) this.#close(before, true);
    const person = this.person(who);
    person.sittings += 1;
    this.seats[seat] = {
      who: person,
      lastMs: nowMs,
      ms: 0,
      about: false,
      lesson: null,
      helpAsked: false,
    };
  }

  /** Something of the sitting is on record. */
  goesOn(seat: number, nowMs: number): void {
    const sitting = this.sitting(seat);
    sitting.ms += nowMs - sitting.lastMs;
    if (nowMs - sitting.lastMs > 30 * minuteMs) throw new Error('the script leaves too long a gap');
    sitting.lastMs = nowMs;
  }

  standsUp(seat: number, nowMs: number): void {
    this.goesOn(seat, nowMs);
    this.#close(seat, false);
  }

  /** The power went: nobody knows when they left. */
  isCutOff(seat: number): void {
    if ((this.seats[seat] ?? null) !== null) this.#close(seat, true);
  }

  /** Opens that lesson, or the next of the two. */
  opens(seat: number, lesson: LessonName): void {
    const sitting = this.sitting(seat);
    const soFar = sitting.who.lessons[lesson];
    if (soFar.runsDone === soFar.run) {
      soFar.run += 1;
      soFar.next = 0;
      soFar.tries = 0;
    }
    sitting.lesson = lesson;
  }

  /** Whether they are at it, and not through. */
  isAt(seat: number, lesson: LessonName): boolean {
    const { who, lesson: open } = this.sitting(seat);
    return open === lesson && who.lessons[lesson].runsDone < who.lessons[lesson].run;
  }

  /** Which lesson comes next: the one that is begun, else in turn. */
  nextLesson(seat: number): LessonName {
    const { first, second } = this.sitting(seat).who.lessons;
    if (first.runsDone < first.run) return 'first';
    if (second.runsDone < second.run) return 'second';
    return first.runsDone > second.runsDone ? 'second' : 'first';
  }

  /** What is asked now, answered right or wrong; null where the lesson is done, or none is open. */
  asked(seat: number, right: boolean): Answer | null {
    const { lesson, who } = this.sitting(seat);
    if (lesson === null) return null;
    const { run, next, tries, runsDone } = who.lessons[lesson];
    const item = itemNames[next];
    if (item === undefined || runsDone === run) return null;
    this.#activeMs += 1;
    const isRight = right || item === 'look' || tries > 0;
    return { lesson, run, item, attempt: tries + 1, right: isRight, activeMs: this.#activeMs };
  }

  answers(seat: number, answer: Answer, word: string | null): void {
    const { who } = this.sitting(seat);
    const soFar = who.lessons[answer.lesson];
    who.answers.push(answerKey({ ...answer, outcome: answer.right ? 'right' : 'not-yet' }));
    if (word !== null) who.words.push(word);
    // What is only looked at is no question.
    if (answer.item !== 'look') {
      who.asked += 1;
      who.right += answer.right ? 1 : 0;
    }
    if (!answer.right) {
      soFar.tries += 1;
      return;
    }
    soFar.tries = 0;
    soFar.next += 1;
    if (soFar.next === itemNames.length) soFar.runsDone += 1;
  }

  /** When it is over as others come, for whoever sits there; null where nothing ends their time. */
  timeEnds(seat: number): number | null {
    const sitting = this.seats[seat] ?? null;
    const slot = this.plan.slots[named.roomy];
    if (sitting === null || slot === undefined || !this.sure || this.policy === 'none') return null;
    // Only after the first slot comes another at once whose people are others.
    return sitting.who.group === groupOf.roomy ? slot.ends : null;
  }

  /** As attendance has it. */
  timeHere({ sittings, ms, about }: Person) {
    if (sittings === 0) return { there: false, minutes: 0, about: false };
    return { there: true, minutes: Math.round(ms / minuteMs), about };
  }

  #close(seat: number, about: boolean): void {
    const { who, ms, about: already } = this.sitting(seat);
    who.ms += ms;
    who.about ||= about || already;
    this.seats[seat] = null;
  }

  #isIn(who: number, { groups }: PlannedSlot, at: number): boolean {
    const isOwn = at === named.women && this.ownSeat?.who === who;
    return isOwn || groups.includes(this.person(who).group);
  }
}

const isToday = ({ weekday }: PlannedSlot): boolean => weekday === 1;

/** The first slot that is to come, from now on; the lab is closed tomorrow. */
function nextOf(own: readonly PlannedSlot[], minute: number): Door['next'] {
  for (let inDays = 0; inDays <= daysAhead; inDays += 1) {
    if (inDays === dayBeforeClosed) continue;
    const weekday = 1 + (inDays % 7);
    const coming = own
      .filter((slot) => slot.weekday === weekday && (inDays > 0 || slot.begins > minute))
      .toSorted((a, b) => a.begins - b.begins);
    if (coming[0] !== undefined) return { begins: coming[0].begins, inDays };
  }
  return null;
}
