import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import { liveReport } from '../../../tests/factories/live-reports.ts';
import { ManualTimers } from '../../../tests/factories/manual-timers.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import { tinyJpeg } from '../../../tests/factories/tiny-jpeg.ts';
import { lookCommands } from '../../shared/contracts/commands/look-commands.ts';
import type { LiveSitting } from '../../shared/contracts/live-seat.ts';
import { lookEveryMs, lookHoldMs, lookLastsMs, mostLookBody } from '../../shared/contracts/look.ts';
import type { LookId } from '../../shared/contracts/look.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;
let timers: ManualTimers;
let officer: CommandSigner;

const path = '/v1/look';
const [kiosk, otherKiosk, desk, otherDesk] = [0, 1, 2, 3] as const;
const picture = { jpeg: tinyJpeg().toString('base64') };

beforeEach(async () => {
  lab = await HubLab.make({
    stations: ['kiosk', 'kiosk', 'supervisor', 'supervisor'],
    learners: 2,
  });
  timers = new ManualTimers();
  hub = await lab.open({ timers });
  officer = await appointSigner(hub, { role: 'officer' });
  sit();
});
afterEach(() => hub.close());

const review: LiveSitting['open'] = { kind: 'review' };
let told = 0;
/** The seat says who sits there, and at what. */
function sit(open: LiveSitting['open'] = review, learner = lab.learner()) {
  told += 1;
  const sitting = { learner, open, helpAsked: false, stuck: false, quiet: null };
  hub.parts.live.take(lab.station(kiosk).station, liveReport({ number: told, sitting }));
}

const looking = (by = officer, over: object = {}) =>
  carryOut(hub, {
    type: 'seat.look',
    input: { station: lab.station(kiosk).station, learner: lab.learner() },
    as: lab.station(desk),
    by: [by],
    ...over,
  });
async function lookAt(): Promise<LookId> {
  const answer = await looking();
  if (answer.result !== 'done') throw new Error(answer.code);
  return lookCommands['seat.look'].output.parse(answer.output).look;
}
const wanted = (as: number = kiosk) => ask(hub, { path, as: lab.station(as) });
const give = (look: string, answer: object, as: number = kiosk) =>
  ask(hub, { path, body: { look, answer }, as: lab.station(as) });
const fetched = (look: string, as: number = desk) =>
  ask(hub, { path: `${path}?look=${look}`, as: lab.station(as) });
const entries = async () => (await hub.parts.office.factsAfter(0, ['seat.viewed'])).length;
const shown = { result: 'shown', picture };

describe('a look at a learner’s screen, at the hub', { timeout: 30_000 }, () => {
  it('[LOK2] [LOK3] is on record before the seat is asked, and handed to who asked, once', async () => {
    const held = wanted();
    const look = await lookAt();
    expect(await entries()).toBe(1);
    expect((await held).json()).toEqual({ look: { id: look, learner: lab.learner() } });
    const waiting = fetched(look);
    expect((await give(look, shown)).json()).toEqual({ v: 1, taken: true });
    expect((await waiting).json()).toEqual(shown);
    expect((await fetched(look)).json()).toEqual({ result: 'nothing', why: 'failed' });
    const { rows } = await hub.parts.trail.page({ person: lab.learner() }, null);
    expect(rows[0]).toMatchObject({
      kind: 'viewed.screen',
      by: officer.staff,
      learner: lab.learner(),
      station: lab.station(desk).station,
    });
    expect((await hub.parts.trail.page({ kind: 'viewed' }, null)).rows).toHaveLength(1);
  });

  it('[LOK6] keeps nothing of it: not on a disk, and in memory while somebody waits', async () => {
    const look = await lookAt();
    const { head } = hub.parts.office.journal;
    await give(look, shown);
    expect(hub.parts.office.journal.head).toBe(head);
    timers.elapse(lookLastsMs);
    expect((await fetched(look)).json()).toMatchObject({ result: 'nothing' });
    expect(timers.pending.filter((ms) => ms === lookLastsMs || ms === lookHoldMs)).toEqual([]);
  });

  it('[LOK3] ends by itself where the seat says nothing, and tells who asked', async () => {
    const look = await lookAt();
    const waiting = fetched(look);
    await expect.poll(() => timers.pending.filter((ms) => ms === lookLastsMs)).toHaveLength(2);
    timers.elapse(lookLastsMs);
    expect((await waiting).json()).toEqual({ result: 'nothing', why: 'failed' });
    expect((await give(look, shown)).json()).toEqual({ v: 1, taken: false });
  });

  it('[LOK3] lets a seat ask again after a while in which nobody looked', async () => {
    const held = wanted();
    await expect.poll(() => timers.pending).toContain(lookHoldMs);
    timers.elapse(lookHoldMs);
    expect((await held).json()).toEqual({ look: null });
  });

  it('[LOK1] [LOK3] is nobody else’s: no other seat hears of it or answers it, no other station fetches it', async () => {
    const look = await lookAt();
    expect(hub.parts.looks.wanted(lab.station(otherKiosk).station)).toBeNull();
    expect((await give(look, shown, otherKiosk)).json()).toEqual({ v: 1, taken: false });
    expect((await give(look, shown, otherDesk)).statusCode).toBe(403);
    await give(look, shown);
    expect((await fetched(look, otherDesk)).json()).toEqual({ result: 'nothing', why: 'failed' });
    expect((await fetched('0'.repeat(32))).json()).toMatchObject({ result: 'nothing' });
    expect((await ask(hub, { path, as: lab.station(desk) })).statusCode).toBe(400);
    expect((await ask(hub, { path, as: null })).statusCode).toBe(401);
    expect((await fetched(look)).json()).toEqual(shown);
  });

  it('[LOK1] is an officer’s, a site manager’s, and an instructor’s of that group', async () => {
    const technician = await appointSigner(hub, { role: 'technician' });
    const instructor = await appointSigner(hub, { role: 'instructor' });
    const women = await appointSigner(hub, { role: 'officer', scopes: ['women'] });
    for (const by of [technician, instructor, women]) {
      expect(await looking(by)).toMatchObject({ code: 'permission.denied' });
    }
    expect(await entries()).toBe(0);
    const manager = await appointSigner(hub, { role: 'site-manager' });
    expect(await looking(manager)).toMatchObject({ result: 'done' });
  });

  it('[LOK4] is none of what nobody may see, and leaves no trace of a look that was none', async () => {
    sit({ kind: 'reading' });
    expect(await looking()).toMatchObject({ code: 'look.private' });
    sit(null);
    expect(await looking()).toMatchObject({ code: 'look.gone' });
    sit(review, lab.learner(1));
    expect(await looking()).toMatchObject({ code: 'look.gone' });
    const strange = { station: stationIdSchema.parse('st-zzzzzzzz'), learner: lab.learner() };
    expect(await looking(officer, { input: strange })).toMatchObject({ code: 'look.gone' });
    expect(await entries()).toBe(0);
  });

  it('[LOK3] is one at a time, and one in two seconds', async () => {
    await hub.close();
    let nowMs = 0;
    const clock = { wallMs: () => 1_800_000_000_000 + nowMs, monotonicMs: () => nowMs };
    hub = await lab.open({ timers, clock });
    sit();
    const look = await lookAt();
    nowMs += lookEveryMs;
    expect(await looking()).toMatchObject({ code: 'look.busy' });
    await give(look, { result: 'nothing', why: 'gone' });
    expect(await looking()).toMatchObject({ result: 'done' });
    expect(await looking()).toMatchObject({ code: 'look.busy' });
    expect(await entries()).toBe(2);
  });

  it('[LOK2] shows nothing where it can’t be put on record', async () => {
    lab.disk.full = true;
    // Told by its status: no answer of a command.
    await expect(looking()).rejects.toMatchObject({ name: 'ZodError' });
    lab.disk.full = false;
    const held = wanted();
    await expect.poll(() => timers.pending).toContain(lookHoldMs);
    timers.elapse(lookHoldMs);
    expect((await held).json()).toEqual({ look: null });
  });

  it('[CMD3] [LOK3] is one look where its command comes twice', async () => {
    const again = { id: 'cm-zzzzzzzzzzzzzzzz' };
    const first = await looking(officer, again);
    expect(await looking(officer, again)).toEqual(first);
    expect(await entries()).toBe(1);
  });

  it.each([
    ['is no base64', { jpeg: '<svg onload=alert(1)>' }],
    ['is a page', { jpeg: Buffer.from('<html><script>alert(1)</script>').toString('base64') }],
    ['is a PNG', { jpeg: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB' }],
    ['would be drawn large', { jpeg: tinyJpeg({ width: 481, height: 1 }).toString('base64') }],
    ['would fill memory', { jpeg: tinyJpeg({ width: 65_535, height: 65_535 }).toString('base64') }],
    ['is empty', { jpeg: '' }],
  ])('[LOK5] takes nothing of a seat that %s', async (_what, strange) => {
    const look = await lookAt();
    expect((await give(look, { result: 'shown', picture: strange })).statusCode).toBe(400);
    const large = { jpeg: 'A'.repeat(mostLookBody) };
    expect((await give(look, { result: 'shown', picture: large })).statusCode).toBe(413);
    expect((await give(look, shown)).json()).toMatchObject({ taken: true });
  });
});
