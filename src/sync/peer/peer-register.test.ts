import { BehaviorSubject } from 'rxjs';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { otherTlsStation, tlsStation } from '../../../tests/factories/site-tls.ts';
import type { StationId } from '../../shared/ids.ts';
import { openMemoryStorage } from '../store/memory-storage.ts';
import type { Database } from '../store/storage.ts';
import { PeerRegister } from './peer-register.ts';

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
const fingerprint = 'a'.repeat(64);

let directory: Database;
let register: PeerRegister;

beforeEach(async () => {
  directory = await openMemoryStorage().open('directory-0000000000000001');
  register = new PeerRegister(new BehaviorSubject({ directory }), logger);
  onTestFinished(() => register.close());
});

const station = (id: StationId, more: object = {}) => ({
  _id: `station:${id}`,
  type: 'station',
  v: 1,
  hubSeq: 4,
  station: id,
  name: { km: 'ម៉ាស៊ីន' },
  kind: 'kiosk',
  signingKeys: { '1': Buffer.alloc(32, 3).toString('base64') },
  certificate: fingerprint,
  seat: 1,
  disabled: false,
  ...more,
});

describe('whom a station takes for its peers', () => {
  it('[PER10] follows the directory: who is disabled, or has another certificate, is one no more', async () => {
    await directory.put(station(tlsStation));
    await vi.waitFor(() =>
      expect(register.admits({ station: tlsStation, fingerprint })).toBe(true),
    );
    const other = { station: tlsStation, fingerprint: 'b'.repeat(64) };
    expect(register.admits(other)).toBe(false);
    const held = await directory.get(`station:${tlsStation}`);
    await directory.put({ ...station(tlsStation, { disabled: true }), _rev: held?._rev ?? '' });
    await vi.waitFor(() =>
      expect(register.admits({ station: tlsStation, fingerprint })).toBe(false),
    );
    expect(register.isKnown(tlsStation)).toBe(true);
  });

  it('[SKW2] is told by a newer hub too, which says more of each than this app knows', async () => {
    await directory.put(station(tlsStation, { room: 'upstairs' }));
    await directory.put(station(otherTlsStation, { v: 2 }));
    await vi.waitFor(() => expect(register.isPeer(tlsStation)).toBe(true));
    expect(register.signingKey(`${tlsStation}:1`)).not.toBeNull();
    expect(register.isPeer(otherTlsStation)).toBe(false);
  });
});
