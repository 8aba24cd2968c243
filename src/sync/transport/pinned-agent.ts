import { createHash } from 'node:crypto';
import { Agent } from 'node:https';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { ReanError } from '../../shared/errors.ts';

type Connected = (error: Error | null, socket: Duplex) => void;

/**
 * Connections to the one server whose certificate has this fingerprint. The certificate is checked
 * before the connection is handed over, so that no request, and no token, reaches any other
 * ([SYN11]). Names, dates and issuers are not looked at: the certificate itself is what is known.
 */
export class PinnedAgent extends Agent {
  readonly #fingerprint: string;
  readonly #connectMs: number;

  /** `fingerprint`: SHA-256 of the certificate's DER, lower-case hex. */
  constructor(fingerprint: string, connectMs: number) {
    // Resumed sessions show no certificate to check.
    super({ keepAlive: true, maxCachedSessions: 0 });
    this.#fingerprint = fingerprint;
    this.#connectMs = connectMs;
  }

  override createConnection(
    options: { readonly host?: string | null; readonly port?: number | string | null },
    connected: Connected,
  ): undefined {
    const host = options.host ?? '';
    const socket = connect({
      host,
      port: Number(options.port),
      ...(isIP(host) === 0 ? { servername: host } : {}),
      minVersion: 'TLSv1.3',
      // Its issuer is itself; the fingerprint below is the check.
      rejectUnauthorized: false,
    });
    socket.setTimeout(this.#connectMs, () => {
      socket.destroy(new ReanError('hub.timeout', { host, timeoutMs: this.#connectMs }));
    });
    socket.once('error', (error) => connected(error, socket));
    socket.once('secureConnect', () => {
      if (fingerprintOf(socket) === this.#fingerprint) {
        socket.removeAllListeners('error').setTimeout(0);
        connected(null, socket);
      } else socket.destroy(new ReanError('hub.certificate-mismatch', { host }));
    });
  }
}

function fingerprintOf(socket: TLSSocket): string | null {
  const certificate = socket.getPeerX509Certificate();
  return certificate ? createHash('sha256').update(certificate.raw).digest('hex') : null;
}
