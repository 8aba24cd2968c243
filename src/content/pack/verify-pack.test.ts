import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  pressPack,
  publisher,
  testPack,
  testVersion,
} from '../../../tests/factories/pack-press.ts';
import { packSource } from '../../../tests/factories/pack-source.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { isReanError } from '../../shared/errors.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { keyringOf } from '../keyring/keyring.ts';
import { mintSecretKey } from '../minisign/keys.ts';
import { formatSignature, signBytes } from '../minisign/signature.ts';
import { attachSignature } from './sign-pack.ts';
import { verifyPack } from './verify-pack.ts';
import { entriesOf, resigned, write } from '../../../tests/factories/forged-packs.ts';

const keyring = keyringOf([{ name: 'Publisher', publicKey: publisher.publicKey }]);
const reading = { keyring, app: testVersion('0.1.0') };
const stranger = mintSecretKey(seededRandomness(77));
const encoder = new TextEncoder();

describe('a pack', () => {
  it('is whole when a trusted key signed it and every hash agrees [PKG6]', async () => {
    const { manifest, signedBy } = await verifyPack(await pressPack(), reading);
    expect(manifest).toMatchObject({ id: testPack, version: testVersion('1.0.0') });
    expect(signedBy.name).toBe('Publisher');
  });

  it('is refused when nobody signed it, or a stranger did [PKG3]', async () => {
    const file = await pressPack(packSource(), stranger);
    await expect(verifyPack(file, reading)).rejects.toMatchObject({
      code: 'pack.untrusted-key',
      facts: { keyId: stranger.publicKey.keyId },
    });
    const entries = await entriesOf(file);
    entries.delete('pack.json.minisig');
    await expect(verifyPack(await write(entries), reading)).rejects.toMatchObject({
      code: 'pack.signature-invalid',
      facts: { reason: 'unsigned' },
    });
  });

  it('is refused when a stranger signs with the id of a trusted key [PKG3]', async () => {
    const impostor = {
      ...stranger,
      publicKey: { ...stranger.publicKey, keyId: publisher.publicKey.keyId },
    };
    await expect(
      verifyPack(await pressPack(packSource(), impostor), reading),
    ).rejects.toMatchObject({
      code: 'pack.signature-invalid',
      facts: { reason: 'content' },
    });
  });

  it('is refused when a blob is missing, of another size, changed, or one too many [PKG6]', async () => {
    const entries = await entriesOf(await pressPack());
    const [name = ''] = [...entries.keys()].filter((key) => key.startsWith('blobs/'));
    const bytes = entries.get(name) ?? new Uint8Array();
    const changed = Uint8Array.from(bytes, (byte, index) => (index === 3 ? byte ^ 1 : byte));
    const without = new Map([...entries].filter(([key]) => key !== name));
    const cases = [
      [without, 'pack.file-missing'],
      [new Map(entries).set(name, bytes.subarray(1)), 'pack.checksum-mismatch'],
      [new Map(entries).set(name, changed), 'pack.checksum-mismatch'],
      [new Map(entries).set(`blobs/${'0'.repeat(64)}`, bytes), 'pack.archive-invalid'],
      [new Map(entries).set('index.html', bytes), 'pack.archive-invalid'],
    ] as const;
    for (const [forged, code] of cases) {
      await expect(verifyPack(await write(forged), reading)).rejects.toMatchObject({ code });
    }
  });

  it('is refused for unknown members, though its publisher signed them [PKG2]', async () => {
    const file = await resigned((text) => text.replace('{', '{ "extra": true,'));
    await expect(verifyPack(file, reading)).rejects.toMatchObject({
      code: 'pack.manifest-invalid',
    });
  });

  it('is refused as too new for what this app does not know, where it asks for a newer one [PKG2]', async () => {
    const newer = (text: string) => text.replace('"minimumApp": "0.1.0"', '"minimumApp": "0.10.0"');
    const changes = [
      (text: string) => text.replace('{', '{ "extra": true,'),
      (text: string) => text.replace('"position": 1', '"position": 1, "duration": 60'),
      (text: string) => text.replace('"kpack@1"', '"kpack@2"'),
      (text: string) =>
        text.replaceAll('ka.svg', 'ka.glb').replace('image/svg+xml', 'model/gltf-binary'),
    ];
    for (const change of changes) {
      const file = await resigned((text) => change(newer(text)));
      await expect(verifyPack(file, reading)).rejects.toMatchObject({
        code: 'pack.app-too-old',
        facts: { pack: testPack, needed: '0.10.0', app: '0.1.0' },
      });
    }
    expect((await verifyPack(await resigned(newer), reading)).manifest.minimumApp).toBe('0.10.0');
  });

  it('is refused as too new for items of a kind this app does not know [PKG2]', async () => {
    const file = await resigned((text) => text.replace('"kind": "lesson"', '"kind": "hologram"'));
    await expect(verifyPack(file, reading)).rejects.toMatchObject({
      code: 'pack.app-too-old',
      facts: { kind: 'hologram', needed: '0.1.0' },
    });
  });

  it('is refused for code outside of a folder for it, though its publisher signed it [PKG8]', async () => {
    const file = await resigned((text) =>
      text
        .replaceAll('"path": "audio/look.ogg"', '"path": "audio/look.js"')
        .replace('"mime": "audio/ogg"', '"mime": "text/javascript"'),
    );
    await expect(verifyPack(file, reading)).rejects.toMatchObject({
      code: 'pack.manifest-invalid',
      facts: { at: 'files[0].mime' },
    });
  });

  it.each([
    ['../evil.svg', 'path'],
    ['/etc/passwd', 'path'],
    ['pictures/../../evil.svg', 'path'],
    ['Pictures/ka.svg', 'path'],
  ])('is refused when its manifest names a file %s [PKG2]', async (path) => {
    const file = await resigned((text) =>
      text.replaceAll('"path": "pictures/ka.svg"', `"path": "${path}"`),
    );
    await expect(verifyPack(file, reading)).rejects.toMatchObject({
      code: 'pack.manifest-invalid',
      facts: { at: 'files[3].path' },
    });
  });

  it.each([
    [
      'a type that runs code',
      (text: string) => text.replace('"image/svg+xml"', '"text/html"'),
      'files[2].mime',
    ],
    [
      'a picture it has not',
      (text: string) => text.replace('"src": "pictures/ka.svg"', '"src": "pictures/none.svg"'),
      'items[0].picture.src',
    ],
    [
      'a lesson it has not',
      (text: string) =>
        text.replace('"entry": "lessons/first/lesson.json"', '"entry": "lessons/none/lesson.json"'),
      'items[0].entry',
    ],
    [
      'one path twice',
      (text: string) => text.replace('"path": "pictures/ka.svg"', '"path": "pictures/course.svg"'),
      'files[3].path',
    ],
    [
      'a course it has not',
      (text: string) =>
        text.replace('"course": "org.rean.test.letters"', '"course": "org.rean.none"'),
      'items[0].course',
    ],
  ])('is refused when its manifest names %s [PKG2]', async (_, change, at) => {
    await expect(verifyPack(await resigned(change), reading)).rejects.toMatchObject({
      code: 'pack.manifest-invalid',
      facts: { at },
    });
  });

  it('is either the one that was signed or refused by name, whatever byte is changed [PKG6]', async () => {
    const file = await pressPack();
    const sound = await readFile(file);
    const original = (await verifyPack(file, reading)).manifest;
    const mutant = join(await temporaryFolder(), 'mutant.kpack');
    const place = fc.nat(sound.length - 1);
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Uint8Array.from(sound);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        await writeFile(mutant, bytes);
        const outcome = await verifyPack(mutant, reading).catch((error: unknown) => error);
        const known = isReanError(outcome) || same(outcome, original);
        expect(known).toBe(true);
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

const same = (outcome: unknown, manifest: unknown) =>
  JSON.stringify(Object(outcome).manifest) === JSON.stringify(manifest);

describe('a signature made elsewhere', () => {
  const tools = { disk: nodeDisk(), randomness: seededRandomness(5) };

  it('is put into a pack once it verifies, and only then [PKG3]', async () => {
    const file = await pressPack(packSource(), stranger);
    const manifest = (await entriesOf(file)).get('pack.json') ?? new Uint8Array();
    const key = publisher.publicKey;
    const wrong = formatSignature(signBytes(encoder.encode('other'), '', publisher));
    await expect(attachSignature(tools, file, { signatureText: wrong, key })).rejects.toMatchObject(
      { code: 'pack.signature-invalid' },
    );
    await expect(verifyPack(file, reading)).rejects.toMatchObject({ code: 'pack.untrusted-key' });
    const right = formatSignature(signBytes(manifest, 'from another PC', publisher));
    await attachSignature(tools, file, { signatureText: right, key });
    expect((await verifyPack(file, reading)).manifest.id).toBe(testPack);
  });
});
