import type { IncomingMessage, ServerResponse } from 'node:http';
import { filter, take } from 'rxjs';
import { isLookPicture } from '../../domain/picture/look-picture.ts';
import {
  lookAnswerSchema,
  lookGivenSchema,
  lookHoldMs,
  lookLastsMs,
  lookQuerySchema,
  lookTakenSchema,
  mostLookBody,
  wantedLookSchema,
} from '../../shared/contracts/look.ts';
import type { LookAnswer, LookId } from '../../shared/contracts/look.ts';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import type { StationId } from '../../shared/ids.ts';
import { members } from '../guard/queries.ts';
import { readJson } from '../guard/read-body.ts';
import { isRefusal, refuse } from '../guard/refusal.ts';
import type { Refusal } from '../guard/refusal.ts';
import type { RegisteredStation } from '../registry.ts';
import type { Timers } from '../timers.ts';
import type { Looks } from './looks.ts';

interface LookAnswerOptions {
  readonly looks: Looks;
  readonly timers: Timers;
}

interface Asked {
  readonly query: URLSearchParams;
  readonly response: ServerResponse;
}

type Caller = Pick<RegisteredStation, 'station' | 'kind'>;

/** Tells seats that somebody looks, and hands what they show to whoever asked ([LOK3]). */
export class LookAnswers {
  readonly #options: LookAnswerOptions;

  constructor(options: LookAnswerOptions) {
    this.#options = options;
  }

  async tell({ station, kind }: Caller, asked: Asked): Promise<Refusal | object> {
    const query = readNewer(lookQuerySchema, members(asked.query));
    if (!query.success) return refuse.badRequest('A look is asked for by its number.');
    const { look } = query.data;
    if (kind === 'kiosk') return this.#wanted(station, asked.response);
    if (look === undefined) return refuse.badRequest('A look is asked for by its number.');
    return lookAnswerSchema.parse(await this.#answerTo(station, look, asked.response));
  }

  /** A picture is taken from the seat that was asked for it alone, and only where it is one. */
  async take({ station, kind }: Caller, request: IncomingMessage): Promise<Refusal | object> {
    if (kind !== 'kiosk') return refuse.forbidden('Only kiosks have a seat.');
    const body = await readJson(request, mostLookBody);
    if (isRefusal(body)) return body;
    const given = readNewer(lookGivenSchema, body.json);
    if (!given.success || !isShowable(given.data.answer)) {
      return refuse.badRequest('What a seat shows is a small JPEG.');
    }
    const { look, answer } = given.data;
    const taken = this.#options.looks.give(station, look, answer);
    return lookTakenSchema.parse({ v: 1, taken });
  }

  async #wanted(kiosk: StationId, response: ServerResponse): Promise<object> {
    const { looks } = this.#options;
    const next = () => looks.wanted(kiosk);
    const at = next() ?? (await this.#until(next, { response, atMostMs: lookHoldMs }));
    return wantedLookSchema.parse({ look: at });
  }

  async #answerTo(asker: StationId, look: LookId, response: ServerResponse): Promise<LookAnswer> {
    const { looks } = this.#options;
    const over: LookAnswer = { result: 'nothing', why: 'failed' };
    const next = () => (looks.isAskedBy(asker, look) ? looks.fetch(asker, look) : over);
    return next() ?? (await this.#until(next, { response, atMostMs: lookLastsMs })) ?? over;
  }

  /** What there is once there is something; null once it was waited for long enough, or nobody waits. */
  #until<Value>(
    next: () => Value | null,
    { response, atMostMs }: { readonly response: ServerResponse; readonly atMostMs: number },
  ): Promise<Value | null> {
    const { looks, timers } = this.#options;
    return new Promise((resolve) => {
      const found: { value: Value | null } = { value: null };
      const finish = () => {
        cancel();
        moving.unsubscribe();
        response.off('close', finish);
        resolve(found.value);
      };
      const cancel = timers.after(atMostMs, finish);
      const moving = looks.moved$
        .pipe(
          filter(() => {
            found.value = next();
            return found.value !== null;
          }),
          take(1),
        )
        .subscribe(finish);
      response.once('close', finish);
    });
  }
}

function isShowable(answer: LookAnswer): boolean {
  return answer.result !== 'shown' || isLookPicture(Buffer.from(answer.picture.jpeg, 'base64'));
}
