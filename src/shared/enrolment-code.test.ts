import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { drawEnrolmentCode, readEnrolmentCode, writeEnrolmentCode } from './enrolment-code.ts';

const letters = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789';

const codes = fc.uint8Array({ minLength: 14, maxLength: 14 }).map((bytes) => {
  let at = 0;
  const take = (length: number) => bytes.slice(at, (at += length));
  return { ...drawEnrolmentCode(take), authority: 'q7z' };
});

describe('[ENR1] a one-time code', () => {
  it('is read as it was written, however it is typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const written = writeEnrolmentCode(code);
        expect(written).toMatch(/^([A-HJKMNP-TV-Z0-9]{4}-){3}[A-HJKMNP-TV-Z0-9]{4}$/);
        expect(readEnrolmentCode(written)).toEqual(code);
        expect(readEnrolmentCode(` ${written.toLowerCase().replaceAll('-', ' ')}`)).toEqual(code);
        const khmer = written.replaceAll(/\d/g, (digit) =>
          String.fromCharCode(0x17e0 + Number(digit)),
        );
        expect(readEnrolmentCode(khmer)).toEqual(code);
      }),
    );
  });

  it('takes what is mistaken for another character as that one', () => {
    const code = { name: '0a', secret: '1bcdefghj', authority: 'v01' };
    const written = writeEnrolmentCode(code);
    const typed = written.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('V', 'u');
    expect(readEnrolmentCode(typed)).toEqual(code);
  });

  it('is refused with one character wrong, or two beside each other swapped', () => {
    fc.assert(
      fc.property(codes, fc.nat(15), fc.nat(30), (code, at, other) => {
        const written = writeEnrolmentCode(code).replaceAll('-', '');
        const wrong = letters.replace(written.charAt(at), '').charAt(other);
        const slipped = written.slice(0, at) + wrong + written.slice(at + 1);
        expect(() => readEnrolmentCode(slipped)).toThrow('enrol.mistyped');
        const [a, b] = [written.charAt(at), written.charAt(at + 1)];
        if (a === b || b === '') return;
        const swapped = written.slice(0, at) + b + a + written.slice(at + 2);
        expect(() => readEnrolmentCode(swapped)).toThrow('enrol.mistyped');
      }),
    );
  });

  it.each(['', 'ABCD', 'ABCD-EFGH-JKMN-PQR', 'ខ្មែរខ្មែរខ្មែរ'])('is not %s', (typed) => {
    expect(() => readEnrolmentCode(typed)).toThrow('enrol.mistyped');
  });
});
