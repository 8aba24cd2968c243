import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { CrowdMember } from '../machine/crowd.ts';
import { forkWorker } from '../machine/fork-worker.ts';
import type { RoundTripTls } from './round-trip.ts';

/** Plain PouchDB 9 clients and an express-pouchdb that is open to anybody: nothing is checked. */

export const pouchPushTitle =
  'plain PouchDB 9 pushing as many to unguarded express-pouchdb over HTTPS with the same fsync';
const addressSchema = z.looseObject({ port: z.number().int() });

export interface PouchServer {
  readonly url: string;
  /** Path of its authority's certificate. */
  readonly certificate: string;
  close(): Promise<void>;
}

/** @param folder where its databases go; made when it isn't there */
export async function openPouchServer(
  folder: string,
  { tls, authority }: RoundTripTls,
): Promise<PouchServer> {
  await mkdir(folder, { recursive: true });
  const certificate = join(folder, 'authority.pem');
  await writeFile(certificate, authority);
  const script = join(import.meta.dirname, 'pouch-server-worker.ts');
  const { child, failed, stop } = forkWorker(script, [folder]);
  child.send(tls);
  const [address]: readonly unknown[] = await Promise.race([failed, once(child, 'message')]);
  const { port } = addressSchema.parse(address);
  return { url: `https://127.0.0.1:${port}`, certificate, close: stop };
}

/** @param documents path of a JSON array of documents; `folder` is not there yet */
export function pouchClient(
  { url, certificate }: PouchServer,
  { documents, folder }: { readonly documents: string; readonly folder: string },
): CrowdMember {
  const script = join(import.meta.dirname, 'pouch-client-worker.ts');
  return { script, words: [url, certificate, documents, folder] };
}
