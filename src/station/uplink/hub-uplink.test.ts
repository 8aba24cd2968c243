import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../shared/errors.ts';
import { generationSchema } from '../../shared/ids.ts';
import { troubleOf } from './hub-uplink.ts';

const known = generationSchema.parse('0123456789abcdef');
const backingOff = (cause: ErrorCode, attempt: number) =>
  ({ phase: 'backing-off', attempt, untilMonotonicMs: 0, cause }) as const;
const blocked = (cause: ErrorCode) => ({ phase: 'blocked', untilMonotonicMs: 0, cause }) as const;

describe('troubleOf', () => {
  it.each([
    ['hub.refused', 'hub-refused'],
    ['hub.certificate-mismatch', 'hub-certificate-mismatch'],
  ] as const)('[VIE5] tells %s', (cause, code) => {
    expect(troubleOf({ state: blocked(cause), generation: known })).toBe(code);
  });

  it('[VIE5] says nothing of a hub that is only away', () => {
    expect(troubleOf({ state: backingOff('hub.unreachable', 99), generation: known })).toBeNull();
    expect(troubleOf({ state: { phase: 'idle' }, generation: null })).toBeNull();
  });

  it('[VIE5] doubts the address where no hub ever answered, after a few tries', () => {
    expect(troubleOf({ state: backingOff('hub.unreachable', 3), generation: null })).toBeNull();
    expect(troubleOf({ state: backingOff('hub.unreachable', 4), generation: null })).toBe(
      'hub-address-wrong',
    );
  });

  it('[VIE5] doubts the address where something else answers', () => {
    expect(troubleOf({ state: backingOff('hub.protocol', 1), generation: known })).toBe(
      'hub-address-wrong',
    );
  });

  it('[VIE5] tells a full disk that stops a pull', () => {
    expect(troubleOf({ state: backingOff('store.full', 1), generation: known })).toBe('store-full');
  });
});
