import { hubSeenQuerySchema } from '../../shared/contracts/hub-seen.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { take } from 'rxjs';
import {
  liveAnswerSchema,
  liveHoldMs,
  liveNotedSchema,
  liveReportSchema,
  mostLiveBytes,
} from '../../shared/contracts/live-seat.ts';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import { members } from '../guard/queries.ts';
import { readJson } from '../guard/read-body.ts';
import { isRefusal, refuse } from '../guard/refusal.ts';
import type { Refusal } from '../guard/refusal.ts';
import type { Presence } from '../presence.ts';
import type { RegisteredStation } from '../registry.ts';
import type { Timers } from '../timers.ts';
import type { LiveSeats } from './live-seats.ts';

/** What moves within this is told together, ms: thirty seats that move at once are one answer. */
const gatherMs = 80;

interface LiveAnswerOptions {
  readonly live: LiveSeats;
  readonly commands: { readonly hubRun: string };
  readonly presence: Presence;
  readonly timers: Timers;
}

interface Asked {
  readonly query: URLSearchParams;
  readonly response: ServerResponse;
}

/** Takes what kiosks say of their seats, and tells supervisor stations ([LIV1], [LIV2]). */
export class LiveAnswers {
  readonly #options: LiveAnswerOptions;

  constructor(options: LiveAnswerOptions) {
    this.#options = options;
  }

  /** A report says nothing of whose seat it is: that is the station whose certificate it came with. */
  async take(
    { station, kind }: Pick<RegisteredStation, 'station' | 'kind'>,
    request: IncomingMessage,
  ): Promise<Refusal | object> {
    const { live, presence } = this.#options;
    if (kind !== 'kiosk') return refuse.forbidden('Only kiosks have a seat.');
    if (!live.admits(station))
      return refuse.tooMany('A seat is told of ten times a second at most.');
    const body = await readJson(request, mostLiveBytes);
    if (isRefusal(body)) return body;
    const report = readNewer(liveReportSchema, body.json);
    if (!report.success) return refuse.badRequest('A seat is told of in one shape.');
    presence.note(station);
    live.take(station, report.data);
    return liveNotedSchema.parse({ v: 1 });
  }

  async tell(
    { kind }: Pick<RegisteredStation, 'kind'>,
    { query, response }: Asked,
  ): Promise<Refusal | object> {
    if (kind !== 'supervisor') {
      return refuse.forbidden('Only supervisor stations see what seats do.');
    }
    const asked = readNewer(hubSeenQuerySchema, members(query));
    if (!asked.success) return refuse.badRequest('Seats are asked for with what was seen.');
    const { live, commands } = this.#options;
    // Of another run of the hub nothing here was seen.
    const isSame = asked.data.hub === commands.hubRun;
    const seen = isSame ? (asked.data.number ?? 0) : 0;
    if (isSame && seen === live.number) await this.#moved(response);
    const told = { hub: commands.hubRun, number: live.number, seats: live.since(seen) };
    return liveAnswerSchema.parse(told);
  }

  /** Until there is more to tell, or for a while; ends with its connection. */
  #moved(response: ServerResponse): Promise<void> {
    const { live, timers } = this.#options;
    return new Promise((resolve) => {
      const cancels: (() => void)[] = [];
      const finish = () => {
        for (const cancel of cancels) cancel();
        response.off('close', finish);
        resolve();
      };
      const moving = live.moved$
        .pipe(take(1))
        .subscribe(() => cancels.push(timers.after(gatherMs, finish)));
      cancels.push(() => moving.unsubscribe(), timers.after(liveHoldMs, finish));
      response.once('close', finish);
    });
  }
}
