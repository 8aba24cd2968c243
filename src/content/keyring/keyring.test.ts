import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { mintSecretKey, parsePublicKeyFile } from '../minisign/keys.ts';
import { ensurePublisherKey, keyFiles } from './publisher-key.ts';
import { readTrustedKeys, withTrustedKey, writeTrustedKeys } from './trusted-keys.ts';

const tools = (seed: number) => ({ disk: nodeDisk(), randomness: seededRandomness(seed) });

describe("a site's publisher key", () => {
  it('is minted the first time, and the same from then on [PKG4]', async () => {
    const folder = join(await temporaryFolder(), 'keys');
    const first = await ensurePublisherKey(tools(1), folder);
    expect(await ensurePublisherKey(tools(2), folder)).toEqual(first);
  });

  it('is another one for every site [PKG4]', async () => {
    const first = await ensurePublisherKey(tools(1), await temporaryFolder());
    const second = await ensurePublisherKey(tools(2), await temporaryFolder());
    expect(second.publicKey.keyId).not.toBe(first.publicKey.keyId);
  });

  it('is kept so that only its owner reads the secret half [PKG4]', async () => {
    const folder = await temporaryFolder();
    const key = await ensurePublisherKey(tools(1), folder);
    const files = keyFiles(folder, 'publisher');
    expect((await stat(files.secret)).mode & 0o777).toBe(0o600);
    expect(parsePublicKeyFile(await readFile(files.public, 'utf8'))).toEqual(key.publicKey);
  });

  it('is not replaced when its file is damaged: no store would trust the new one [PKG4]', async () => {
    const folder = await temporaryFolder();
    await ensurePublisherKey(tools(1), folder);
    const { secret } = keyFiles(folder, 'publisher');
    await writeFile(secret, 'damaged');
    await expect(ensurePublisherKey(tools(2), folder)).rejects.toMatchObject({
      code: 'shape.invalid',
    });
    expect(await readFile(secret, 'utf8')).toBe('damaged');
  });
});

describe('the trusted keys', () => {
  const key = (seed: number, name: string) => ({
    name,
    publicKey: mintSecretKey(seededRandomness(seed)).publicKey,
  });

  it('come back as they were written; no file is no key', async () => {
    const staging = await temporaryFolder();
    const path = join(staging, 'trusted-keys.json');
    expect(await readTrustedKeys(nodeDisk(), path)).toEqual([]);
    const keys = [key(1, 'One'), key(2, 'Two')];
    await writeTrustedKeys(tools(3), { path, staging }, keys);
    expect(await readTrustedKeys(nodeDisk(), path)).toEqual(keys);
  });

  it('hold each key once, under its last name', () => {
    const renamed = withTrustedKey([key(1, 'One'), key(2, 'Two')], key(1, 'Uno'));
    expect(renamed.map(({ name }) => name)).toEqual(['Two', 'Uno']);
  });

  it.each(['', '[]', '{"format":"rean-trusted-keys@1","keys":[{"name":"x","publicKey":"RW"}]}'])(
    'are no keys at all when the file reads %j',
    async (text) => {
      const path = join(await temporaryFolder(), 'trusted-keys.json');
      await writeFile(path, text);
      await expect(readTrustedKeys(nodeDisk(), path)).rejects.toMatchObject({
        code: 'config.invalid',
        facts: { path },
      });
    },
  );
});
