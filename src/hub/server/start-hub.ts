import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  listen,
  secureContextOf,
  siteServer,
  stopListening,
} from '../../sync/transport/site-server.ts';
import type { Address } from '../../sync/transport/site-server.ts';
import { announceHub } from '../../sync/enrolment/nearby/announce-hub.ts';
import { systemClock } from '../../sync/machine/system-ports.ts';
import { serveControl } from '../control/control-server.ts';
import type { Hub } from '../hub.ts';
import { readHubTls } from '../site/hub-tls.ts';
import { requireSite } from '../site/set-up-folder.ts';
import { folderVault } from '../site/site-vault.ts';
import { openHub } from './open-hub.ts';
import type { OpenHubOptions } from './open-hub.ts';
import { runningFile } from './running-file.ts';

export interface StartOptions extends Address, OpenHubOptions {}

export interface StartedHub {
  readonly url: string;
  readonly hub: Hub;
  /** Finishes what is under way and closes everything. */
  close(): Promise<void>;
}

/**
 * Runs a hub on its folder over HTTPS, and for technicians on its control socket.
 * @throws ReanError `site.missing`, `config.invalid`, `store.in-use` (another hub on the folder),
 * `store.full`, `store.unopenable`, `port.in-use`
 */
export async function startHub(options: StartOptions): Promise<StartedHub> {
  const { folder } = options;
  await requireSite(folder);
  const vault = folderVault(folder);
  const hub = await openHub(options);
  // Only now: what was cut off of a change of authorities has been done.
  const tls = await readHubTls(vault);
  const server = siteServer(tls, hub.app);
  hub.parts.tls.changed$.subscribe((now) => {
    server.setSecureContext(secureContextOf(now));
  });
  try {
    const port = await listen(server, options);
    const url = `https://${reachableHost(options.host)}:${port}`;
    await vault.write(runningFile, { v: 1, pid: process.pid, url });
    const control = await serveControl({ folder, parts: hub.parts, log: options.log });
    const announced = isForOthers(options.host)
      ? announceHub({ self: { site: hub.site.site, port }, clock: systemClock(), log: options.log })
      : null;
    return {
      url,
      hub,
      close: async () => {
        announced?.close();
        await Promise.all([control.close(), stopListening(server)]);
        await hub.close();
        await rm(join(folder, runningFile.path), { force: true });
      },
    };
  } catch (error) {
    server.close();
    await hub.close();
    throw error;
  }
}

/** An address to reach this hub by from its own PC; all addresses together are none. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** Whether other PCs can come there, so that it is worth telling them. */
const isForOthers = (host: string) => !/^(127\.|localhost$|::1$)/.test(host);
