import { Agent } from 'node:https';
import type { Duplex } from 'node:stream';
import { siteConnect } from './site-connection.ts';
import type { ConnectionTerms, SiteConnect } from './site-connection.ts';

type Connected = (error: Error | null, socket: Duplex) => void;

/** HTTP's connections to others of this site, kept alive; who is let in says {@link siteConnect}. */
export class SiteAgent extends Agent {
  readonly #connect: SiteConnect;

  constructor(terms: ConnectionTerms) {
    // Resumed sessions show no certificate to check.
    super({ keepAlive: true, maxCachedSessions: 0 });
    this.#connect = siteConnect(terms);
  }

  override createConnection(
    options: { readonly host?: string | null; readonly port?: number | string | null },
    connected: Connected,
  ): undefined {
    this.#connect({ host: options.host ?? '', port: Number(options.port) }, connected);
  }
}
