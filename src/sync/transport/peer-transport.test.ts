import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeTlsSite, otherTlsStation, tlsStation } from '../../../tests/factories/site-tls.ts';
import type { TlsSite } from '../../../tests/factories/site-tls.ts';
import {
  TestLines,
  failure,
  hashOf,
  noStations,
  notingServer,
} from '../../../tests/factories/tls-lines.ts';
import type { SiteTls } from '../../shared/contracts/station-config.ts';
import { peerTransport } from './https-transport.ts';
import type { StationHolder } from './site-certificate.ts';
import type { Transport } from './transport.ts';

let site: TlsSite;
let station: SiteTls;
const lines = new TestLines();

beforeAll(async () => {
  site = await makeTlsSite();
  station = await site.station(tlsStation);
});
afterEach(() => lines.closeAll());

describe('[IDN7] HTTPS to another station', () => {
  const peer = (port: number, admits: (peer: StationHolder) => boolean): Transport => {
    const transport = peerTransport({ url: `https://127.0.0.1:${port}`, tls: station }, admits);
    lines.add(() => transport.close());
    return transport;
  };
  const ask = (transport: Transport) =>
    transport.send({ method: 'GET', path: '/', headers: {}, timeoutMs: 20_000 });

  it('tells both ends which station the other is', async () => {
    const other = await site.station(otherTlsStation);
    const { port, callers } = await notingServer(lines, other);
    const met: StationHolder[] = [];
    const transport = peer(port, (holder) => met.push(holder) > 0);
    expect(await ask(transport)).toEqual({ status: 200, text: JSON.stringify(noStations) });
    expect(met).toEqual([
      { role: 'station', station: otherTlsStation, fingerprint: hashOf(other) },
    ]);
    expect(callers).toEqual([
      { role: 'station', station: tlsStation, fingerprint: hashOf(station) },
    ]);
  });

  it('sends nothing to one that is not admitted, to the hub, or to another site’s', async () => {
    const other = await site.station(otherTlsStation);
    const foreign = await (await makeTlsSite(2)).station(otherTlsStation);
    for (const [tls, admitted] of [
      [other, false],
      [site.hub, true],
      [foreign, true],
    ] as const) {
      const { port, callers } = await notingServer(lines, tls);
      const transport = peer(port, () => admitted);
      await expect(ask(transport)).rejects.toEqual(failure('hub.certificate-mismatch'));
      expect(callers).toEqual([]);
    }
  });
});
