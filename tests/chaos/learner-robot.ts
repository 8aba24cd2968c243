import { filter, firstValueFrom } from 'rxjs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from '../../src/shared/contracts/lesson.ts';
import type { StationStatus } from '../../src/shared/contracts/ipc/status-views.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import type { Randomness } from '../../src/shared/ports.ts';
import { rightCode } from '../factories/desk-people.ts';
import { windowOf } from '../factories/headless-station.ts';
import { testPack } from '../factories/pack-press.ts';
import type { ReanProcess } from '../factories/rean-process.ts';
import type { KioskWindow } from '../factories/station-window.ts';

const walk: readonly (readonly [item: string, response: Response])[] = [
  ['look', { type: 'present' }],
  ['choose', { type: 'choice', chosen: ['ka'] }],
  ['type', { type: 'textEntry', text: 'ខ្មែរ' }],
];
const lessons = ['first', 'second'];
/** Between two answers, ms. */
const leastPauseMs = 60;
const mostPauseMs = 500;

const isSaved = ({ phase, hubReachable, waiting }: StationStatus) =>
  phase === 'idle' && hubReachable && waiting === 0;

/** Every answer of a lab bears another number, as the time it took, so that it can be found again. */
export class Marks {
  #given = 0;
  /** Those a station said were recorded. */
  readonly acknowledged = new Set<number>();

  next(): number {
    this.#given += 1;
    return this.#given;
  }
}

/** What a robot tells of its work at a station. */
export interface RobotEvents {
  /** An answer was acknowledged. */
  readonly answered: () => void;
  /** Something was refused. */
  readonly failed: (cause: unknown) => void;
}

interface Work extends RobotEvents {
  readonly over: () => boolean;
}

/** Sits at one station after the other process of it, signs in and answers, until told to stop. */
export class LearnerRobot {
  readonly #marks: Marks;
  readonly #learners: readonly LearnerId[];
  readonly #randomness: Randomness;
  #stopped = false;

  constructor(marks: Marks, learners: readonly LearnerId[], randomness: Randomness) {
    this.#marks = marks;
    this.#learners = learners;
    this.#randomness = randomness;
  }

  stop(): void {
    this.#stopped = true;
  }

  /**
   * Works at a station's process for as long as it lives. Told to stop, it leaves, and stays until
   * the station says that all is saved.
   */
  async sitAt(station: ReanProcess, told: RobotEvents): Promise<void> {
    const window = windowOf(station);
    const gone = station.over();
    const over = () => this.#stopped || !station.running;
    const working = this.#work(window, { ...told, over });
    await Promise.race([working, gone]);
    window.close();
    // Its questions to a process that is gone are never answered.
    working.catch(() => undefined);
  }

  async #work(window: KioskWindow, work: Work): Promise<void> {
    const { over, failed } = work;
    await firstValueFrom(window.observe('people', undefined).pipe(filter(({ ready }) => ready)));
    while (!over()) {
      try {
        await this.#signIn(window);
        while (!over()) await this.#learn(window, work);
      } catch (cause) {
        // A full disk, say: whoever sits there tries again.
        failed(cause);
        await this.#pause();
      }
    }
    if (this.#stopped) await this.#leave(window);
  }

  async #leave(window: KioskWindow): Promise<void> {
    const sitting = await firstValueFrom(window.observe('sitting', undefined));
    if (sitting !== null) await window.call('sitting.end', { reason: 'learner' });
    const saved$ = window.observe('status', undefined).pipe(filter(isSaved));
    await firstValueFrom(saved$);
  }

  async #signIn(window: KioskWindow): Promise<void> {
    const sitting = await firstValueFrom(window.observe('sitting', undefined));
    if (sitting !== null) return;
    const learner = this.#learners[Math.floor(this.#randomness.fraction() * this.#learners.length)];
    if (learner !== undefined) {
      await window.call('sitting.start', { learner, code: [...rightCode] });
    }
  }

  async #learn(window: KioskWindow, { over, answered }: Work): Promise<void> {
    const lesson = lessons[Math.floor(this.#randomness.fraction() * lessons.length)] ?? 'first';
    const { items } = await window.call('lesson.open', { pack: testPack, lesson });
    for (const [item, response] of walk) {
      if (items[item] !== undefined || over()) continue;
      const activeMs = this.#marks.next();
      await window.call('lesson.answer', { item, response, activeMs });
      this.#marks.acknowledged.add(activeMs);
      answered();
      await this.#pause();
    }
  }

  #pause(): Promise<void> {
    return wait(leastPauseMs + this.#randomness.fraction() * (mostPauseMs - leastPauseMs));
  }
}
