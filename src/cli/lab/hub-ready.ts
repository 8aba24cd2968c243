import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'node:tls';

/** A hub on this PC, as its stations know it. */
export interface LocalHub {
  readonly port: number;
  /** SHA-256 of its certificate, hex. */
  readonly fingerprint: string;
}

const askWithinMs = 2_000;
const betweenAsksMs = 100;

/** Node writes fingerprints as `AB:CD:…`. */
const plain = (fingerprint: string) => fingerprint.replaceAll(':', '').toLowerCase();

/** Whether this very hub answers: another program on its port has another certificate, or none. */
async function answers({ port, fingerprint }: LocalHub): Promise<boolean> {
  // Self-made, so not its issuer is checked but the certificate itself.
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
  // A timer of our own: an `AbortSignal.timeout` nobody holds may be collected and never fire.
  const late = setTimeout(() => socket.destroy(new Error('no answer in time')), askWithinMs);
  try {
    await once(socket, 'secureConnect');
    return plain(socket.getPeerCertificate().fingerprint256) === fingerprint;
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
