import { beforeEach, describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, ask, push } from '../../../tests/factories/hub-lab.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import type { Hub } from '../hub.ts';
import { disableStation, renameStation, renewCertificate } from './station-standing.ts';

let lab: HubLab;
let hub: Hub;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk'] });
  hub = await lab.open();
});

const statusOf = async (as: StationConfig) =>
  (await ask(hub, { path: '/v1/hello', as })).statusCode;

describe('[IDN9] a new certificate', () => {
  it('counts from the next request on, and the one before no more', async () => {
    const before = lab.station();
    const after = { ...before, tls: await renewCertificate(hub.parts.office, before.station) };
    expect([await statusOf(before), await statusOf(after)]).toEqual([401, 200]);
    const refused = await ask(hub, { path: '/v1/hello', as: before });
    expect(refused.json()).toEqual({
      error: 'unauthorized',
      reason: 'This certificate is not the one registered for the station.',
    });
    await hub.close();
    hub = await lab.open();
    expect([await statusOf(before), await statusOf(after)]).toEqual([401, 200]);
  });

  it('stays the station’s where it is given another name at the same moment', async () => {
    const before = lab.station();
    const { station } = before;
    const { office } = hub.parts;
    const [tls] = await Promise.all([
      renewCertificate(office, station),
      renameStation(office, { station, name: { km: 'កន្លែងទីមួយ' } }),
    ]);
    expect([await statusOf(before), await statusOf({ ...before, tls })]).toEqual([401, 200]);
    const [document] = await office.directory.all(`station:${station}`);
    expect(document).toMatchObject({ name: { km: 'កន្លែងទីមួយ' } });
  });

  it('[DIR3] does not let in again who was shut out at the same moment', async () => {
    const { station } = lab.station();
    const { office } = hub.parts;
    await Promise.allSettled([
      disableStation(office, station),
      renameStation(office, { station, name: { km: 'កន្លែងទីមួយ' } }),
    ]);
    expect(await office.directory.all(`station:${station}`)).toMatchObject([{ disabled: true }]);
  });

  it('is given to no station that is shut out or not there', async () => {
    const { station } = lab.station();
    const { office } = hub.parts;
    await disableStation(office, station);
    await expect(renewCertificate(office, station)).rejects.toMatchObject({
      code: 'station.not-enrolled',
      facts: { station, problem: 'disabled' },
    });
    const nobody = stationIdSchema.parse('st-zzzzzzzz');
    await expect(renewCertificate(office, nobody)).rejects.toMatchObject({
      code: 'station.not-enrolled',
      facts: { station: nobody },
    });
  });
});

describe('[IDN9] a station that is shut out', () => {
  it('is refused from the next request on, and no other is', async () => {
    await disableStation(hub.parts.office, lab.station().station);
    expect([await statusOf(lab.station(0)), await statusOf(lab.station(1))]).toEqual([403, 200]);
  });

  it('has its records taken from whoever brings them', async () => {
    const store = lab.store();
    const event = store.record(payloads.started(), lab.learner());
    await disableStation(hub.parts.office, store.station.station);
    await push(hub, lab.station(1), [event]);
    await hub.settled();
    const path = `/state-${hub.site.generation}/learner:${lab.learner()}`;
    expect((await ask(hub, { path, as: lab.station(1) })).statusCode).toBe(200);
  });

  it('is written once, however often it is asked for', async () => {
    const { office } = hub.parts;
    const before = office.journal.nextHubSeq;
    await disableStation(office, lab.station().station);
    await disableStation(office, lab.station().station);
    expect(office.journal.nextHubSeq).toBe(before + 1);
  });
});
