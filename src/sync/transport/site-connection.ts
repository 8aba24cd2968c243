import { isIP } from 'node:net';
import type { OnReadOpts } from 'node:net';
import { connect, createSecureContext } from 'node:tls';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import type { SiteTls } from '../../shared/contracts/station-config.ts';
import { ReanError } from '../../shared/errors.ts';
import { Authorities } from './authorities.ts';
import type { CertificateHolder } from './site-certificate.ts';

/** Whether this is whom we mean to talk to; null stands for anybody not of this site. */
export type Admits = (holder: CertificateHolder | null) => boolean;

export interface ConnectionTerms {
  /** Without a certificate none is shown; without an authority nobody is known. */
  readonly tls: Partial<SiteTls>;
  readonly admits: Admits;
  /** Who has not shaken hands by then is not going to, ms. */
  readonly connectMs: number;
  /** Whose certificates count, where that may change meanwhile; those of `tls` unless given. */
  readonly authorities?: Authorities | undefined;
}

export interface ConnectionPlace {
  readonly host: string;
  readonly port: number;
  /** Where bytes go instead of through a stream. */
  readonly onread?: OnReadOpts;
}

type Connected = (error: Error | null, socket: TLSSocket) => void;

/** Begins a connection; tells once whether it stands. */
export type SiteConnect = (place: ConnectionPlace, connected: Connected) => TLSSocket;

/**
 * Connections over mutual TLS 1.3 to others of this site. Who answers is known by the certificate,
 * before the connection is handed over, so that no request reaches anybody else ([SYN11]). Names,
 * addresses and dates are not looked at.
 */
export function siteConnect({ tls, admits, connectMs, authorities }: ConnectionTerms): SiteConnect {
  const { certificate: cert, privateKey: key } = tls;
  const secureContext = createSecureContext({ cert, key, minVersion: 'TLSv1.3' });
  const known = authorities ?? Authorities.of(tls);
  const holderOf = (socket: TLSSocket): CertificateHolder | null => {
    const certificate = socket.getPeerX509Certificate();
    return certificate ? known.holderOf(certificate) : null;
  };
  return ({ host, port, onread }, connected) => {
    const wanted: ConnectionOptions & { readonly onread?: OnReadOpts } = {
      host,
      port,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(onread === undefined ? {} : { onread }),
      secureContext,
      // The stack's own check would go by dates and names; ours is below.
      rejectUnauthorized: false,
    };
    const socket = connect(wanted);
    const failed = (error: Error) => connected(error, socket);
    socket.setTimeout(connectMs, () => {
      socket.destroy(new ReanError('hub.timeout', { host, timeoutMs: connectMs }));
    });
    socket.once('error', failed);
    socket.once('secureConnect', () => {
      if (admits(holderOf(socket))) {
        socket.removeAllListeners('error').setTimeout(0);
        connected(null, socket);
      } else socket.destroy(new ReanError('hub.certificate-mismatch', { host }));
    });
    return socket;
  };
}
