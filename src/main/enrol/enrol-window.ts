import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import * as z from 'zod';
import { asReanError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Log } from '../../shared/ports.ts';
import { enrolOnDisk } from '../../station/enrol/enrol-on-disk.ts';
import { offerHubs } from '../../station/enrol/offered-hubs.ts';
import type { HubOffers } from '../../station/enrol/offered-hubs.ts';
import type { LaunchOptions } from '../launch/launch-options.ts';
import { tellPainted } from '../launch/tell-painted.ts';
import { formHeaders } from '../protocols/content-security-policy.ts';
import { openPlainWindow } from '../windows/plain-pages.ts';
import { enrolHost } from './enrol-address.ts';
import { enrolPage, enrolStyle } from './enrol-page.ts';
import { troubleCode } from './enrol-texts.ts';
import type { EnrolState } from './enrol-page.ts';

const formSchema = z.union([
  z.object({ again: z.literal('1') }),
  z.object({
    /** The offered hub that was chosen. */
    hub: z.string().max(200).default(''),
    /** What was typed in its place: it goes first. */
    typed: z.string().max(200),
    code: z.string().max(60),
  }),
]);

/** Hubs of the LAN get this long to answer, ms. */
const lookMs = 1_500;

/** Looks for hubs, asks the one that was chosen, and keeps how that stands. */
class FirstRun {
  readonly #options: LaunchOptions;
  readonly #log: Log;
  readonly #enrolled: () => void;
  #offers: HubOffers | null = null;
  #state: EnrolState = { phase: 'looking' };

  constructor(options: LaunchOptions, log: Log, enrolled: () => void) {
    this.#options = options;
    this.#log = log;
    this.#enrolled = enrolled;
    void this.#look();
  }

  page(): string {
    return enrolPage(this.#state, this.#options.language);
  }

  /** One at a time: what is sent while something is asked is not looked at. */
  take(body: string): void {
    const sent = formSchema.safeParse(Object.fromEntries(new URLSearchParams(body)));
    if (this.#state.phase !== 'form' || !sent.success) return;
    if ('again' in sent.data) {
      void this.#look();
      return;
    }
    const { hub, typed, code } = sent.data;
    const chosen = typed.trim() === '' ? hub : typed;
    const empty = chosen.trim() === '' ? 'hub' : code.trim() === '' ? 'code' : undefined;
    if (empty !== undefined) {
      this.#state = { ...this.#state, hub: chosen, trouble: null, empty };
      return;
    }
    this.#state = { phase: 'asking' };
    void this.#ask({ hub: chosen, code });
  }

  async #look(): Promise<void> {
    this.#state = { phase: 'looking' };
    this.#offers ??= offerHubs(this.#options.site ?? null, this.#log);
    await wait(lookMs);
    await this.#form('', null);
  }

  async #form(hub: string, trouble: ErrorCode | null): Promise<void> {
    const offered = (await this.#offers?.now()) ?? [];
    this.#state = { phase: 'form', offered, hub, trouble };
  }

  async #ask({ hub, code }: { readonly hub: string; readonly code: string }): Promise<void> {
    const { data: folder, kind } = this.#options;
    try {
      const { station } = await enrolOnDisk({ folder, hub, code, kind });
      this.#log.info('enrolment.done', { station });
      this.#offers?.close();
      this.#enrolled();
    } catch (error) {
      const trouble = troubleCode(asReanError(error));
      this.#log.warn('enrolment.failed', { code: trouble });
      await this.#form(hub, trouble);
    }
  }
}

/**
 * Offers the hubs there are, and asks a person for one and for a one-time code, in a window without script, preload or
 * bridge, until this PC is enrolled ([WIN11]). Resolves to the window, which is the caller's to close
 * once another is in sight.
 */
export async function enrolInWindow(options: LaunchOptions, log: Log): Promise<BrowserWindow> {
  let enrolled = (): void => undefined;
  const isEnrolled = new Promise<void>((resolve) => {
    enrolled = resolve;
  });
  const run = new FirstRun(options, log, () => enrolled());
  const html = async (request: Request) => {
    if (request.method === 'POST') run.take(await request.text());
    return run.page();
  };
  const page = { host: enrolHost, headers: formHeaders, style: enrolStyle, html };
  const window = await openPlainWindow(page, options, log);
  await tellPainted(process.env, log);
  await isEnrolled;
  return window;
}
