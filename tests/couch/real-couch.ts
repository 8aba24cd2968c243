import * as z from 'zod';
import { CouchClient } from '../../src/sync/store/couch/couch-client.ts';
import { clearCouch, couchAccount } from '../factories/couch-server.ts';

const welcomeSchema = z.object({ couchdb: z.literal('Welcome') });

/** Looks that a CouchDB is there before any test is run. */
export async function setup(): Promise<void> {
  const client = new CouchClient(couchAccount());
  const { json } = await client.ask({ method: 'GET', path: '/' });
  client.close();
  welcomeSchema.parse(json);
}

/** Clears up after all of them. */
export async function teardown(): Promise<void> {
  await clearCouch();
}
