import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendStored } from '../../content/serve/send-stored.ts';
import { storedBytes } from '../../content/store/installed-packs.ts';
import {
  packReportSchema,
  packsAnswerSchema,
  packsNotedSchema,
} from '../../shared/contracts/pack-api.ts';
import type { PackFileAsk } from '../../shared/contracts/pack-files.ts';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import type { DiskRoom } from '../disk-room.ts';
import { readJson } from '../guard/read-body.ts';
import { isRefusal, refuse } from '../guard/refusal.ts';
import type { Refusal } from '../guard/refusal.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { RegisteredStation } from '../registry.ts';
import type { HubPacks } from './hub-packs.ts';
import { hubPackViews } from './pack-list.ts';
import type { PackReports } from './pack-reports.ts';

interface PackAnswerOptions {
  readonly office: SiteOffice;
  readonly packs?: HubPacks | undefined;
  readonly packReports: PackReports;
  readonly room: Pick<DiskRoom, 'freeBytes'>;
}

const mostReportBytes = 1024 * 1024;

/** What the hub tells and hands out of packs ([PKG18], [PKG19]). */
export class PackAnswers {
  readonly #options: PackAnswerOptions;

  constructor(options: PackAnswerOptions) {
    this.#options = options;
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
    const { packReports } = this.#options;
    packReports.take(station, report.data);
    const { mostBytesPerSecond } = packReports;
    return packsNotedSchema.parse({ mostBytesPerSecond });
  }

  async all({ kind }: RegisteredStation): Promise<Refusal | object> {
    if (kind !== 'supervisor') {
      return refuse.forbidden('Only supervisor stations see what others have.');
    }
    const { office, packs, packReports, room } = this.#options;
    const hub = await hubPackViews(office, packs);
    const takenBytes = storedBytes((await packs?.list()) ?? []);
    return packsAnswerSchema.parse({
      hub,
      stations: packReports.stations,
      room: { takenBytes, freeBytes: await room.freeBytes() },
    });
  }
}
