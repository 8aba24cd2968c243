import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { drawRecoveryCode, openFromSheet, sealForSheet } from './recovery-code.ts';

const random = seededRandomness(5);
const secret = random.bytes(32);

describe('[REC6] a recovery code', () => {
  const { code, publicKey } = drawRecoveryCode(random);
  const sealed = sealForSheet(secret, publicKey, random);

  it('opens what was sealed for its sheet, however it is typed', () => {
    expect(code).toMatch(/^([A-HJKMNP-TV-Z0-9]{4}-){6}[A-HJKMNP-TV-Z0-9]{4}$/);
    expect(openFromSheet(sealed, code)).toEqual(Buffer.from(secret));
    expect(openFromSheet(sealed, code.toLowerCase().replaceAll('-', ' '))).not.toBeNull();
  });

  it('opens nothing of another sheet, and no other words do', () => {
    expect(openFromSheet(sealed, drawRecoveryCode(random).code)).toBeNull();
    expect(openFromSheet(sealed, 'rice moon drum lotus')).toBeNull();
  });
});
