import { beforeAll, describe, expect, it } from 'vitest';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk', 'supervisor', 'supervisor'] });
  hub = await lab.open();
});

const told = (nth: number, body: object) =>
  ask(hub, { path: '/v1/try', body, as: lab.station(nth) });
const begins = (person: string) => ({ person, secret: 1, step: 'begins', known: 2 });

describe('[SGN11] /v1/try', () => {
  it('lets one station try at a time, whoever it is, known or not', async () => {
    for (const [person, stations] of [
      [lab.learner(), [0, 1]],
      ['ln-zzzzzzzzzzzz', [0, 1]],
      ['of-zzzzzzzzzzzz', [2, 3]],
    ] as const) {
      const [one, other] = stations;
      expect((await told(one, begins(person))).json()).toEqual({ tries: 3, waitMs: 0 });
      const answer = (await told(other, begins(person))).json<{ tries: number; waitMs: number }>();
      expect(answer.tries).toBe(3);
      expect(answer.waitMs).toBeGreaterThan(0);
    }
  });

  it('[SGN12] hears of staff from supervisor stations alone', async () => {
    const staff = 'of-yyyyyyyyyyyy';
    for (const step of ['begins', 'fits', 'opens']) {
      const answer = await told(0, { ...begins(staff), step, known: 1_000_000 });
      expect(answer.statusCode).toBe(403);
    }
    expect((await told(2, begins(staff))).json()).toEqual({ tries: 3, waitMs: 0 });
  });

  it('takes nothing of another shape', async () => {
    for (const body of [{}, begins('*'), { ...begins(lab.learner()), known: -1 }]) {
      expect((await told(0, body)).statusCode).toBe(400);
    }
  });
});
