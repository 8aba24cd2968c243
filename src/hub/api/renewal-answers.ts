import type { IncomingMessage } from 'node:http';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import { renewalAnswerSchema, renewalRequestSchema } from '../../shared/contracts/renewal.ts';
import { isReanError } from '../../shared/errors.ts';
import { readJson } from '../guard/read-body.ts';
import { isRefusal, refuse } from '../guard/refusal.ts';
import type { Refusal } from '../guard/refusal.ts';
import type { SiteOffice } from '../office/site-office.ts';
import { settleKeys, takeKeys } from '../office/station-renewal.ts';
import type { RegisteredStation } from '../registry.ts';

const mostBytes = 16 * 1024;

/** Stations that bring the keys they were asked for, and come with them ([IDN12]). */
export class RenewalAnswers {
  readonly #office: SiteOffice;

  constructor(office: SiteOffice) {
    this.#office = office;
  }

  async take({ station }: RegisteredStation, request: IncomingMessage): Promise<Refusal | unknown> {
    const body = await readJson(request, mostBytes);
    if (isRefusal(body)) return body;
    const asked = readNewer(renewalRequestSchema, body.json);
    if (!asked.success) return refuse.badRequest('Keys come with a proof and what asked for them.');
    try {
      return renewalAnswerSchema.parse(await takeKeys(this.#office, station, asked.data));
    } catch (error) {
      if (isReanError(error, 'permission.denied') || isReanError(error, 'signature.invalid')) {
        return refuse.conflict('No such keys were asked of this station.');
      }
      throw error;
    }
  }

  /** A station is there: with its new certificate the earlier one ends. */
  async arrived({ station, certificate, nextCertificate }: RegisteredStation): Promise<void> {
    if (certificate === null || certificate !== nextCertificate) return;
    await settleKeys(this.#office, station, certificate);
  }
}
