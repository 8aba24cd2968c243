import type { IncomingMessage } from 'node:http';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import {
  authorityKnownSchema,
  renewalAnswerSchema,
  renewalRequestSchema,
} from '../../shared/contracts/renewal.ts';
import { isReanError } from '../../shared/errors.ts';
import { readJson } from '../guard/read-body.ts';
import { isRefusal, refuse } from '../guard/refusal.ts';
import type { Refusal } from '../guard/refusal.ts';
import type { AuthorityChange } from '../rotation/authority-change.ts';
import type { SiteOffice } from '../office/site-office.ts';
import { settleKeys, takeKeys } from '../office/station-renewal.ts';
import type { RegisteredStation } from '../registry.ts';

const mostBytes = 16 * 1024;

/** Stations that bring the keys they were asked for, and come with them ([IDN12]). */
export class RenewalAnswers {
  readonly #office: SiteOffice;
  readonly #authority: AuthorityChange;

  constructor({ office, authority }: { office: SiteOffice; authority: AuthorityChange }) {
    this.#office = office;
    this.#authority = authority;
  }

  /** A station says which authority it trusts ([IDN13]). */
  async known({ station }: RegisteredStation, request: IncomingMessage): Promise<unknown> {
    const body = await readJson(request, mostBytes);
    if (isRefusal(body)) return body;
    const known = readNewer(authorityKnownSchema, body.json);
    if (!known.success) return refuse.badRequest('An authority is known by its fingerprint.');
    await this.#authority.known(station, known.data.authority);
    return known.data;
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
    await this.#authority.arrived();
  }
}
