import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BrowserWindow, screen, session } from 'electron';
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
import { guardSession } from '../windows/guard-session.ts';
import { enrolAddress } from './enrol-address.ts';
import { enrolPage, enrolStyle } from './enrol-page.ts';
import { troubleCode } from './enrol-texts.ts';
import type { EnrolState } from './enrol-page.ts';

/** Put beside this bundle by the build: no Khmer font need be on the PC. */
const khmerFont = join(import.meta.dirname, 'khmer.woff2');

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

const respond = (body: string | Uint8Array<ArrayBuffer> | null, mime: string, status = 200) =>
  new Response(body, { status, headers: { ...formHeaders, 'content-type': mime } });

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
export function enrolInWindow(options: LaunchOptions, log: Log): Promise<BrowserWindow> {
  return new Promise((resolve, reject) => {
    const window = makeWindow(options, log);
    const run = new FirstRun(options, log, () => resolve(window));
    window.webContents.session.protocol.handle('app', (request) => serve(run, request));
    window
      .loadURL(enrolAddress)
      .then(() => {
        window.show();
        return tellPainted(process.env, log);
      })
      .catch(reject);
  });
}

async function serve(run: FirstRun, request: Request): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  if (host !== 'enrol') return respond(null, 'text/plain', 404);
  switch (pathname) {
    case '/':
      if (request.method === 'POST') run.take(await request.text());
      return respond(run.page(), 'text/html; charset=utf-8');
    case '/enrol.css':
      return respond(enrolStyle, 'text/css');
    case '/khmer.woff2':
      return respond(new Uint8Array(await readFile(khmerFont)), 'font/woff2');
    default:
      return respond(null, 'text/plain', 404);
  }
}

function makeWindow({ kiosk }: LaunchOptions, log: Log): BrowserWindow {
  const partition = session.fromPartition(`enrol-${randomUUID()}`, { cache: false });
  guardSession(partition, log);
  const window = new BrowserWindow({
    ...(kiosk ? screen.getPrimaryDisplay().bounds : { width: 1024, height: 768 }),
    show: false,
    kiosk,
    frame: !kiosk,
    autoHideMenuBar: true,
    backgroundColor: '#f7f0e1',
    title: 'Rean',
    webPreferences: {
      session: partition,
      sandbox: true,
      contextIsolation: true,
      javascript: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.removeMenu();
  return window;
}
