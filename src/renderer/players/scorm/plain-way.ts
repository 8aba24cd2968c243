import { Scorm2004API } from 'scorm-again/min';
import { isOpen } from '../../../domain/scorm/prerequisites.ts';
import { launchableItems } from '../../../domain/scorm/scorm-package.ts';
import type { LaunchableItem, ScormPackage } from '../../../domain/scorm/scorm-package.ts';
import { newItem } from './course-state.ts';
import { Sco12 } from './sco-12.ts';
import { Sco2004 } from './sco-2004.ts';
import type { Request, Sco } from './sco.ts';
import type { Steps, Way, WayParts } from './way.ts';

/** Items one after the other, or as chosen, where their prerequisites are met. */
export class PlainWay implements Way {
  readonly delivered = false;
  readonly #parts: WayParts;
  readonly #items: readonly LaunchableItem[];

  constructor(parts: WayParts) {
    this.#parts = parts;
    this.#items = launchableItems(parts.package.items);
  }

  begin(): LaunchableItem | null {
    const { at, items } = this.#parts.state();
    const [first = null] = this.#items;
    if (this.#items.length === 1) return first;
    const before = this.#items.find(({ id }) => id === at);
    if (before !== undefined && items[before.id]?.completed !== true) return before;
    return at === null ? null : (this.#neighbour(1) ?? null);
  }

  open(item: LaunchableItem): Sco {
    const { learner, events } = this.#parts;
    const kept = this.#parts.state().items[item.id] ?? newItem;
    if (this.#parts.package.edition === '1.2') return new Sco12(item, kept, learner, events);
    const runtime = new Scorm2004API({ autocommit: false, lmsCommitUrl: false, logLevel: 5 });
    return new Sco2004(runtime, item, kept, learner, events);
  }

  follow(request: Request): LaunchableItem | null {
    if (request.to === 'next') return this.#neighbour(1);
    if (request.to === 'back') return this.#neighbour(-1);
    if (request.to !== 'choice') return null;
    const { choices } = this.steps();
    return this.#items.find(({ id }) => id === request.id && choices.has(id)) ?? null;
  }

  /** Nothing here depends on it. */
  wish(): void {}

  steps(): Steps {
    return {
      next: this.#neighbour(1) !== null,
      back: this.#neighbour(-1) !== null,
      choices: new Set(this.#items.filter((item) => this.#isOpen(item)).map(({ id }) => id)),
    };
  }

  kept(): string | null {
    return null;
  }

  outcome(): null {
    return null;
  }

  /** The nearest open one in one direction. */
  #neighbour(step: 1 | -1): LaunchableItem | null {
    const { at } = this.#parts.state();
    let index = this.#items.findIndex(({ id }) => id === at);
    if (index < 0) index = step > 0 ? -1 : this.#items.length;
    for (index += step; index >= 0 && index < this.#items.length; index += step) {
      const item = this.#items[index];
      if (item !== undefined && this.#isOpen(item)) return item;
    }
    return null;
  }

  #isOpen({ prerequisites }: LaunchableItem): boolean {
    const { items } = this.#parts.state();
    return isOpen(prerequisites, (id) => items[id]?.status ?? this.#statusOfHeading(id));
  }

  /** A heading is done when everything below it is. */
  #statusOfHeading(id: string): string | null {
    const heading = findItem(this.#parts.package.items, id);
    if (heading === null) return null;
    const { items } = this.#parts.state();
    const below = launchableItems([heading]);
    return below.every((item) => items[item.id]?.completed === true) ? 'completed' : 'incomplete';
  }
}

function findItem(items: ScormPackage['items'], id: string): ScormPackage['items'][number] | null {
  for (const item of items) {
    const found = item.id === id ? item : findItem(item.children, id);
    if (found !== null) return found;
  }
  return null;
}
