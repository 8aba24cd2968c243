import type { CourseView } from '../../../shared/contracts/cmi5-player.ts';
import { ContentFrame } from '../course/content-frame.ts';
import { OwnWordOffer } from '../course/own-word-offer.ts';
import { detailOf } from '../port.ts';
import type { PlayerPort } from '../port.ts';
import { CourseLine } from './course-line.ts';

/** What there is to be seen of a course. */
export interface CourseSight {
  readonly view: CourseView;
  /** The unit that is open, from 0 on; null where its learner chooses. */
  readonly open: number | null;
  readonly listed: boolean;
  /** What is open ended by itself. */
  readonly ended: boolean;
}

/** How often it is asked what the content told the station, ms; a result is to be seen within two seconds. */
const lookEveryMs = 1_000;

/** A course of cmi5 while it is open: its units in a frame, one at a time. What they say goes to the station. */
export class Course {
  readonly #port: PlayerPort;
  readonly #line: CourseLine;
  readonly #frame: ContentFrame;
  readonly #offer: OwnWordOffer;
  readonly #draw: (sight: CourseSight) => void;
  #sight: CourseSight | null = null;
  #moving = false;
  #told = false;

  constructor(port: PlayerPort, host: HTMLElement, draw: (sight: CourseSight) => void) {
    this.#port = port;
    this.#line = new CourseLine(port.nonce, port.language);
    this.#draw = draw;
    this.#offer = new OwnWordOffer((message) => port.say(message));
    this.#frame = new ContentFrame(host, {
      opened: () => {
        this.#offer.opened();
        this.#ready();
      },
      closed: () => this.#offer.closed(),
      missing: (path) => this.#fail(path),
      faulty: (why) => void this.#judgeFault(why),
      turned: (address) => (this.#line.isEnd(address) ? this.#look({ ended: true }) : undefined),
    });
  }

  /** Opens it where its learner was. */
  async begin(): Promise<void> {
    const told = await this.#line.view(null);
    if (told === null) return this.#fail('the station gave no answer');
    if (told.kind === 'refused') return this.#fail(told.why);
    const view = told.value;
    this.#sight = { view, open: null, listed: false, ended: false };
    this.#port.onFinish(() => void this.finish());
    const first = firstUnit(view);
    if (first !== null) await this.go(first);
    else {
      this.#look({ listed: true });
      this.#ready();
    }
    setInterval(() => void this.#refresh(), lookEveryMs);
  }

  /** Opens a unit; what is open ends first. */
  async go(unit: number): Promise<void> {
    if (this.#moving || this.#sight?.view.units[unit] === undefined) return;
    this.#moving = true;
    await this.#frame.clear();
    const told = await this.#line.launch(unit);
    if (told?.kind === 'told') {
      this.#look({ open: unit, listed: false, ended: false });
      this.#frame.show(new URL(told.value.address), this.#sight.view.units[unit]?.title ?? '');
    } else this.#fail(told === null ? 'the station gave no answer' : told.why);
    this.#moving = false;
    await this.#refresh();
  }

  list(listed: boolean): void {
    this.#look({ listed });
  }

  /** Its learner says that what is open is done, where it says nothing of that itself. */
  async finish(): Promise<void> {
    if (this.#moving || this.#sight?.view.unsaid !== true || !(await this.#line.done())) return;
    // Where that is all there is, the shell shows the way on.
    if (this.#sight.view.units.length > 1) this.#look({ ended: true });
    await this.#refresh();
  }

  /** Told once, and only what its station has on record. */
  #tellIfDone({ result }: CourseView): void {
    if (!result.completed || this.#told) return;
    this.#told = true;
    this.#port.say({ kind: 'result', ...result });
  }

  async #refresh(): Promise<void> {
    const told = await this.#line.view(this.#sight?.view.revision ?? null);
    if (told?.kind !== 'told' || this.#moving) return;
    this.#look({ view: told.value, ended: told.value.ended || this.#sight?.ended === true });
    this.#tellIfDone(told.value);
  }

  /** What talks with the station goes on; whoever looks at it all the same is not told again. */
  async #judgeFault(why: string): Promise<void> {
    if (this.#port.lenient === true) return;
    const told = await this.#line.view(null);
    if (told?.kind === 'told' && !told.value.heard && !this.#moving) this.#fail(why, 'broken');
  }

  #look(changed: Partial<CourseSight>): void {
    if (this.#sight === null) return;
    this.#sight = { ...this.#sight, ...changed };
    this.#offer.look(this.#sight.view.unsaid && !this.#sight.listed);
    this.#draw(this.#sight);
  }

  #ready(): void {
    this.#port.say({ kind: 'ready' });
  }

  #fail(why: string, reason: 'missing' | 'broken' = 'missing'): void {
    this.#port.say({ kind: 'failed', reason, detail: detailOf(why) });
  }
}

/** The only one, or the one that was left, or what follows it; null where its learner has to choose. */
function firstUnit({ units, at }: CourseView): number | null {
  if (units.length === 1) return 0;
  if (at === null) return null;
  if (units[at]?.state !== 'done') return at;
  const next = units.findIndex(({ state }, index) => index > at && state !== 'done');
  return next < 0 ? null : next;
}
