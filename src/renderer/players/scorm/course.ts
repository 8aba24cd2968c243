import { answerOf } from '../../../domain/scorm/answers.ts';
import { outcomeOfAll } from '../../../domain/scorm/item-outcome.ts';
import { launchableItems } from '../../../domain/scorm/scorm-package.ts';
import type { LaunchableItem, ScormPackage } from '../../../domain/scorm/scorm-package.ts';
import type { PieceAnswer } from '../../../shared/contracts/piece.ts';
import { newItem, readState, shorten } from './course-state.ts';
import type { CourseState, ItemState } from './course-state.ts';
import { interactionsIn } from './interactions.ts';
import { countedOutcomes, doneByOwnWord, isUnsaid, meantBy } from './own-word.ts';
import type { Request, Sco, ScoEvents } from './sco.ts';
import type { Tellable, ToldResult } from './teller.ts';
import type { Steps, Way } from './way.ts';

/** What the learner sees besides the content. */
export interface CourseView {
  /** What is open; null where the learner chooses, or it is over. */
  readonly open: LaunchableItem | null;
  /** The list of items lies over it. */
  readonly listed: boolean;
  /** What was open ended by itself. */
  readonly ended: boolean;
  readonly steps: Steps;
  /** Nobody but its learner can say that what is open is done. */
  readonly unsaid: boolean;
}

/** What to do with the content's frame; the course itself draws nothing. */
export interface CourseStage {
  show(item: LaunchableItem, sco: Sco): void;
  /** Resolves when what was shown has gone, with all that it does at its end. */
  clear(): Promise<void>;
  /** Whether the learner did anything in what is shown. */
  touched(): boolean;
}

type MakeWay = (parts: { readonly state: () => CourseState; readonly events: ScoEvents }) => Way;

/** A package while it is open: which item, what became of each, and what is to be told of them. */
export class Course implements Tellable {
  readonly package: ScormPackage;
  readonly items: readonly LaunchableItem[];
  readonly #stage: CourseStage;
  readonly #way: Way;
  readonly #changed: (what: 'state' | 'ended') => void;
  #state: CourseState;
  #sco: Sco | null = null;
  #asked: Request | null = null;
  #moving = false;
  #view: Omit<CourseView, 'unsaid'>;

  constructor(
    scormPackage: ScormPackage,
    kept: unknown,
    makeWay: MakeWay,
    stage: CourseStage,
    changed: (what: 'state' | 'ended') => void,
  ) {
    this.package = scormPackage;
    this.items = launchableItems(scormPackage.items);
    this.#state = readState(kept);
    this.#stage = stage;
    this.#changed = changed;
    const events: ScoEvents = {
      changed: () => this.#goesOn(),
      ended: (request) => this.#ended(request),
    };
    this.#way = makeWay({ state: () => this.#state, events });
    this.#view = { open: null, listed: false, ended: false, steps: this.#way.steps() };
  }

  get view(): CourseView {
    return { ...this.#view, unsaid: this.#isUnsaid() };
  }

  get told(): ToldResult | null {
    return this.#state.told;
  }

  set told(told: ToldResult | null) {
    this.#state = { ...this.#state, told };
  }

  stateOf(id: string): ItemState {
    return this.#state.items[id] ?? newItem;
  }

  begin(): void {
    const first = this.#way.begin();
    if (first === null) this.#look({ listed: true });
    else this.#open(first);
  }

  /** What a learner asks for; what is open ends first. */
  async go(request: Request): Promise<void> {
    if (this.#moving) return;
    this.#moving = true;
    this.#asked = request;
    this.#way.wish(request);
    await this.#stage.clear();
    this.#sco?.close();
    this.#sco = null;
    const next = this.#way.follow(this.#asked);
    this.#asked = null;
    this.#moving = false;
    if (next === null) this.#look({ open: null, listed: this.items.length > 1, ended: true });
    else this.#open(next);
    this.#changed('ended');
  }

  /** The same item once more. */
  again(): Promise<void> {
    const at = this.#state.at;
    return at === null ? Promise.resolve() : this.go({ to: 'choice', id: at });
  }

  list(listed: boolean): void {
    this.#look({ listed });
  }

  /** Its learner says that what is open is done, where it says nothing of that itself. */
  finish(): void {
    const { open } = this.#view;
    if (open === null || !this.#isUnsaid()) return;
    for (const { id } of meantBy(open, this.items)) this.#put(id, doneByOwnWord(this.stateOf(id)));
    // Where that is all there is, the shell shows the way on.
    this.#look({ ended: this.items.length > 1 });
    this.#changed('ended');
  }

  place(step: number): unknown {
    const state = { ...this.#state, sequencing: this.#way.kept() };
    return step === 0 ? state : shorten(state, step);
  }

  result(): ToldResult {
    const states = countedOutcomes(this.items, (id) => this.stateOf(id));
    const all = outcomeOfAll(states);
    const ruled = this.#way.outcome();
    if (ruled === null) return all;
    const judged = states.some(({ passed, score }) => passed !== null || score !== null);
    return {
      score: all.score,
      passed: judged ? (ruled.passed ?? all.passed) : null,
      completed: ruled.completed || all.completed,
    };
  }

  takeAnswers(most: number): readonly PieceAnswer[] {
    const taken: PieceAnswer[] = [];
    for (const { id } of this.items) {
      const state = this.stateOf(id);
      const all = interactionsIn(state.cmi);
      let { answered } = state;
      while (answered < all.length && taken.length < most) {
        const answer = answerOf(all[answered] ?? {});
        if (answer === null) break;
        taken.push(answer);
        answered += 1;
      }
      if (answered !== state.answered) this.#put(id, { ...state, answered });
    }
    return taken;
  }

  #isUnsaid(): boolean {
    const { open } = this.#view;
    return open !== null && isUnsaid(open, this.items, (id) => this.stateOf(id));
  }

  #open(item: LaunchableItem): void {
    this.#state = { ...this.#state, at: item.id };
    const sco = this.#way.open(item);
    this.#sco = sco;
    if (!item.launch.isSco) this.#put(item.id, { ...this.stateOf(item.id), completed: true });
    this.#stage.show(item, sco);
    this.#look({ open: item, listed: false, ended: false });
    this.#note('state');
  }

  /** What was at its end and writes again is not at its end. */
  #goesOn(): void {
    if (this.#view.ended) this.#look({ ended: false });
    this.#note('state');
  }

  /** The content ended by itself, or its frame went and it was ended. */
  #ended(request: Request): void {
    this.#note('ended');
    // Where content asks for its own way while it is left, the learner's wish comes first.
    if (this.#moving) return;
    // A page that ends its session as it opens, as many of one page do, is still to be read.
    if (request.to === 'rest' && !this.#way.delivered) this.#look({ ended: this.#stage.touched() });
    else queueMicrotask(() => void this.go(request));
  }

  #note(what: 'state' | 'ended'): void {
    const sco = this.#sco;
    if (sco !== null) {
      const { answered, ownWord } = this.stateOf(sco.item.id);
      const now = { ...sco.state(), answered };
      const completed = now.completed || !sco.item.launch.isSco;
      this.#put(sco.item.id, ownWord ? doneByOwnWord(now) : { ...now, completed });
    }
    this.#changed(what);
  }

  #put(id: string, item: ItemState): void {
    this.#state = { ...this.#state, items: { ...this.#state.items, [id]: item } };
  }

  #look(view: Partial<Omit<CourseView, 'unsaid'>>): void {
    this.#view = { ...this.#view, ...view, steps: this.#way.steps() };
    this.#changed('state');
  }
}
