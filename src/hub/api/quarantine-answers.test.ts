import { beforeEach, describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, ask, push } from '../../../tests/factories/hub-lab.ts';
import { withRevision } from '../../../tests/factories/test-store.ts';
import { decisionAnswerSchema, quarantinePageSchema } from '../../shared/contracts/quarantine.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { Hub } from '../hub.ts';
import { appointStaff } from '../office/people.ts';

let lab: HubLab;
let hub: Hub;
let officer: StaffId;
let technician: StaffId;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'supervisor'] });
  hub = await lab.open();
  const appoint = (role: 'officer' | 'technician') =>
    appointStaff(hub.parts.office, {
      name: { km: 'ចាន់' },
      role,
      scopes: ['men'],
      passphrase: 'a b c d e',
    });
  officer = await appoint('officer');
  technician = await appoint('technician');
  const store = lab.store();
  const event = store.record(payloads.attempt('a', 'right'), lab.learner());
  const spoilt = withRevision({ ...event, sig: `${event.sig.slice(0, -8)}AAAAAA==` });
  await push(hub, store.station, [spoilt]);
  await hub.settled();
});

const list = (staff: string, as = lab.station(1), more = '') =>
  ask(hub, { path: `/v1/quarantine?staff=${staff}&state=open${more}`, as });

const decide = (body: object, as = lab.station(1)) => ask(hub, { path: '/v1/decision', body, as });

async function held(): Promise<string> {
  const { items } = quarantinePageSchema.parse((await list(officer)).json());
  return items[0]?.content ?? '';
}

describe('[HUB15] the quarantine over the LAN', () => {
  it('is listed for an officer at a supervisor station, and says nothing of what is sealed', async () => {
    const page = quarantinePageSchema.parse((await list(officer)).json());
    expect(page).toMatchObject({ open: 1, decided: 0, next: null });
    expect(page.items).toMatchObject([{ reason: 'signature', origin: lab.station().station }]);
  });

  it('[JRN3] is decided over by the officer, who is named in the journal', async () => {
    const contents = [await held()];
    const body = { staff: officer, kind: 'release', contents, reason: 'witnessed' };
    const answer = await decide(body);
    expect(decisionAnswerSchema.parse(answer.json()).outcomes).toMatchObject([
      { outcome: 'released' },
    ]);
    expect(decisionAnswerSchema.parse((await decide(body)).json()).outcomes).toMatchObject([
      { outcome: 'already' },
    ]);
    const [fact] = await hub.parts.office.factsAfter(0, ['quarantine.decided']);
    expect(fact?.payload).toMatchObject({
      by: officer,
      decision: { kind: 'release', contents, reason: 'witnessed', who: null },
    });
  });

  it('is not for kiosks, technicians, strangers, nor the disabled', async () => {
    const contents = [await held()];
    const body = { kind: 'reject', contents, reason: 'trial' };
    const stranger = 'of-aaaaaaaaaaaa';
    const statuses = [
      await list(officer, lab.station(0)),
      await list(technician),
      await list(stranger),
      await decide({ ...body, staff: officer }, lab.station(0)),
      await decide({ ...body, staff: technician }),
      await decide({ ...body, staff: stranger }),
    ].map(({ statusCode }) => statusCode);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403]);
    expect(await hub.parts.office.factsAfter(0, ['quarantine.decided'])).toEqual([]);
  });

  it('takes nothing that is not of its shape', async () => {
    const contents = [await held()];
    const good = { staff: officer, kind: 'reject', contents, reason: 'trial' };
    const hostile: object[] = [
      {},
      [],
      { ...good, reason: 'because' },
      { ...good, reason: 'witnessed' },
      { ...good, reason: { $gt: '' } },
      { ...good, kind: 'delete' },
      { ...good, contents: [] },
      { ...good, contents: ['../x'] },
      { ...good, contents: Array.from({ length: 101 }, () => 'a'.repeat(64)) },
      { ...good, who: 'Somebody' },
      { ...good, staff: null },
    ];
    for (const body of hostile) expect((await decide(body)).statusCode).toBe(400);
    for (const more of ['&after=x', '&limit=9']) {
      expect((await list(officer, lab.station(1), more)).statusCode).toBe(400);
    }
    expect((await decide({ ...good, contents: ['a'.repeat(20_000)] })).statusCode).toBe(413);
    expect(await hub.parts.office.factsAfter(0, ['quarantine.decided'])).toEqual([]);
  });
});
