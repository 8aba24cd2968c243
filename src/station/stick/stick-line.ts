import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { isAbsolute } from 'node:path';
import * as z from 'zod';
import {
  stickFileSchema,
  stickProblemSchema,
  stickSchema,
  stickSavedSchema,
} from '../../shared/contracts/stick.ts';
import type { StickName, StickSaved } from '../../shared/contracts/stick.ts';
import { ReanError } from '../../shared/errors.ts';

/** A file that is to be on the stick. */
export interface StickFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The stick of this PC, where its system lets us have one. */
export interface StickLine {
  /** Whether this PC's system has the service that writes onto one. */
  readonly isThere: boolean;
  /**
   * Has one file written, whole or not at all ([STK2]).
   * @param onFound the one stick was found: nothing leaves before this is done, nor where it rejects
   * @throws ReanError `stick.refused` with `problem`, and as `onFound` does
   */
  write(file: StickFile, onFound: (stick: StickName) => Promise<void>): Promise<StickSaved>;
}

/** What is plugged in wakes up, and is looked at, within this, ms. */
const foundWithinMs = 45_000;
/** A slow stick takes the largest file within this, ms. */
const savedWithinMs = 240_000;
/** Longer than any line that is said, letters. */
const longestLine = 200;

const refused = (problem: string, cause?: unknown) =>
  new ReanError('stick.refused', { problem }, cause);

const addressSchema = z.string().refine(isAbsolute).optional();

/**
 * The stick of a PC whose system says in `REAN_STICK` where its service listens, as our image does; of another PC,
 * none: files are saved there where a person says.
 * @throws ZodError where it is no absolute path
 */
export function stickLineFrom(env: Readonly<Record<string, string | undefined>>): StickLine {
  const address = addressSchema.parse(env['REAN_STICK']);
  return address === undefined ? noStick : stickLine(address);
}

/** Where there is no such service. */
export const noStick: StickLine = {
  isThere: false,
  write: () => Promise.reject(refused('busy')),
};

/** @param address of the service's socket */
export function stickLine(address: string): StickLine {
  return {
    isThere: true,
    async write({ name, content }, onFound) {
      const line = new Line(address);
      try {
        const sum = createHash('sha256').update(content).digest('hex');
        line.say(`${stickFileSchema.parse(name)} ${content.length} ${sum}\n`);
        const stick = stickOf(await line.hear('found', foundWithinMs));
        await onFound(stick);
        line.say('go\n');
        line.say(content);
        const saved = await line.hear('saved', savedWithinMs);
        return stickSavedSchema.parse({ saved, stick });
      } finally {
        line.end();
      }
    },
  };
}

/** `1A2B-3C4D MY STICK`; a serial of `-` is none. */
function stickOf(words: string): StickName {
  const [serial = '', ...label] = words.split(' ');
  const said = { serial: serial === '-' ? '' : serial, label: label.join(' ').trim() };
  const stick = stickSchema.safeParse(said);
  if (!stick.success) throw refused('busy', stick.error);
  return stick.data;
}

/** One connection: what is said goes out in order, what is heard comes a line at a time. */
class Line {
  readonly #socket: Socket;
  #heard = '';
  #over = false;
  #wake: () => void = () => undefined;

  constructor(address: string) {
    this.#socket = connect(address);
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (said: string) => {
      this.#heard = (this.#heard + said).slice(0, longestLine * 2);
      this.#wake();
    });
    // A service that is at another stick ends the connection at once; why does not matter to anybody.
    this.#socket.on('error', () => undefined);
    this.#socket.once('close', () => {
      this.#over = true;
      this.#wake();
    });
  }

  say(what: string | Uint8Array): void {
    this.#socket.write(what);
  }

  /** @throws ReanError `stick.refused`, with `busy` where nothing was said, or something else */
  async hear(word: 'found' | 'saved', withinMs: number): Promise<string> {
    const line = await this.#line(withinMs);
    const at = line.indexOf(' ');
    const [first, rest] = [line.slice(0, at), line.slice(at + 1)];
    if (first === word) return rest;
    const problem = stickProblemSchema.safeParse(first === 'refused' ? rest : null);
    throw refused(problem.success ? problem.data : 'busy');
  }

  end(): void {
    this.#socket.destroy();
  }

  #line(withinMs: number): Promise<string> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(late);
        this.#wake = () => undefined;
        settle();
      };
      const look = () => {
        const at = this.#heard.indexOf('\n');
        if (at >= 0) {
          const line = this.#heard.slice(0, at);
          this.#heard = this.#heard.slice(at + 1);
          done(() => resolve(line));
        } else if (this.#over) {
          done(() => reject(refused('busy')));
        }
      };
      const late = setTimeout(() => done(() => reject(refused('busy'))), withinMs);
      this.#wake = look;
      look();
    });
  }
}
