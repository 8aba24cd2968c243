import type * as z from 'zod';
import {
  courseLaunchedSchema,
  coursePath,
  courseViewSchema,
} from '../../../shared/contracts/cmi5-player.ts';
import type { CourseLaunch, CourseView } from '../../../shared/contracts/cmi5-player.ts';
import type { Language } from '../../../shared/ids.ts';

/** What the station answered: what was asked for, or why not; null where nothing is new. */
type Told<Value> =
  | { readonly kind: 'told'; readonly value: Value }
  | { readonly kind: 'refused'; readonly why: string };

/** The line from a course's player to its station, on the pack's own origin ([PCE13]). */
export class CourseLine {
  readonly #place: string;
  readonly #language: Language;

  /** @param nonce of this launch */
  constructor(nonce: string, language: Language) {
    this.#place = `${coursePath}${nonce}/`;
    this.#language = language;
  }

  /** Where content goes when it ends by itself. */
  isEnd(address: string): boolean {
    return address.endsWith(`${this.#place}left`);
  }

  /** @param seen the revision known here */
  async view(seen: number | null): Promise<Told<CourseView> | null> {
    const query = new URLSearchParams({ language: this.#language });
    if (seen !== null) query.set('seen', String(seen));
    return this.#told(await this.#ask(`course?${query}`), courseViewSchema);
  }

  /** Opens a unit; the address tells it all it has to know. */
  async launch(unit: number): Promise<Told<{ readonly address: string }> | null> {
    const asked: CourseLaunch = { unit, language: this.#language };
    const answer = await this.#ask('launch', { method: 'POST', body: JSON.stringify(asked) });
    return this.#told(answer, courseLaunchedSchema);
  }

  /** Its learner says that the unit that is open is done. @returns whether that was taken */
  async done(): Promise<boolean> {
    const answer = await this.#ask('done', { method: 'POST' });
    return answer?.ok === true;
  }

  #ask(way: string, how: RequestInit = {}): Promise<Response | null> {
    return fetch(this.#place + way, how).catch(() => null);
  }

  async #told<Value>(
    answer: Response | null,
    schema: z.ZodType<Value>,
  ): Promise<Told<Value> | null> {
    if (answer === null || answer.status === 204 || answer.status >= 500) return null;
    const text = await answer.text();
    if (!answer.ok) return { kind: 'refused', why: text === '' ? `${answer.status}` : text };
    return { kind: 'told', value: schema.parse(JSON.parse(text)) };
  }
}
