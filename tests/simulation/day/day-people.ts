import { firstValueFrom } from 'rxjs';
import { isReanError } from '../../../src/shared/errors.ts';
import type { SittingStart } from '../../../src/shared/contracts/ipc/views.ts';
import type { Response } from '../../../src/shared/contracts/lesson.ts';
import { rightCode, wrongCode } from '../../factories/desk-people.ts';
import { testPack } from '../../factories/pack-press.ts';
import { InvariantBroken } from '../invariant-broken.ts';
import type { DayLab } from './day-lab.ts';
import type { DayModel, Door } from './day-model.ts';
import type { Answer } from './day-person.ts';

/** What learners do at the kiosks' windows: each deed is written down in the model as it is acknowledged, and compared. */
export class DayPeople {
  readonly #lab: DayLab;
  readonly #model: DayModel;
  /** How many came in, were only greeted, and got their pictures wrong. */
  readonly tally = { cameIn: 0, outside: 0, greeted: 0, wrongCode: 0, answers: 0 };

  constructor(lab: DayLab, model: DayModel) {
    this.#lab = lab;
    this.#model = model;
  }

  /** Tries to sit down there; whether they do. */
  async comesTo(who: number, seat: number): Promise<boolean> {
    const { window } = this.#lab.seat(seat);
    const learner = this.#lab.learner(who);
    const door = this.#model.door(who, seat, this.#lab.clock.minute);
    const code = [...rightCode];
    const result = await this.#lab.do(window.call('sitting.start', { learner, code }));
    this.#compare(door, result, { who, seat, minute: this.#lab.clock.minute });
    if (result.result !== 'signed-in') return false;
    this.#model.sitsDown(who, seat, this.#now);
    this.tally.cameIn += 1;
    const sitting = await this.#lab.do(firstValueFrom(window.observe('sitting', undefined)));
    const told = sitting?.comesNext ?? null;
    this.#same('what who was let in is told of their slot', nextOf(told), door.next);
    this.#same('who sits there', sitting?.learner.learner, learner);
    if (door.next !== null) this.tally.outside += 1;
    return true;
  }

  async getsPicturesWrong(who: number, seat: number): Promise<void> {
    const { window } = this.#lab.seat(seat);
    const learner = this.#lab.learner(who);
    const start = window.call('sitting.start', { learner, code: [...wrongCode] });
    this.#same('a wrong code', (await this.#lab.do(start)).result, 'wrong');
    this.tally.wrongCode += 1;
  }

  /** Somebody else tries to sit down where somebody sits. */
  async comesToTaken(who: number, seat: number): Promise<void> {
    const { window } = this.#lab.seat(seat);
    const learner = this.#lab.learner(who);
    const start = window.call('sitting.start', { learner, code: [...rightCode] });
    const refused = await this.#lab.do(
      start.then(
        () => null,
        (error: unknown) => isReanError(error, 'permission.denied'),
      ),
    );
    this.#same('a seat that is taken', refused, true);
  }

  /** Everybody who sits at one of these answers so many times, all of them at once. */
  async work(seats: readonly number[], times: number): Promise<void> {
    const rights = seats.map(() =>
      Array.from({ length: times }, () => this.#lab.draw.from(1, 4) > 1),
    );
    const working = seats.map((seat, at) => this.#workAt(seat, rights[at] ?? []));
    await this.#lab.do(Promise.all(working));
  }

  async asksForHelp(seat: number): Promise<void> {
    await this.#lab.do(this.#lab.seat(seat).window.call('help.ask', undefined));
    const sitting = this.#model.sitting(seat);
    sitting.helpAsked = true;
    sitting.who.helpAsked += 1;
    this.#model.goesOn(seat, this.#now);
  }

  async leaves(seat: number): Promise<void> {
    await this.#lab.do(this.#lab.seat(seat).window.call('sitting.end', { reason: 'learner' }));
    this.#model.standsUp(seat, this.#now);
  }

  get #now(): number {
    return this.#lab.clock.wallMs();
  }

  async #workAt(seat: number, rights: readonly boolean[]): Promise<void> {
    const { window } = this.#lab.seat(seat);
    for (const right of rights) {
      let answer = this.#model.asked(seat, right);
      if (answer === null) {
        const lesson = this.#model.nextLesson(seat);
        await window.call('lesson.open', { pack: testPack, lesson });
        this.#model.opens(seat, lesson);
        this.#model.goesOn(seat, this.#now);
        answer = this.#model.asked(seat, right);
      }
      if (answer === null) throw new Error('nothing is asked');
      const response = responseOf(answer);
      const { item, activeMs } = answer;
      const marked = await window.call('lesson.answer', { item, response, activeMs });
      this.#same('how an answer is marked', marked.outcome, answer.right ? 'right' : 'not-yet');
      const word = response.type === 'textEntry' && !answer.right ? response.text : null;
      this.#model.answers(seat, answer, word);
      this.#model.goesOn(seat, this.#now);
      this.tally.answers += 1;
    }
  }

  #compare(door: Door, result: SittingStart, facts: object): void {
    const met = result.result === 'not-now' ? nextOf(result.next) : null;
    const due = door.letIn ? 'signed-in' : 'not-now';
    if (!door.letIn) this.tally.greeted += 1;
    this.#same('who is let in', { ...facts, result: result.result }, { ...facts, result: due });
    this.#same('when they are told to come', met, door.letIn ? null : door.next);
  }

  #same(what: string, got: unknown, expected: unknown): void {
    if (JSON.stringify(got) === JSON.stringify(expected)) return;
    throw new InvariantBroken(what, { got, expected });
  }
}

function nextOf(next: { readonly begins: number; readonly inDays: number } | null): Door['next'] {
  return next && { begins: next.begins, inDays: next.inDays };
}

/** No two wrong words of a day are alike. */
function responseOf({ item, right, activeMs }: Answer): Response {
  switch (item) {
    case 'look':
      return { type: 'present' };
    case 'choose':
      return { type: 'choice', chosen: [right ? 'ka' : 'kha'] };
    case 'type':
      return { type: 'textEntry', text: right ? 'ខ្មែរ' : `ខុស ${activeMs}` };
  }
}
