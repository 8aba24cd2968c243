import type { IncomingMessage } from 'node:http';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import {
  recoverySchema,
  returnAnswerSchema,
  returnRequestSchema,
} from '../../shared/contracts/recovery-api.ts';
import { readJson } from '../guard/read-body.ts';
import { isRefusal, refuse } from '../guard/refusal.ts';
import type { Refusal } from '../guard/refusal.ts';
import type { RecoveryDesk } from '../recovery/recovery-desk.ts';
import type { RegisteredStation } from '../registry.ts';

/** Room for the most entries of the largest size, and a vector of many stores. */
const mostBytes = 16 * 1024 * 1024;

/** A restored hub as its stations see it: what it wants back, and where they bring it ([REC1]). */
export class RecoveryAnswers {
  readonly #recovery: RecoveryDesk;

  constructor(recovery: RecoveryDesk) {
    this.#recovery = recovery;
  }

  window() {
    return recoverySchema.parse({ recovery: this.#recovery.window });
  }

  async take({ station }: RegisteredStation, request: IncomingMessage): Promise<Refusal | unknown> {
    const body = await readJson(request, mostBytes);
    if (isRefusal(body)) return body;
    const returned = readNewer(returnRequestSchema, body.json);
    if (!returned.success) return refuse.badRequest('A return has entries, keys and a vector.');
    return returnAnswerSchema.parse(await this.#recovery.take(station, returned.data));
  }
}
