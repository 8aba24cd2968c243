import { inject } from 'light-my-request';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ids, payloads } from '../../../tests/factories/events.ts';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { showCertificate } from '../../../tests/factories/shown-certificate.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import type { Hub } from '../hub.ts';
import { BodiesAtHand } from './bodies-at-hand.ts';

let hub: Hub | null = null;
afterEach(() => hub?.close());

const other = stationIdSchema.parse('st-bbbbbbbb');

/** A body at hand, until it is let go. */
function hold(bodies: BodiesAtHand, headers: Record<string, string>, station = ids.station) {
  let letGo = () => undefined as void;
  const end = new Promise<void>((resolve) => (letGo = resolve));
  const done = bodies.while({ headers }, station, () => end.then(() => 'served' as const));
  return { done, letGo };
}
const bytes = (count: number) => ({ 'content-length': String(count) });

describe('[HUB10] bodies at hand', () => {
  it('are bounded of one station and of all together, until they are worked off', async () => {
    const bodies = new BodiesAtHand({ station: 10, all: 15 });
    const refused = { status: 503, headers: { 'Retry-After': '5' } };
    const first = hold(bodies, bytes(10));
    expect(await hold(bodies, bytes(1)).done).toMatchObject(refused);
    expect(await hold(bodies, bytes(6), other).done).toMatchObject(refused);
    expect(await hold(bodies, { 'transfer-encoding': 'chunked' }, other).done).toMatchObject(
      refused,
    );
    const second = hold(bodies, bytes(5), other);
    const bodiless = hold(bodies, {});
    for (const { letGo } of [first, second, bodiless]) letGo();
    expect(await Promise.all([first.done, second.done, bodiless.done])).toEqual(
      Array.from({ length: 3 }, () => 'served'),
    );
    const third = hold(bodies, bytes(10));
    third.letGo();
    expect(await third.done).toBe('served');
  });

  it('of one station that sends too much at once are refused, and those of others taken', async () => {
    const lab = await HubLab.make({ stations: ['kiosk', 'kiosk'] });
    let begun = 0;
    let goOn = () => undefined as void;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    hub = await lab.open({
      beforeServing: () => {
        begun += 1;
        return held;
      },
    });
    const { app } = hub;
    const push = (station: number) => {
      const docs = [lab.store(station).record(payloads.started(), lab.learner())];
      const filler = ' '.repeat(station === 0 ? 15 * 1024 * 1024 : 0);
      return inject(app, {
        method: 'POST',
        url: '/events-0001/_bulk_docs',
        headers: showCertificate(lab.station(station)),
        payload: `${JSON.stringify({ docs, new_edits: false })}${filler}`,
      });
    };
    const taken = [push(0), push(0)];
    await vi.waitUntil(() => begun === 2);
    const refused = await push(0);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '5']);
    taken.push(push(1));
    goOn();
    const statuses = (await Promise.all(taken)).map(({ statusCode }) => statusCode);
    expect(statuses).toEqual([201, 201, 201]);
  });
});
