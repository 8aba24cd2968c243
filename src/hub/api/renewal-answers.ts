import type { IncomingMessage } from 'node:http';
import type * as z from 'zod';
import { selfQuerySchema } from '../../shared/contracts/machine.ts';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import {
  authorityKnownSchema,
  renewalAnswerSchema,
  renewalRequestSchema,
} from '../../shared/contracts/renewal.ts';
import { isReanError } from '../../shared/errors.ts';
import { members } from '../guard/queries.ts';
import { readJson } from '../guard/read-body.ts';
import { isRefusal, refuse } from '../guard/refusal.ts';
import type { Refusal } from '../guard/refusal.ts';
import type { MachineWatch } from '../clones/machine-watch.ts';
import type { AuthorityChange } from '../rotation/authority-change.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { RecoveryDesk } from '../recovery/recovery-desk.ts';
import { settleKeys, takeKeys } from '../office/station-renewal.ts';
import { findStation } from '../office/station-standing.ts';
import type { RegisteredStation } from '../registry.ts';

interface Parts {
  readonly office: SiteOffice;
  readonly authority: AuthorityChange;
  readonly machines: MachineWatch;
  readonly recovery: Pick<RecoveryDesk, 'keysCame'>;
}

type SelfQuery = z.infer<typeof selfQuerySchema>;

interface Brought {
  readonly station: RegisteredStation;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
}

const mostBytes = 16 * 1024;

/** Stations that bring the keys they were asked for, and come with them ([IDN12]). */
export class RenewalAnswers {
  readonly #office: SiteOffice;
  readonly #authority: AuthorityChange;
  readonly #machines: MachineWatch;
  readonly #recovery: Parts['recovery'];

  constructor({ office, authority, machines, recovery }: Parts) {
    this.#office = office;
    this.#authority = authority;
    this.#machines = machines;
    this.#recovery = recovery;
  }

  /** Which PC it is that is in touch; null where it doesn't say, or did not go on ([CLO1]). */
  async seen(
    { station, bringsOnly }: RegisteredStation,
    self: SelfQuery | undefined,
  ): Promise<string | null> {
    if (bringsOnly || self?.run === undefined) return null;
    return this.#machines.note(station, { run: self.run, traits: self.machine ?? [] });
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

  async take({ station, query, request }: Brought): Promise<Refusal | unknown> {
    const body = await readJson(request, mostBytes);
    if (isRefusal(body)) return body;
    const asked = readNewer(renewalRequestSchema, body.json);
    if (!asked.success) return refuse.badRequest('Keys come with a proof and what asked for them.');
    try {
      const self = readNewer(selfQuerySchema, members(query)).data;
      const machine = await this.seen(station, self);
      const taken = await takeKeys(this.#office, station.station, asked.data, machine);
      await this.#recovery.keysCame();
      return renewalAnswerSchema.parse(taken);
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
    const { renewalFor } = await findStation(this.#office, station);
    await settleKeys(this.#office, station, certificate);
    if (renewalFor !== undefined) await this.#machines.keepOnly(station, renewalFor);
    await this.#authority.arrived();
  }
}
