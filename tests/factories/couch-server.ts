import { randomBytes } from 'node:crypto';
import { connect, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import * as z from 'zod';
import { couchHubStorage } from '../../src/hub/store/couch-hub-storage.ts';
import type { CouchAccount } from '../../src/hub/store/choose-couch.ts';
import type { HubStorage } from '../../src/hub/store/hub-storage.ts';
import { SequenceSeal } from '../../src/hub/store/sealed-sequence.ts';
import { CouchClient } from '../../src/sync/store/couch/couch-client.ts';
import { CouchStorage } from '../../src/sync/store/couch/couch-storage.ts';
import type { CouchStorageOptions } from '../../src/sync/store/couch/couch-storage.ts';

/**
 * The CouchDB of `npm run test:couch`, REAN_COUCH_URL: `http://admin:password@127.0.0.1:5984`, say.
 * over https too, where NODE_EXTRA_CA_CERTS names an authority of one's own. Its tests prove nothing
 * on anything but a real one. They make databases there whose names begin
 * with `rean-test-`, or with a prefix of their site's own, and take them away again.
 */
const urlSchema = z.url({ protocol: /^https?$/ });
const wanted =
  'Give REAN_COUCH_URL=http://admin:password@host:5984 of a CouchDB 3 to run these tests on.';

/** Whether the hubs of this test run keep their databases in CouchDB. */
export const onCouch = process.env['REAN_HUB_STORE'] === 'couch';

export function couchAccount(): CouchAccount {
  const given = urlSchema.safeParse(process.env['REAN_COUCH_URL']);
  if (!given.success) throw new Error(wanted);
  const url = new URL(given.data);
  const [user, password] = [url.username, url.password].map(decodeURIComponent);
  if (!user || !password) throw new Error(wanted);
  [url.username, url.password] = ['', ''];
  return { url: url.href, user, password };
}

/** A connection to it that takes plain HTTP, also where it wants TLS: for what stands between it and a hub. */
export function connectToCouch(): Socket {
  const { protocol, hostname: host, port } = new URL(couchAccount().url);
  if (protocol === 'http:') return connect({ host, port: Number(port || 80) });
  const servername = isIP(host) === 0 ? host : '';
  return connectTls({ host, port: Number(port || 443), servername });
}

const testPrefix = 'rean-test-';

/** A prefix nobody has used; a letter first, as what follows `testPrefix` has to be a name too. */
export function freshPrefix(): string {
  return `${testPrefix}x${randomBytes(6).toString('hex')}-`;
}

/** Storage under a prefix; closed by whoever asked for it. */
export function couchStorage(
  prefix: string,
  over: Partial<CouchStorageOptions> = {},
): CouchStorage {
  const account = couchAccount();
  return new CouchStorage({
    client: new CouchClient(account),
    user: account.user,
    prefix,
    ...over,
  });
}

/** Storage under a prefix, as a hub uses it. */
export function couchLabStorage(prefix: string): HubStorage {
  return couchHubStorage(couchStorage(prefix), new SequenceSeal(new Uint8Array(32).fill(1)));
}

/** Takes away every database under a prefix; under all that tests use, unless one is given. */
export async function clearCouch(prefix: string = testPrefix): Promise<void> {
  const storage = couchStorage(prefix);
  for (const name of await storage.list()) await storage.destroy(name);
  await storage.close();
}
