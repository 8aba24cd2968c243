import type { IncomingMessage } from 'node:http';
import {
  enrolmentAnswerSchema,
  enrolmentRequestSchema,
  siteOfferSchema,
} from '../../shared/contracts/enrolment.ts';
import type { EnrolmentRefusal } from '../../shared/contracts/enrolment.ts';
import type { EnrolmentDesk } from '../enrolment/enrolment-desk.ts';
import type { StrangersApi } from '../guard/guard.ts';
import { readJson } from '../guard/read-body.ts';
import { isRefusal, refuse } from '../guard/refusal.ts';
import type { Refusal } from '../guard/refusal.ts';

/** Far more than an ask of ours has. */
const mostBytes = 4 * 1024;

const reasons: Readonly<Record<EnrolmentRefusal, string>> = {
  enrol_wrong: 'This code is not one of this hub’s.',
  enrol_expired: 'This code is too old. Have another one made.',
  enrol_used: 'This code has let in another station. Have another one made.',
  enrol_ended: 'This code was tried wrongly too often. Have another one made.',
  enrol_other_kind: 'This code is for another kind of station.',
};

/** What a PC without a certificate may ask: which site this is, and to be let in ([ENR2]). */
export class EnrolmentAnswers implements StrangersApi {
  readonly #desk: EnrolmentDesk;

  constructor(desk: EnrolmentDesk) {
    this.#desk = desk;
  }

  async offer() {
    return siteOfferSchema.parse(await this.#desk.offer());
  }

  async ask(request: IncomingMessage): Promise<Refusal | unknown> {
    const body = await readJson(request, mostBytes);
    if (isRefusal(body)) return body;
    // Strictly: what is left out would be missing from what was proven.
    const asked = enrolmentRequestSchema.safeParse(body.json);
    if (!asked.success) return refuse.badRequest('An enrolment has an ask and its proof.');
    const answer = await this.#desk.enrol(asked.data);
    if (typeof answer !== 'string') return enrolmentAnswerSchema.parse(answer);
    return { ...refuse.forbidden(reasons[answer]), error: answer };
  }
}
