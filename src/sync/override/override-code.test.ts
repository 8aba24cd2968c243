import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { fitsTogether } from '../../domain/check-digit.ts';
import { matchCode } from '../../domain/override/match-code.ts';
import { overrideWaitMs } from '../../domain/override/override-tries.ts';
import { codesOnSheet, overrideCodeSchema } from '../../shared/contracts/override.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import { rawPublicKey } from '../envelope/signing.ts';
import {
  codesOf,
  drawOverrideSecret,
  overrideCode,
  unwrapOverride,
  wrapOverride,
} from './override-code.ts';

const secret = drawOverrideSecret(seededRandomness(3));
const codes = codesOf(secret);

describe('[OVR3] codes of a sheet', () => {
  it('are HOTP as RFC 4226 truncates it, over HMAC-SHA-256, with a check digit behind', () => {
    const bare = Buffer.from('12345678901234567890123456789012');
    const mac = createHmac('sha256', bare).update(Buffer.from('0000000000000001', 'hex')).digest();
    const offset = (mac[31] ?? 0) % 16;
    const [a = 0, b = 0, c = 0, d = 0] = mac.subarray(offset, offset + 4);
    const expected = (((a & 127) * 256 + b) * 256 + c) * 256 + d;
    expect(overrideCode(bare, 1).slice(0, 8)).toBe(String(expected % 100_000_000).padStart(8, '0'));
    // Of the 6-digit values that RFC 6238 gives for this secret in its SHA-256 column: T = 1, eight digits.
    expect(overrideCode(bare, 1).slice(0, 8)).toBe('46119246');
  });

  it('are twenty, all different, of nine digits that fit together', () => {
    expect(new Set(codes).size).toBe(codesOnSheet);
    for (const code of codes) {
      expect(overrideCodeSchema.parse(code)).toBe(code);
      expect(fitsTogether(code)).toBe(true);
    }
  });

  it('tell one misread digit, and two exchanged, without a try', () => {
    const [code = ''] = codes;
    for (let at = 0; at < code.length; at += 1) {
      const other = String((Number(code[at]) + 1) % 10);
      expect(fitsTogether(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
    }
  });

  it('are found from the first that was not used, skipped ones passed over, and none before', () => {
    const codeAt = (number: number) => overrideCode(secret, number);
    expect(matchCode(codes[0] ?? '', 1, codeAt)).toBe(1);
    expect(matchCode(codes[16] ?? '', 1, codeAt)).toBe(17);
    expect(matchCode(codes[16] ?? '', 17, codeAt)).toBe(17);
    expect(matchCode(codes[16] ?? '', 18, codeAt)).toBeNull();
    expect(matchCode(codes[0] ?? '', codesOnSheet + 1, codeAt)).toBeNull();
    expect(matchCode('000000000', 1, codeAt)).toBeNull();
  });
});

describe('[OVR2] the secret of a sheet', () => {
  const station = stationIdSchema.parse('st-aaaaaaaa');
  const own = generateKeyPairSync('x25519').privateKey;
  const other = generateKeyPairSync('x25519').privateKey;
  const wrapped = wrapOverride(
    { station, sheet: 4, secret },
    rawPublicKey(own),
    seededRandomness(9),
  );

  it('opens with a key of its station, the one of now or an earlier one, and with no other', () => {
    expect(unwrapOverride(wrapped, 4, [own])).toEqual(secret);
    expect(unwrapOverride(wrapped, 4, [other, own])).toEqual(secret);
    expect(() => unwrapOverride(wrapped, 4, [other])).toThrow('seal.broken');
  });

  it('is no other sheet’s, and no other station’s', () => {
    expect(() => unwrapOverride(wrapped, 5, [own])).toThrow('seal.broken');
    const moved = { ...wrapped, station: stationIdSchema.parse('st-bbbbbbbb') };
    expect(() => unwrapOverride(moved, 4, [own])).toThrow('seal.broken');
  });
});

describe('[OVR4] waits after wrong codes', () => {
  it('grow from nothing to an hour, and stay there', () => {
    const waits = Array.from({ length: 12 }, (_, wrong) => overrideWaitMs(wrong));
    expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
    expect(waits.slice(2)).toEqual(waits.slice(2).toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBe(3_600_000);
    expect(overrideWaitMs(1_000_000)).toBe(3_600_000);
  });
});
