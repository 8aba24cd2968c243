import { beforeAll, describe, expect, it } from 'vitest';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk', 'supervisor'] });
  hub = await lab.open();
});

const told = (nth: number, body: object) =>
  ask(hub, { path: '/v1/try', body, as: lab.station(nth) });
const begins = (person: string) => ({ person, secret: 1, step: 'begins', known: 2 });

describe('[SGN11] /v1/try', () => {
  it('lets one station try at a time, whoever it is, known or not', async () => {
    for (const person of [lab.learner(), 'ln-zzzzzzzzzzzz', 'of-zzzzzzzzzzzz']) {
      expect((await told(0, begins(person))).json()).toEqual({ tries: 3, waitMs: 0 });
      const other = (await told(1, begins(person))).json<{ tries: number; waitMs: number }>();
      expect(other.tries).toBe(3);
      expect(other.waitMs).toBeGreaterThan(0);
    }
  });

  it('takes nothing of another shape', async () => {
    for (const body of [{}, begins('*'), { ...begins(lab.learner()), known: -1 }]) {
      expect((await told(0, body)).statusCode).toBe(400);
    }
  });
});
