import { describe, expect, it } from 'vitest';
import { testPack, testVersion } from '../../../tests/factories/pack-press.ts';
import type { StationPack } from '../../shared/contracts/pack-api.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import { PackReports } from './pack-reports.ts';

const station = (number: number) => stationIdSchema.parse(`st-0000000${number}`);
const version = testVersion('1.0.0');
const onItsWay: StationPack = {
  pack: testPack,
  title: null,
  active: null,
  versions: [],
  ready: null,
  trouble: null,
  fetching: { version, doneBytes: 1, totalBytes: 2, bytesPerSecond: 1, capped: false, from: null },
};
const mebibyte = 1024 * 1024;

function told() {
  const now = { ms: 0 };
  return { now, reports: new PackReports({ wallMs: () => 0, monotonicMs: () => now.ms }) };
}

describe('[PKG23] what downloads of a lab may take', () => {
  it('is all there is until somebody sits down at any station, and again once all have left', () => {
    const { reports } = told();
    reports.take(station(1), { packs: [onItsWay], inside: false });
    expect(reports.mostBytesPerSecond).toBeNull();
    reports.take(station(2), { packs: [], inside: true });
    expect(reports.mostBytesPerSecond).toBe(mebibyte);
    reports.take(station(2), { packs: [], inside: false });
    expect(reports.mostBytesPerSecond).toBeNull();
  });

  it('is shared by those that fetch just now', () => {
    const { reports, now } = told();
    reports.take(station(1), { packs: [], inside: true });
    for (let number = 2; number <= 9; number += 1) {
      reports.take(station(number), { packs: [onItsWay], inside: false });
    }
    expect(reports.mostBytesPerSecond).toBe(mebibyte / 2);
    now.ms = 20_000;
    reports.take(station(2), { packs: [onItsWay], inside: false });
    expect(reports.mostBytesPerSecond).toBe(mebibyte);
  });

  it('forgets a station that was switched off with somebody at it', () => {
    const { reports, now } = told();
    reports.take(station(1), { packs: [], inside: true });
    now.ms = 151_000;
    expect(reports.mostBytesPerSecond).toBeNull();
  });
});
