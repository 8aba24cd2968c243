import { stepsOf } from '../../domain/lesson-progress.ts';
import { needsHelp } from '../../domain/training/needs-help.ts';
import type { Stuck } from '../../shared/contracts/documents/state.ts';
import type { StuckView } from '../../shared/contracts/ipc/views.ts';
import type { LessonShelf } from './lesson-shelf.ts';

/** Where learners don't get on, in an officer's words: each item is looked up on the disk once. */
export class StuckPlaces {
  readonly #shelf: LessonShelf;
  readonly #known = new Map<string, Promise<Omit<StuckView, 'wrong'>>>();

  constructor(shelf: LessonShelf) {
    this.#shelf = shelf;
  }

  /** Null for whoever gets on ([HLP1]). */
  async of(stuck: Stuck | null): Promise<StuckView | null> {
    if (!needsHelp(stuck)) return null;
    const { pack, version, lesson, item, wrong } = stuck;
    const name = [pack, version, lesson, item].join(' ');
    const known = this.#known.get(name) ?? this.#lookUp(stuck);
    this.#known.set(name, known);
    return { ...(await known), wrong };
  }

  /** An item of a pack that isn't installed here is told without its words. */
  async #lookUp({ pack, version, lesson, item }: Stuck): Promise<Omit<StuckView, 'wrong'>> {
    const { catalogue } = this.#shelf;
    const found = catalogue.lesson(pack, lesson, version) ?? catalogue.lesson(pack, lesson);
    if (found === undefined) return { lesson: { km: lesson }, item: null };
    const read = await this.#shelf.read(found).catch(() => null);
    const steps = read === null ? [] : stepsOf(read);
    const place = steps.findIndex((step) => step.item.id === item) + 1;
    const prompt = steps[place - 1]?.item.prompt;
    return {
      lesson: found.item.title,
      item: prompt === undefined ? null : { prompt, place, total: steps.length },
    };
  }
}
