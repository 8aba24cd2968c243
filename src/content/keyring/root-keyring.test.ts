import { describe, expect, it } from 'vitest';
import { publisherKey, rootOf, rootsAt, signedKeyring } from '../../../tests/factories/keyrings.ts';
import {
  pressPack,
  publisher,
  storeOptions,
  testPack,
  testVersion,
} from '../../../tests/factories/pack-press.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { openPackStore } from '../store/pack-store.ts';
import {
  admitKeyring,
  draftKeyring,
  formatKeyring,
  parseKeyring,
  signKeyring,
  signersOf,
} from './root-keyring.ts';

const first = signedKeyring();

describe('[PKG21] a keyring', () => {
  it('comes back from its file as it was signed', () => {
    const read = parseKeyring(formatKeyring(first));
    expect(read).toEqual(first);
    expect(signersOf(read, read.roots).map(({ name }) => name)).toEqual(['Root 0', 'Root 1']);
  });

  it('counts with two of its three roots, the first one', () => {
    expect(admitKeyring(null, first)).toBe(true);
    expect(admitKeyring(null, signedKeyring({}, [1, 2]))).toBe(true);
    for (const signers of [[], [0], [0, 3], [3, 4]]) {
      expect(() => admitKeyring(null, signedKeyring({}, signers))).toThrow('keyring.not-signed');
    }
  });

  it('counts one signature of one key, however often it stands there', () => {
    const once = signedKeyring({}, [0]);
    const twice = { ...once, signatures: [...once.signatures, ...once.signatures] };
    expect(() => admitKeyring(null, twice)).toThrow('keyring.not-signed');
  });

  it('takes no more signatures than can be read again', () => {
    const full = signedKeyring({}, [0, 1, 2, 3, 4, 5]);
    expect(parseKeyring(formatKeyring(full)).signatures).toHaveLength(6);
    const again = signKeyring(full, rootOf(5));
    expect(parseKeyring(formatKeyring(again)).signatures).toHaveLength(6);
    expect(() => signKeyring(full, rootOf(6))).toThrow('keyring.invalid (problem: signatures');
  });

  it('counts no signature over anything else', () => {
    const other = signedKeyring({ publishers: [] });
    expect(() => admitKeyring(null, { ...other, signatures: first.signatures })).toThrow(
      'keyring.not-signed',
    );
  });

  it('follows the one held only with a higher number, signed by two of the roots held', () => {
    const next = (signers: readonly number[]) => signedKeyring({ version: 2 }, signers);
    expect(admitKeyring(first, next([0, 2]))).toBe(true);
    expect(() => admitKeyring(first, next([0]))).toThrow('keyring.not-signed');
    expect(() => admitKeyring(next([0, 1]), first)).toThrow('keyring.older');
    const twin = signedKeyring({ publishers: [] });
    expect(() => admitKeyring(first, twin)).toThrow('keyring.older');
    expect(admitKeyring(first, signedKeyring({}, [1, 2]))).toBe(false);
  });

  it('changes a root by two of the old and two of the new', () => {
    const one = { version: 2, roots: rootsAt(0, 1, 3) };
    expect(admitKeyring(first, signedKeyring(one, [0, 1]))).toBe(true);
    const two = { version: 2, roots: rootsAt(0, 3, 4) };
    expect(() => admitKeyring(first, signedKeyring(two, [0, 1]))).toThrow('keyring.not-signed');
    expect(() => admitKeyring(first, signedKeyring(two, [3, 4]))).toThrow('keyring.not-signed');
    expect(admitKeyring(first, signedKeyring(two, [0, 1, 3]))).toBe(true);
  });

  it.each([
    ['', 'not a keyring file'],
    ['{}', 'not a keyring file'],
    ['{"signed":"{}","signatures":[]}', 'of another shape'],
  ])('is none where its file reads %j', (text, problem) => {
    expect(() => parseKeyring(Buffer.from(text))).toThrow(
      expect.objectContaining({ code: 'keyring.invalid', facts: { problem } }),
    );
  });

  it('holds three roots, each key once', () => {
    const { publishers } = first;
    const version = 1;
    expect(() => draftKeyring({ version, roots: rootsAt(0, 1), publishers })).toThrow('keyring');
    expect(() => draftKeyring({ version, roots: rootsAt(0, 1, 1), publishers })).toThrow('keyring');
  });
});

describe('[PKG22] a store with a keyring', () => {
  const storeWith = async (...keyrings: readonly ReturnType<typeof signedKeyring>[]) => {
    const folder = await temporaryFolder();
    const store = await openPackStore(storeOptions(folder));
    for (const keyring of keyrings) await store.takeKeyring(formatKeyring(keyring));
    return store;
  };
  const revoked = (reason: string) =>
    signedKeyring({ version: 2, publishers: [publisherKey(reason)] });

  it('takes packs of its publishers, over restarts too', async () => {
    const folder = await temporaryFolder();
    const store = await openPackStore(storeOptions(folder));
    await expect(store.install(await pressPack())).rejects.toMatchObject({
      code: 'pack.untrusted-key',
    });
    expect(await store.takeKeyring(formatKeyring(first))).toBe(true);
    expect(await store.takeKeyring(formatKeyring(first))).toBe(false);
    const again = await openPackStore(storeOptions(folder, { pid: 2 }));
    expect(await again.install(await pressPack())).toMatchObject({ outcome: 'installed' });
  });

  it('refuses packs of a key that was revoked, with the reason, though a technician trusts it', async () => {
    const store = await storeWith(first, revoked('its PC was stolen'));
    await store.trust({ name: 'Publisher', publicKey: publisher.publicKey });
    await expect(store.install(await pressPack())).rejects.toMatchObject({
      code: 'pack.key-revoked',
      facts: { keyId: publisher.publicKey.keyId, reason: 'its PC was stolen' },
    });
  });

  it('tells of what it holds of such a key, and leaves it in use', async () => {
    const store = await storeWith(first);
    await store.install(await pressPack());
    expect(await store.revoked()).toEqual([]);
    await store.takeKeyring(formatKeyring(revoked('lost')));
    const { keyId } = publisher.publicKey;
    const version = testVersion('1.0.0');
    expect(await store.revoked()).toEqual([{ pack: testPack, version, keyId, reason: 'lost' }]);
    expect(await store.active(testPack)).toBe(version);
    expect(await store.verifyInstalled(testPack, version)).toEqual([
      { code: 'pack.key-revoked', path: 'pack.json' },
    ]);
  });
});
