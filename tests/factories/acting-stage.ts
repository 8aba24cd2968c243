import { keysOf } from '../../src/cli/hub-screen/keys.ts';
import type { Key } from '../../src/cli/hub-screen/keys.ts';
import type { Stage, View } from '../../src/cli/hub-screen/stage.ts';

/** What somebody types at a screen, Enter as `\r` and Escape as `\u001B`; null where they press nothing for long. */
export type Acts = Readonly<
  Partial<Record<View['screen'], readonly (string | null | ((view: View) => string | null))[]>>
>;

/** Somebody at the hub's own screen, who answers what it shows: each time with the next act, then with the last again. */
export class ActingStage implements Stage {
  readonly shown: View['screen'][] = [];
  readonly views: View[] = [];
  readonly #acts: Acts;
  readonly #done = new Map<View['screen'], number>();
  #keys: Key[] = [];
  #isNew = false;

  constructor(acts: Acts) {
    this.#acts = acts;
  }

  show(view: View): void {
    this.views.push(view);
    if (this.shown.at(-1) !== view.screen) {
      this.shown.push(view.screen);
      this.#keys = [];
      this.#isNew = true;
    }
  }

  async key(): Promise<Key | null> {
    const view = this.views.at(-1);
    if (view === undefined) throw new Error('Nothing is shown.');
    if (this.#isNew || this.#keys.length === 0) {
      const act = this.#next(view);
      if (act === null) return null;
      this.#keys = [...keysOf(Buffer.from(act, 'latin1'))];
      this.#isNew = false;
    }
    const key = this.#keys.shift();
    if (key === undefined) throw new Error(`An act at ${view.screen} says nothing.`);
    return key;
  }

  #next(view: View): string | null {
    const acts = this.#acts[view.screen];
    if (acts === undefined) throw new Error(`Nobody expected ${view.screen}.`);
    const done = this.#done.get(view.screen) ?? 0;
    this.#done.set(view.screen, done + 1);
    const act = acts[Math.min(done, acts.length - 1)];
    if (act === undefined) throw new Error(`Nobody expected ${view.screen} again.`);
    return typeof act === 'function' ? act(view) : act;
  }
}

/** Reads the code that `sheet` shows into `paper`, and goes on. */
export function copyOnto(paper: Map<string, string>) {
  return (view: View): string => {
    for (const [, number = '', group = ''] of (view.big ?? [])
      .join('  ')
      .matchAll(/(\d) ([A-Z0-9]{4})/g)) {
      paper.set(number, group);
    }
    return '\r';
  };
}

/** Types the group that `sheet-check` asks for off that paper. */
export const readFrom =
  (paper: ReadonlyMap<string, string>) =>
  (view: View): string =>
    `${paper.get(view.big?.[0] ?? '') ?? ''}\r`;
