import { describe, expect, it } from 'vitest';
import { ManualTimers } from '../../../tests/factories/manual-timers.ts';
import { liveReport } from '../../../tests/factories/live-reports.ts';
import { liveLostMs } from '../../shared/contracts/live-seat.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import { LiveSeats } from './live-seats.ts';

const [station, other] = ['st-aaaaaaaa', 'st-bbbbbbbb'].map((id) => stationIdSchema.parse(id));
if (station === undefined || other === undefined) throw new Error('no station');

function seats() {
  const now = { monotonicMs: 1000, wallMs: 1_800_000_000_000 };
  const timers = new ManualTimers();
  const clock = { wallMs: () => now.wallMs, monotonicMs: () => now.monotonicMs };
  return { now, timers, live: new LiveSeats({ clock, timers }) };
}

describe('what seats say, at the hub', () => {
  it('[LIV2] tells what moved since, and nothing twice', () => {
    const { live } = seats();
    live.take(station, liveReport({ number: 1 }));
    live.take(other, liveReport({ number: 1, waiting: 4 }));
    expect(live.since(0).map((seat) => seat.station)).toEqual([station, other]);
    const seen = live.number;
    live.take(other, liveReport({ number: 2, waiting: 3 }));
    expect(live.since(seen)).toMatchObject([{ station: other, report: { waiting: 3 } }]);
    expect(live.since(live.number)).toEqual([]);
  });

  it('[LIV3] lets a word that comes twice or late change nothing', () => {
    const { live } = seats();
    live.take(station, liveReport({ number: 7, waiting: 7 }));
    const { number } = live;
    live.take(station, liveReport({ number: 7, waiting: 9 }));
    live.take(station, liveReport({ number: 6, waiting: 6 }));
    expect(live.number).toBe(number);
    expect(live.since(0)).toMatchObject([{ report: { waiting: 7 } }]);
  });

  it('[LIV3] goes on with a station that was started anew, and hears nothing more of its run before', () => {
    const { live } = seats();
    live.take(station, liveReport({ run: 'a', number: 90, waiting: 1 }));
    live.take(station, liveReport({ run: 'b', number: 1, waiting: 2 }));
    live.take(station, liveReport({ run: 'a', number: 91, waiting: 3 }));
    expect(live.since(0)).toMatchObject([{ report: { waiting: 2 } }]);
  });

  it('[PWR2] remembers of a seat that said it goes how it went, until it is back', () => {
    const { live, timers } = seats();
    const going = (gone: boolean, number: number) => {
      const leaving = { to: 'power-off', gone } as const;
      live.take(
        station,
        liveReport({ number, orders: { number: 1, lock: null, leaving, outcomes: [] } }),
      );
      return live.since(0)[0]?.left;
    };
    expect(going(false, 1)).toBeNull();
    expect(going(true, 2)).toBe('power-off');
    timers.elapse(liveLostMs);
    expect(live.since(0)).toMatchObject([{ report: null, left: 'power-off' }]);
    live.take(station, liveReport({ run: 'b', number: 1 }));
    expect(live.since(0)).toMatchObject([{ left: null }]);
    live.close();
  });

  it('[LIV3] says of a station that says nothing any more that it does not, and of one that is back what it says', () => {
    const { live, timers } = seats();
    live.take(station, liveReport({ number: 1 }));
    const seen = live.number;
    timers.elapse(liveLostMs);
    expect(live.since(seen)).toMatchObject([{ station, report: null }]);
    live.take(station, liveReport({ number: 2 }));
    expect(live.since(live.number - 1)).toMatchObject([{ report: { number: 2 } }]);
    expect(timers.pending).toEqual([liveLostMs]);
    live.close();
    expect(timers.pending).toEqual([]);
  });

  it('[LIV2] wakes nobody for a beat in which nothing moved but time', () => {
    const { live, now } = seats();
    const wallMs = now.wallMs - 5;
    live.take(station, liveReport({ number: 1, receiptAgeMs: 1000, wallMs }));
    const { number } = live;
    now.monotonicMs += 5000;
    now.wallMs += 5000;
    live.take(station, liveReport({ number: 2, receiptAgeMs: 6000, wallMs: wallMs + 5000 }));
    expect(live.number).toBe(number);
    live.take(station, liveReport({ number: 3, receiptAgeMs: 10, wallMs: wallMs + 5000 }));
    expect(live.number).toBe(number + 1);
  });

  it('[LIV7] tells by how much a station’s clock is off, and orders by none', () => {
    const { live, now } = seats();
    const years = 20 * 365 * 86_400_000;
    live.take(station, liveReport({ number: 1, wallMs: now.wallMs - years }));
    live.take(station, liveReport({ number: 2, waiting: 5, wallMs: now.wallMs + years }));
    expect(live.since(0)).toMatchObject([{ offsetMs: years, ageMs: 0, report: { waiting: 5 } }]);
  });

  it('[LIV3] takes so many words a second of one station, and of another as many', () => {
    const { live, now } = seats();
    const taken = () => Array.from({ length: 30 }, () => live.admits(station)).filter(Boolean);
    expect(taken()).toHaveLength(10);
    expect(live.admits(other)).toBe(true);
    now.monotonicMs += 1001;
    expect(taken()).toHaveLength(10);
  });
});
