import type { IncomingMessage } from 'node:http';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import { tryAnswerSchema, tryRequestSchema } from '../../shared/contracts/try-api.ts';
import type { TryAnswer } from '../../shared/contracts/try-api.ts';
import type { Clock } from '../../shared/ports.ts';
import { isRefusal, refuse } from '../guard/refusal.ts';
import type { Refusal } from '../guard/refusal.ts';
import { TriesInHand, isStaff } from '../tries-in-hand.ts';
import { readJson } from '../guard/read-body.ts';
import type { RegisteredStation } from '../registry.ts';

const mostBytes = 1024;

/** Answers stations that are about to try somebody's sign-in ([SGN11]). */
export class TryAnswers {
  readonly #tries: TriesInHand;

  constructor(clock: Clock) {
    this.#tries = new TriesInHand(clock);
  }

  async take(
    station: Pick<RegisteredStation, 'station' | 'kind'>,
    request: IncomingMessage,
  ): Promise<Refusal | TryAnswer> {
    const body = await readJson(request, mostBytes);
    if (isRefusal(body)) return body;
    const asked = readNewer(tryRequestSchema, body.json);
    if (!asked.success) return refuse.badRequest('A try says at whose sign-in it is.');
    if (isStaff(asked.data.person) && station.kind !== 'supervisor') {
      return refuse.forbidden('Staff sign in at a supervisor station.');
    }
    return tryAnswerSchema.parse(this.#tries.take(station.station, asked.data));
  }
}
