import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'node:tls';
import { readHolder } from '../../sync/transport/site-certificate.ts';

/** A hub on this PC, as its stations know it. */
export interface LocalHub {
  readonly port: number;
  /** The certificate of its site's authority, PEM. */
  readonly ca: string;
}

const askWithinMs = 2_000;
const betweenAsksMs = 100;

/** Whether this very hub answers: another program on its port has another certificate, or none. */
async function answers({ port, ca }: LocalHub): Promise<boolean> {
  // Whose the certificate is counts, not its dates or names.
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
  // A timer of our own: an `AbortSignal.timeout` nobody holds may be collected and never fire.
  const late = setTimeout(() => socket.destroy(new Error('no answer in time')), askWithinMs);
  try {
    await once(socket, 'secureConnect');
    const certificate = socket.getPeerX509Certificate();
    const holder = certificate && readHolder(certificate, new X509Certificate(ca));
    return holder?.role === 'hub';
  } catch {
    return false;
  } finally {
    clearTimeout(late);
    socket.destroy();
  }
}

/** Resolves to true once the hub answers, to false when `over` is aborted first. */
export async function hubReady(hub: LocalHub, over: AbortSignal): Promise<boolean> {
  while (!over.aborted) {
    if (await answers(hub)) return true;
    await wait(betweenAsksMs);
  }
  return false;
}
