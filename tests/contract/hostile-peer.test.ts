import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  peerBatchSchema,
  peerPaths,
  peerVectorSchema,
} from '../../src/shared/contracts/peer-api.ts';
import type { HubResponse } from '../../src/sync/transport/transport.ts';
import { copied, holds, until } from '../factories/peer-copies.ts';
import { PeerLab } from '../factories/peer-lab.ts';
import type { PeerStation } from '../factories/peer-lab.ts';

let lab: PeerLab;

beforeEach(async () => {
  lab = await PeerLab.make(3);
});
afterEach(() => lab.stopAll());

describe('a hostile peer', () => {
  let a: PeerStation;
  let b: PeerStation;

  /** Changes the events `b` is answered. */
  function forge(change: (event: Record<string, unknown>) => object): void {
    lab.meddle = (request, answer) => {
      if (request.path !== peerPaths.events) return answer;
      const { events } = peerBatchSchema.parse(JSON.parse(answer.text));
      const forged = events.map(({ segment, event }) => ({ segment, event: change(event) }));
      return { status: 200, text: JSON.stringify({ events: forged }) };
    };
  }
  const instead = (answer: Partial<HubResponse>) => {
    lab.meddle = (request) => {
      return request.path === peerPaths.events
        ? { status: 200, text: '', ...answer }
        : Promise.reject(new Error('never'));
    };
  };

  beforeEach(async () => {
    [a, b] = [await lab.start(0), await lab.start(1)];
  });

  it.each([
    ['changes an event', (event: object) => ({ ...event, lamport: 999_999 })],
    ['hides an attachment in one', (event: object) => ({ ...event, _attachments: {} })],
    ['says another signed it', (event: object) => ({ ...event, signer: 'st-zzzzzzzz:1' })],
    ['adds to one', (event: object) => ({ ...event, extra: 'x'.repeat(200_000) })],
    ['sends what is no event', () => ({ _id: 'x', _rev: `1-${'0'.repeat(32)}` })],
  ] as const)('[PER3] that %s is believed nothing', async (_what, change) => {
    forge(change);
    await a.record(3);
    const before = lab.asked.length;
    await until(() => expect(lab.asked.length).toBeGreaterThan(before + 6));
    expect(copied(b)).toBe(0);
    lab.meddle = (_request, answer) => answer;
    await holds(b, 3);
  });

  it('[PER3] that leaves one out gets no further than the gap', async () => {
    lab.meddle = (request, answer) => {
      if (request.path !== peerPaths.events) return answer;
      const { events } = peerBatchSchema.parse(JSON.parse(answer.text));
      const gapped = events.filter(({ event }) => !event._id.endsWith('3'));
      return { status: 200, text: JSON.stringify({ events: gapped }) };
    };
    await a.record(5);
    await holds(b, 2);
    lab.meddle = (_request, answer) => answer;
    await until(() => expect(copied(b)).toBe(5));
  });

  it.each([
    ['garbage', { text: '{"events":[' }],
    ['another shape', { text: '{"events":{}}' }],
    ['an error', { status: 500, text: 'no' }],
    ['a refusal', { status: 403, text: '{"error":"forbidden","reason":"no"}' }],
    [
      'far too many',
      { text: JSON.stringify({ events: Array.from({ length: 5000 }, () => ({})) }) },
    ],
  ])('[PER3] that answers %s is left alone for a while', async (_what, answer) => {
    instead(answer);
    await a.record(1);
    await until(() => expect(b.told).toContainEqual(['peer.failed', expect.anything()]));
    expect(copied(b)).toBe(0);
  });

  it('[PER3] that answers in another’s name is left alone', async () => {
    const wrong = lab.lab.station(2).station;
    lab.meddle = (request, answer) => {
      if (request.path !== peerPaths.vector) return answer;
      const vector = peerVectorSchema.parse(JSON.parse(answer.text));
      return { status: 200, text: JSON.stringify({ ...vector, station: wrong }) };
    };
    await a.record(1);
    await until(() => expect(b.told).toContainEqual(['peer.failed', expect.anything()]));
    expect(copied(b)).toBe(0);
  });

  it('[PER3] that is disabled is not asked', async () => {
    lab.disabled.add(a.config.station);
    lab.asked.length = 0;
    await a.record(1);
    await until(() => expect(lab.asked.length).toBeGreaterThan(6));
    const toA = lab.asked.filter((asked) => asked.includes(`→ ${a.config.station}`));
    expect(toA.length).toBeLessThanOrEqual(1);
  });
});
