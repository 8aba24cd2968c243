import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { compose } from './compose.ts';
import type { Geometry } from './compose.ts';
import { putFrame, readGeometry } from './framebuffer.ts';
import type { FramebufferPlace } from './framebuffer.ts';
import { keysOf } from './keys.ts';
import type { Key } from './keys.ts';
import type { Pictures } from './pictures.ts';
import type { Stage, View } from './stage.ts';

export interface StageParts {
  readonly pictures: Pictures;
  readonly place: FramebufferPlace;
  /** The terminal's keyboard, raw, and the terminal itself. */
  readonly keys: Readable;
  readonly terminal: Writable;
  /** Something about a screen couldn't be shown. */
  readonly failed: (error: unknown) => void;
}

/** Drawn again this often, ms: a screen may have been plugged in, or written over by the kernel. */
const againMs = 5000;
/** More keys than these at once are nobody's who reads. */
const mostKeys = 300;
/** No cursor; the screen neither goes dark nor off by itself; nothing on it. */
const quietTerminal = '\u001B[?25l\u001B[9;0]\u001B[14;0]\u001B[2J\u001B[H';

/** The hub's monitor and keyboard: pictures on the framebuffer, or English text where there is none. */
export class TerminalStage implements Stage {
  readonly #parts: StageParts;
  readonly #pressed: Key[] = [];
  #waiting: ((key: Key) => void) | null = null;
  #view: View | null = null;
  #drawing: Promise<void> = Promise.resolve();
  #isAsked = false;
  /** As the terminal stands where it shows text. */
  #told = '';
  #redraw: NodeJS.Timeout | null = null;

  constructor(parts: StageParts) {
    this.#parts = parts;
  }

  begin(): void {
    const { keys, terminal } = this.#parts;
    terminal.write(quietTerminal);
    keys.on('data', (bytes: Buffer) => {
      for (const key of keysOf(bytes)) this.#take(key);
    });
    this.#redraw = setInterval(() => this.#draw(), againMs);
  }

  /** Resolves once nothing is being drawn any more. */
  async end(): Promise<void> {
    if (this.#redraw !== null) clearInterval(this.#redraw);
    this.#parts.keys.removeAllListeners('data');
    await this.#drawing;
  }

  show(view: View): void {
    // What was pressed before a question is no answer to it.
    if (view.screen !== this.#view?.screen) this.#pressed.length = 0;
    this.#view = view;
    this.#draw();
  }

  async key(idleMs?: number): Promise<Key | null> {
    const pressed = this.#pressed.shift();
    if (pressed) return pressed;
    const next = new Promise<Key>((resolve) => {
      this.#waiting = resolve;
    });
    if (idleMs === undefined) return next;
    const leave = new AbortController();
    const idle = wait(idleMs, null, { signal: leave.signal }).catch(() => null);
    const key = await Promise.race([next, idle]);
    leave.abort();
    this.#waiting = null;
    return key;
  }

  #take(key: Key): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) waiting(key);
    else if (this.#pressed.length < mostKeys) this.#pressed.push(key);
  }

  /** One at a time; what is asked for meanwhile is drawn once, as it is by then. */
  #draw(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#drawing = this.#drawAfter(this.#drawing);
  }

  async #drawAfter(former: Promise<void>): Promise<void> {
    await former;
    this.#isAsked = false;
    try {
      await this.#drawNow();
    } catch (error) {
      this.#parts.failed(error);
    }
  }

  async #drawNow(): Promise<void> {
    const view = this.#view;
    if (view === null) return;
    const { place } = this.#parts;
    const geometry = await readGeometry(place);
    if (geometry === null || !(await this.#paint(view, geometry))) await this.#write(view);
  }

  async #paint(view: View, geometry: Geometry): Promise<boolean> {
    const drawn = await this.#parts.pictures.of(view.screen);
    return putFrame(this.#parts.place, compose(view, drawn, geometry));
  }

  async #write(view: View): Promise<void> {
    const { pictures, terminal } = this.#parts;
    const rows = [...Object.values(view.beside ?? {}), ...(view.big ?? []), ...(view.small ?? [])];
    const text = `${await pictures.text(view.screen)}\n${rows.map((row) => `  ${row}\n`).join('')}`;
    if (text === this.#told) return;
    this.#told = text;
    terminal.write(`\u001B[2J\u001B[H${text.replaceAll('\n', '\r\n')}`);
  }
}
