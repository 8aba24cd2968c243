import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import {
  formatPublicKeyFile,
  formatSecretKeyFile,
  mintSecretKey,
  parsePublicKeyFile,
  parseSecretKeyFile,
} from './keys.ts';
import { formatSignature, parseSignature, signBytes, verifySignature } from './signature.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const key = mintSecretKey(seededRandomness(1));

// Made by minisign 0.11: -G -W, then -S -l -t '…' over the line below, then -S (pre-hashed) over "hello".
const realPublicKey = `untrusted comment: minisign public key D4AA4AE7C4BFB97F
RWR/ub/E50qq1D0/SdtjZyfS5NSp1cdq62Zx03U/vnZ1exXgY5j/waCl
`;
const realMessage = bytes('{"format":"kpack@1"}\n');
const realSignature = `untrusted comment: signature from minisign secret key
RWR/ub/E50qq1AYZXoc8iFavwXXXiUW9ENnzdqt920mPvqtVPBRd24DeKOKc/BRr86Ec7IDuYNdZ7M0y32HLlhTOLcgBb8VJsQQ=
trusted comment: org.rean.numbers 1.0.0 #1
02fAWs0+aNdUdu6Bc7nibMXCQuUYAKMgk9rSTfyVbUpq29oKtNHYYGQbS48oFubcli5LTZ0/cGyQZrbGK/QjAA==
`;
const prehashedSignature = `untrusted comment: signature from minisign secret key
RUR/ub/E50qq1LRYcCXiXFyn9OY3m604g/1bpckCyVRTtmGSbbu1LDSABffKFR2avsibNr3PseVV7zjR/6U7N8/yBxAtVaDLrgc=
trusted comment: timestamp:1795293543	file:f	hashed
ilGVM0CbiMbdduYvGktN1WfgWiu92vcnZI3nLHCXcV3citnefMJ/re+sCGZh+n9BHXn53w1/GamLqglXSbMfBA==
`;

describe('signatures made by minisign -S -l', () => {
  it('verify with the public key file that minisign wrote [PKG3]', () => {
    const publicKey = parsePublicKeyFile(realPublicKey);
    const signature = parseSignature(realSignature);
    expect(publicKey.keyId).toBe('D4AA4AE7C4BFB97F');
    expect(signature).toMatchObject({
      keyId: publicKey.keyId,
      trustedComment: 'org.rean.numbers 1.0.0 #1',
    });
    expect(() => verifySignature(realMessage, signature, publicKey)).not.toThrow();
  });

  it('verify with line ends of Windows', () => {
    const signature = parseSignature(realSignature.replaceAll('\n', '\r\n'));
    expect(() =>
      verifySignature(realMessage, signature, parsePublicKeyFile(realPublicKey)),
    ).not.toThrow();
  });

  it('are refused where the pre-hashed form was used, which stations cannot check [PKG3]', () => {
    expect(() => parseSignature(prehashedSignature)).toThrow(
      expect.objectContaining({
        code: 'pack.signature-invalid',
        facts: { reason: 'prehashed', keyId: null },
      }),
    );
  });

  it('are refused when one letter of the trusted comment differs', () => {
    const forged = parseSignature(realSignature.replace('1.0.0 #1', '9.0.0 #1'));
    expect(() => verifySignature(realMessage, forged, parsePublicKeyFile(realPublicKey))).toThrow(
      expect.objectContaining({
        facts: { reason: 'trusted-comment', keyId: 'D4AA4AE7C4BFB97F' },
      }),
    );
  });
});

describe('our own signatures', () => {
  it('verify whatever was signed, and the same bytes give the same file', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
        const signature = signBytes(message, 'a comment', key);
        verifySignature(message, parseSignature(formatSignature(signature)), key.publicKey);
        expect(formatSignature(signBytes(message, 'a comment', key))).toBe(
          formatSignature(signature),
        );
      }),
      { seed: 20, numRuns: 50 },
    );
  });

  it('fail for any other message [PKG3]', () => {
    const message = fc.uint8Array({ minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(message, fc.nat(), fc.integer({ min: 0, max: 7 }), (original, at, bit) => {
        const signature = signBytes(original, '', key);
        const changed = Uint8Array.from(original);
        const place = at % changed.length;
        changed[place] = (changed[place] ?? 0) ^ (1 << bit);
        expect(() => verifySignature(changed, signature, key.publicKey)).toThrow(
          expect.objectContaining({ code: 'pack.signature-invalid' }),
        );
      }),
      { seed: 21, numRuns: 50 },
    );
  });

  it('take no comment of two lines, which would be another file', () => {
    expect(() => signBytes(realMessage, 'one\ntwo', key)).toThrow(
      expect.objectContaining({ code: 'shape.invalid' }),
    );
  });

  it.each([
    ['nothing', ''],
    ['one line', realSignature.split('\n').slice(0, 1).join('\n')],
    ['a line too many', `${realSignature}more\n`],
    ['base64 with a stray bit', realSignature.replace('JsQQ=', 'JsQR=')],
    ['a short signature', realSignature.replace('RWR/ub', 'RWR/')],
  ])('are refused as %s', (_, text) => {
    expect(() => parseSignature(text)).toThrow(
      expect.objectContaining({ facts: { reason: 'format', keyId: null } }),
    );
  });
});

describe('key files', () => {
  it('come back as they were written', () => {
    expect(parsePublicKeyFile(formatPublicKeyFile(key.publicKey))).toEqual(key.publicKey);
    expect(parseSecretKeyFile(formatSecretKeyFile(key))).toEqual(key);
  });

  it('have the layout of minisign -G -W: 158 bytes, no key derivation', () => {
    const line = formatSecretKeyFile(key).split('\n')[1] ?? '';
    const raw = Buffer.from(line, 'base64');
    expect(raw).toHaveLength(158);
    expect(raw.subarray(0, 6)).toEqual(Buffer.from('Ed\0\0B2', 'latin1'));
  });

  it('are refused when sealed with a passphrase, saying so', () => {
    const raw = Buffer.from(formatSecretKeyFile(key).split('\n')[1] ?? '', 'base64');
    raw.write('Sc', 2, 'latin1');
    const sealed = `untrusted comment: x\n${raw.toString('base64')}\n`;
    expect(() => parseSecretKeyFile(sealed)).toThrow(
      expect.objectContaining({
        code: 'shape.invalid',
        facts: { what: 'minisign secret key', reason: 'passphrase' },
      }),
    );
  });

  it('are refused when the secret half and the public half differ', () => {
    const raw = Buffer.from(formatSecretKeyFile(key).split('\n')[1] ?? '', 'base64');
    raw.writeUInt8(raw.readUInt8(100) ^ 1, 100);
    const broken = `untrusted comment: x\n${raw.toString('base64')}\n`;
    expect(() => parseSecretKeyFile(broken)).toThrow(
      expect.objectContaining({ code: 'shape.invalid' }),
    );
  });

  it('never let the secret into an error', () => {
    const raw = Buffer.from(formatSecretKeyFile(key).split('\n')[1] ?? '', 'base64');
    const cut = raw.subarray(0, 120).toString('base64');
    expect(() => parseSecretKeyFile(`untrusted comment: x\n${cut}\n`)).toThrow(
      expect.objectContaining({ facts: { what: 'minisign secret key' } }),
    );
  });
});
