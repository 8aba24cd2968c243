import { once } from 'node:events';
import { Agent, request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';
import type { TlsFileContent } from '../../../src/hub/site/site-files.ts';
import { forkWorker } from '../machine/fork-worker.ts';

/** The least that telling another process over HTTPS can cost: one small request on a warm connection. */
export interface RoundTrip {
  /** Does it once; resolves to how long it took, ms. */
  time(): Promise<number>;
  close(): Promise<void>;
}

export interface RoundTripTls {
  readonly tls: TlsFileContent;
  /** PEM. */
  readonly authority: string;
}

export const roundTripTitle = 'one HTTPS round trip to another process, warm connection';
const addressSchema = z.looseObject({ port: z.number().int() });
/** As long as a small batch of one event. */
const body = Buffer.alloc(1024, 'rean');

/** @param tls the certificate to serve, with its key; `authority` is who made it */
export async function openRoundTrip({ tls, authority }: RoundTripTls): Promise<RoundTrip> {
  const script = join(import.meta.dirname, 'round-trip-worker.ts');
  const { child, failed, stop } = forkWorker(script, []);
  child.send(tls);
  const [address]: readonly unknown[] = await Promise.race([failed, once(child, 'message')]);
  const { port } = addressSchema.parse(address);
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ca: authority });
  const time = async () => {
    const startedAt = performance.now();
    await post(port, agent);
    return performance.now() - startedAt;
  };
  // The first one also shakes hands.
  await time();
  return {
    time,
    async close() {
      agent.destroy();
      await stop();
    },
  };
}

async function post(port: number, agent: Agent): Promise<void> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method: 'POST', agent }, resolve);
    asked.once('error', reject);
    asked.end(body);
  });
  response.resume();
  await once(response, 'end');
}
