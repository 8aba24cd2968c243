import type { IncomingMessage } from 'node:http';
import {
  decisionAnswerSchema,
  decisionRequestSchema,
  givenReasons,
  quarantinePageSchema,
  quarantineQuerySchema,
} from '../../shared/contracts/quarantine.ts';
import type { DecisionRequest } from '../../shared/contracts/quarantine.ts';
import type { StaffId } from '../../shared/ids.ts';
import { members } from '../guard/queries.ts';
import { readJson } from '../guard/read-body.ts';
import { isRefusal, refuse } from '../guard/refusal.ts';
import type { Refusal } from '../guard/refusal.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { QuarantineDesk } from '../quarantine/quarantine-desk.ts';
import type { RegisteredStation } from '../registry.ts';

const mostBytes = 16 * 1024;
const mayDecide: readonly string[] = ['officer', 'site-manager'];

/**
 * The quarantine over the LAN, for staff signed in at a supervisor station: the hub takes the
 * station's word for who is signed in, and the directory's for what they may ([HUB15]).
 */
export class QuarantineAnswers {
  readonly #desk: QuarantineDesk;
  readonly #office: SiteOffice;

  constructor(desk: QuarantineDesk, office: SiteOffice) {
    this.#desk = desk;
    this.#office = office;
  }

  /** A page of the list. */
  async list(station: RegisteredStation, query: URLSearchParams): Promise<Refusal | unknown> {
    const asked = quarantineQuerySchema.safeParse(members(query));
    if (!asked.success) return refuse.badRequest('The quarantine is asked with staff and state.');
    const { staff, after = null, ...wanted } = asked.data;
    const refusal = await this.#refusal(station, staff);
    return refusal ?? quarantinePageSchema.parse(await this.#desk.list.page(wanted, after));
  }

  async decide(station: RegisteredStation, request: IncomingMessage): Promise<Refusal | unknown> {
    const body = await readJson(request, mostBytes);
    if (isRefusal(body)) return body;
    const asked = decisionRequestSchema.safeParse(body.json);
    if (!asked.success || !isGiven(asked.data)) {
      return refuse.badRequest('A decision has staff, kind, contents and one of the reasons.');
    }
    const { staff, kind, contents, reason } = asked.data;
    const refusal = await this.#refusal(station, staff);
    if (refusal) return refusal;
    const deciding = { kind, contents, reason, who: null, by: staff };
    return decisionAnswerSchema.parse({ outcomes: await this.#desk.decide(deciding) });
  }

  async #refusal({ kind }: RegisteredStation, staff: StaffId): Promise<Refusal | null> {
    if (kind !== 'supervisor') {
      return refuse.forbidden('Only supervisor stations see what is in quarantine.');
    }
    const account = await this.#office.staffAccount(staff);
    const may = account !== null && !account.disabled && mayDecide.includes(account.role);
    return may ? null : refuse.forbidden('Only officers and site managers may see to this.');
  }
}

function isGiven({ kind, reason }: DecisionRequest): boolean {
  return givenReasons[kind].some((each) => each === reason);
}
