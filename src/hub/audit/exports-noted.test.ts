import { afterEach, beforeEach, expect, it } from 'vitest';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['supervisor', 'kiosk'] });
  hub = await lab.open();
  await hub.settled();
});
afterEach(() => hub.close());

const staff = staffIdSchema.parse('of-aaaaaaaaaaaa');
const own = { export: '0123456789abcdef', staff };
const begun = {
  type: 'export.begun',
  ...own,
  kind: 'report',
  file: 'report-hours.xlsx',
  bytes: 20_480,
  stick: { serial: '1A2B-3C4D', label: 'REAN' },
} as const;
const saved = { type: 'export.ended', ...own, outcome: 'saved', file: begun.file } as const;
const gone = { type: 'export.ended', ...own, outcome: 'gone', file: null } as const;

/** What the trail has of files on sticks, oldest first, after the hub was started anew. */
async function trailOf(events: readonly object[], from: number, kind = 'export') {
  await push(hub, lab.station(from), events);
  await hub.settled();
  await hub.close();
  hub = await lab.open();
  await hub.settled();
  const { rows } = await hub.parts.trail.page({ kind }, null);
  return rows
    .map(({ kind, by, staff: named, changed }) => ({ kind, by, staff: named, changed }))
    .toReversed();
}

it('[STK4] a file that left on a stick stands in the trail: by whom, what, onto which stick, and its end', async () => {
  const store = lab.store(0);
  const events = [begun, saved, gone].map((payload) => store.record(payload, null));
  expect(await trailOf(events, 0)).toEqual([
    {
      kind: 'export.begun',
      by: staff,
      staff: null,
      changed: ['file:report-hours.xlsx', 'kind:report bytes:20480', 'stick:1A2B-3C4D REAN'],
    },
    { kind: 'export.saved', by: staff, staff: null, changed: ['file:report-hours.xlsx'] },
    { kind: 'export.failed', by: staff, staff: null, changed: ['stick:gone'] },
  ]);
});

it('[STK5] of a kiosk it stands there as somebody’s, with whose name was given', async () => {
  const events = [lab.store(1).record({ ...begun, kind: 'support' }, null)];
  expect(await trailOf(events, 1)).toMatchObject([{ kind: 'export.begun', by: 'somebody', staff }]);
});

it('[PTR4] a page that was printed stands in the trail: by whom, what, by which printer, and its end', async () => {
  const print = { print: '0123456789abcdef', staff };
  const page = { kind: 'cards', file: 'cards.pdf', bytes: 4096, printer: 'usb-1' } as const;
  const events = [
    { type: 'print.begun', ...print, ...page },
    { type: 'print.ended', ...print, outcome: 'printed' },
    { type: 'print.ended', ...print, outcome: 'paper' },
  ] as const;
  const store = lab.store(0);
  const told = events.map((payload) => store.record(payload, null));
  expect(await trailOf(told, 0, 'print')).toEqual([
    {
      kind: 'print.begun',
      by: staff,
      staff: null,
      changed: ['file:cards.pdf', 'kind:cards bytes:4096', 'printer:usb-1'],
    },
    { kind: 'print.printed', by: staff, staff: null, changed: ['printer:printed'] },
    { kind: 'print.failed', by: staff, staff: null, changed: ['printer:paper'] },
  ]);
  // A kiosk prints nothing: what says so is nobody's.
  const ofKiosk = [lab.store(1).record(events[0], null)];
  expect(await trailOf(ofKiosk, 1, 'print')).toHaveLength(3);
});
