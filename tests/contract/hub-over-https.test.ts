import { databaseNames } from '../../src/hub/site/database-names.ts';
import { readHubTls } from '../../src/hub/site/hub-tls.ts';
import { HubClient } from '../../src/sync/transport/hub-client.ts';
import { hubTransport } from '../../src/sync/transport/https-transport.ts';
import { Authorities } from '../../src/sync/transport/authorities.ts';
import {
  callerReader,
  listen,
  siteServer,
  stopListening,
} from '../../src/sync/transport/site-server.ts';
import { serveRealRequests } from '../factories/real-requests.ts';
import { HubLab } from '../factories/hub-lab.ts';
import { payloads } from '../factories/events.ts';
import { describeShared } from './database-contract.ts';
import type { SharedUnderTest } from './database-contract.ts';

describeShared('a hub, over HTTPS', async (): Promise<SharedUnderTest> => {
  const lab = await HubLab.make({ stations: ['kiosk', 'kiosk'], learners: 1 });
  const { tls } = lab.station();
  const hub = await lab.open({ callerOf: callerReader(Authorities.of(tls)) });
  serveRealRequests();
  const server = siteServer(await readHubTls(lab.vault), hub.app);
  const port = await listen(server, { host: '127.0.0.1', port: 0 });
  const transport = hubTransport({ url: `https://127.0.0.1:${port}`, tls });
  const client = new HubClient(transport);
  const { directory } = databaseNames(hub.site.generation);
  const held = await (await lab.storage().open(directory)).range({ from: '', to: '~' });
  const store = lab.store();
  const events = Array.from({ length: 10 }, () => store.record(payloads.started(), lab.learner()));
  return {
    sink: client.database('events-0001'),
    event: (seq) => events[seq - 1] ?? store.record(payloads.started(), lab.learner()),
    source: client.database(directory),
    ids: held.map(({ _id }) => _id),
    close: async () => {
      transport.close();
      await stopListening(server);
      await hub.close();
    },
  };
});
