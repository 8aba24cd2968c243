import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { staffCommands } from '../commands/all-commands.ts';
import type { Hub } from '../hub.ts';
import { systemTimers } from '../timers.ts';
import type { Timers } from '../timers.ts';
import { routeTable } from './route.ts';

/**
 * Every route of the hub, by the kind of station that asks: written down by hand, beside those that nobody
 * without a certificate gets to (`every-route.test.ts`).
 */
const rows: Readonly<Record<string, 'everybody' | 'kiosks' | 'supervisors' | 'nobody'>> = {
  'GET /': 'everybody',
  'GET /healthz': 'everybody',
  'GET /v1/enrol': 'everybody',
  'POST /v1/enrol': 'everybody',
  'GET /v1/hello': 'everybody',
  'GET /v1/notice': 'everybody',
  'POST /v1/receipt': 'everybody',
  'GET /v1/vector': 'everybody',
  'GET /v1/keyring': 'everybody',
  'GET /v1/recovery': 'everybody',
  'POST /v1/recovery': 'everybody',
  'POST /v1/try': 'everybody',
  'POST /v1/renew': 'everybody',
  'POST /v1/authority': 'everybody',
  'GET /v1/packs/keyring': 'everybody',
  'GET /v1/packs/blobs/:sha256': 'everybody',
  'GET /v1/packs/:pack/:version/:file': 'everybody',
  'POST /v1/packs': 'everybody',
  // Of all seats and stations: for who sees the room.
  'GET /v1/stations': 'supervisors',
  'GET /v1/packs': 'supervisors',
  'GET /v1/live': 'supervisors',
  // A kiosk is answered too, and refused by what it is (below).
  'POST /v1/command': 'everybody',
  // A kiosk asks whether somebody looks at it, a supervisor fetches what was shown.
  'GET /v1/look': 'everybody',
  'POST /v1/live': 'kiosks',
  'POST /v1/look': 'kiosks',
  'GET /v1/orders': 'kiosks',
  'GET /v1/recordings/:learner': 'everybody',
  'GET /v1/recordings/:learner/:recording': 'everybody',
  'PUT /v1/recordings/:learner/:recording': 'everybody',
  'GET /:database': 'everybody',
  'PUT /:database': 'nobody',
  'POST /:database/_revs_diff': 'everybody',
  'POST /:database/_bulk_get': 'everybody',
  'POST /:database/_bulk_docs': 'everybody',
  'GET /:database/_changes': 'everybody',
  'POST /:database/_changes': 'everybody',
  'GET /:database/:id': 'everybody',
  'GET /:database/_local/:local': 'everybody',
  'PUT /:database/_local/:local': 'everybody',
};

/** Nobody waits long for what is held until it moves. */
const hasty: Timers = { after: (ms, act) => systemTimers().after(Math.min(ms, 100), act) };

let lab: HubLab;
let hub: Hub;
let manager: CommandSigner;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'supervisor'] });
  hub = await lab.open({ timers: hasty });
  manager = await appointSigner(hub, { role: 'site-manager' });
}, 60_000);
afterAll(() => hub.close());

const recording = [16, 16, 32, 64].map((digits) => '0'.repeat(digits)).join('-');
/** Pushed to, or pulled from: of neither is everything asked. */
const databaseOf = (path: string) =>
  /_bulk_get|_changes|:id/u.test(path) ? `directory-${hub.site.generation}` : 'events-0001';
const filled = (path: string) =>
  path
    .replace(':database', databaseOf(path))
    .replace(/:(id|local)/u, 'site')
    .replace(':pack/:version/:file', 'org.rean.test/1.0.0/pack.json')
    .replace(':sha256', '0'.repeat(64))
    .replace(':learner', lab.learner())
    .replace(':recording', recording);

async function isShutTo(index: number, method: string, path: string): Promise<boolean> {
  const as = lab.station(index);
  const query = path.endsWith('_changes') ? '?limit=1' : '';
  const body = method === 'GET' ? {} : { body: {} };
  const call = { method: methodOf(method), path: `${filled(path)}${query}`, as, ...body };
  const { statusCode } = await ask(hub, call);
  // Of packs, recordings and checkpoints this hub has none.
  expect([401, 405, 429]).not.toContain(statusCode);
  return statusCode === 403 || statusCode === 412;
}

function methodOf(method: string): 'GET' | 'POST' | 'PUT' {
  if (method === 'GET' || method === 'POST' || method === 'PUT') return method;
  throw new Error(`no such request here: ${method}`);
}

describe('[HUB2] a route of the hub is open to', () => {
  it('who this list names, and has a line in it', async () => {
    const found: Record<string, string> = {};
    for (const { method, path } of routeTable) {
      const shut = [await isShutTo(0, method, path), await isShutTo(1, method, path)];
      const [kiosk, supervisor] = shut;
      const to = kiosk
        ? supervisor
          ? 'nobody'
          : 'supervisors'
        : supervisor
          ? 'kiosks'
          : 'everybody';
      found[`${method} ${path}`] = to;
    }
    expect(found).toEqual(rows);
  });
});

describe('[CMD2] a command of staff', () => {
  it.each(staffCommands.map(({ type }) => type))(
    '%s is refused from a kiosk, whoever signed it',
    async (type) => {
      const answer = await carryOut(hub, { type, as: lab.station(0), by: [manager] });
      expect(answer).toEqual({
        result: 'refused',
        code: 'permission.denied',
        facts: { problem: 'station' },
      });
    },
  );
});
