import { Agent } from 'node:https';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect, createSecureContext } from 'node:tls';
import type { ConnectionOptions, SecureContext, TLSSocket } from 'node:tls';
import type { SiteTls } from '../../shared/contracts/station-config.ts';
import { ReanError } from '../../shared/errors.ts';
import { Authorities } from './authorities.ts';
import type { CertificateHolder } from './site-certificate.ts';

type Connected = (error: Error | null, socket: Duplex) => void;

/** Whether this is whom we mean to talk to; null stands for anybody not of this site. */
type Admits = (holder: CertificateHolder | null) => boolean;

/** What waits to be read of an answer: files of packs come without stopping and starting all the time. */
const readAheadBytes = 1024 * 1024;

/**
 * Connections over mutual TLS 1.3 to others of this site. Who answers is known by the certificate,
 * before the connection is handed over, so that no request reaches anybody else ([SYN11]). Names,
 * addresses and dates are not looked at.
 */
export class SiteAgent extends Agent {
  readonly #authorities: Authorities;
  readonly #context: SecureContext;
  readonly #admits: Admits;
  readonly #connectMs: number;

  /**
   * @param tls without a certificate none is shown; without an authority nobody is known
   * @param authorities whose certificates count, where that may change meanwhile
   */
  constructor(
    tls: Partial<SiteTls>,
    admits: Admits,
    connectMs: number,
    authorities: Authorities = Authorities.of(tls),
  ) {
    // Resumed sessions show no certificate to check.
    super({ keepAlive: true, maxCachedSessions: 0 });
    const { certificate, privateKey } = tls;
    this.#authorities = authorities;
    this.#context = createSecureContext({
      cert: certificate,
      key: privateKey,
      minVersion: 'TLSv1.3',
    });
    this.#admits = admits;
    this.#connectMs = connectMs;
  }

  override createConnection(
    options: { readonly host?: string | null; readonly port?: number | string | null },
    connected: Connected,
  ): undefined {
    const host = options.host ?? '';
    const connection: ConnectionOptions & { readonly highWaterMark: number } = {
      host,
      port: Number(options.port),
      ...(isIP(host) === 0 ? { servername: host } : {}),
      secureContext: this.#context,
      highWaterMark: readAheadBytes,
      // The stack's own check would go by dates and names; ours is below.
      rejectUnauthorized: false,
    };
    const socket = connect(connection);
    socket.setTimeout(this.#connectMs, () => {
      socket.destroy(new ReanError('hub.timeout', { host, timeoutMs: this.#connectMs }));
    });
    socket.once('error', (error) => connected(error, socket));
    socket.once('secureConnect', () => {
      if (this.#admits(this.#holderOf(socket))) {
        socket.removeAllListeners('error').setTimeout(0);
        connected(null, socket);
      } else socket.destroy(new ReanError('hub.certificate-mismatch', { host }));
    });
  }

  #holderOf(socket: TLSSocket): CertificateHolder | null {
    const certificate = socket.getPeerX509Certificate();
    return certificate ? this.#authorities.holderOf(certificate) : null;
  }
}
