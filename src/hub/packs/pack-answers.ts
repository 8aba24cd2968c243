import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendStored } from '../../content/serve/send-stored.ts';
import {
  packReportSchema,
  packsAnswerSchema,
  packsNotedSchema,
} from '../../shared/contracts/pack-api.ts';
import type { PackFileAsk } from '../../shared/contracts/pack-files.ts';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import type { Clock } from '../../shared/ports.ts';
import { readJson } from '../guard/read-body.ts';
import { isRefusal, refuse } from '../guard/refusal.ts';
import type { Refusal } from '../guard/refusal.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { RegisteredStation } from '../registry.ts';
import type { HubPacks } from './hub-packs.ts';
import { hubPackViews } from './pack-list.ts';
import { PackReports } from './pack-reports.ts';

interface PackAnswerOptions {
  readonly office: SiteOffice;
  readonly packs?: HubPacks | undefined;
  readonly clock: Clock;
}

const mostReportBytes = 1024 * 1024;

/** What the hub tells and hands out of packs ([PKG18], [PKG19]). */
export class PackAnswers {
  readonly #options: PackAnswerOptions;
  readonly #reports: PackReports;

  constructor(options: PackAnswerOptions) {
    this.#options = options;
    this.#reports = new PackReports(options.clock);
  }

  async file(
    ask: PackFileAsk,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Refusal | null> {
    const stored = (await this.#options.packs?.stored(ask)) ?? null;
    if (stored === null) return refuse.notFound('The hub does not have that file of a pack.');
    await sendStored(request, response, stored);
    return null;
  }

  async take({ station }: RegisteredStation, request: IncomingMessage): Promise<Refusal | object> {
    const body = await readJson(request, mostReportBytes);
    if (isRefusal(body)) return body;
    const report = readNewer(packReportSchema, body.json);
    if (!report.success) return refuse.badRequest('Packs are told of in one shape.');
    this.#reports.take(station, report.data);
    return packsNotedSchema.parse({});
  }

  async all({ kind }: RegisteredStation): Promise<Refusal | object> {
    if (kind !== 'supervisor') {
      return refuse.forbidden('Only supervisor stations see what others have.');
    }
    const { office, packs } = this.#options;
    const hub = await hubPackViews(office, packs);
    return packsAnswerSchema.parse({ hub, stations: this.#reports.stations });
  }
}
