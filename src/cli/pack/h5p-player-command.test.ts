import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { playerFiles } from '../../../tests/factories/h5p-package.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { checkPackSource } from '../../content/build/build-pack.ts';
import { semverSchema } from '../../shared/ids.ts';
import { packCommand } from './pack-command.ts';

/** A part of a tarball: a header as POSIX has it, then the content in blocks of 512. */
function part(name: string, content: string, kind = '0'): Buffer {
  const bytes = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name.slice(0, 100), 0, 'latin1');
  header.write(`${bytes.length.toString(8).padStart(11, '0')} `, 124, 'latin1');
  header.write(kind, 156, 'latin1');
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

const tarball = (files: Readonly<Record<string, string>>) =>
  Buffer.concat([
    ...Object.entries(files).flatMap(([path, text]) => {
      const name = `package/${path}`;
      const line = ` path=${name}\n`;
      const long = `${line.length + 3}${line}`;
      return name.length > 100
        ? [part('PaxHeader', long, 'x'), part(name, text)]
        : [part(name, text)];
    }),
    part('package/link', '', '2'),
    Buffer.alloc(1024),
  ]);

async function made(bytes: Uint8Array) {
  const root = await temporaryFolder();
  const into = join(root, 'player');
  const file = join(root, 'h5p-standalone.tgz');
  await writeFile(file, bytes);
  const complaints: string[] = [];
  const command = packCommand({
    disk: nodeDisk(),
    randomness: seededRandomness(1),
    appVersion: () => Promise.resolve(semverSchema.parse('0.1.0')),
    language: 'en',
    print: () => undefined,
    complain: (text) => complaints.push(text),
    setExitCode: () => undefined,
  });
  await command.parseAsync(['h5p-player', file, '--into', into], { from: 'user' });
  return { complaints: complaints.join('\n'), check: () => checkPackSource(nodeDisk(), into) };
}

describe('rean pack h5p-player', () => {
  it('[FRN6] [PCE15] makes the same pack of a release at every site, with files of long names', async () => {
    const long = `dist/fonts/${'a'.repeat(110)}.woff2`;
    const { check, complaints } = await made(gzipSync(tarball({ ...playerFiles, [long]: 'font' })));
    expect(complaints).toBe('');
    const checked = await check();
    if (checked.kind === 'refused') throw new Error(JSON.stringify(checked.problems));
    const { id, version, items, files } = checked.manifest;
    expect({ id, version }).toEqual({ id: 'org.rean.h5p-player', version: '3.8.2' });
    expect(items).toMatchObject([{ kind: 'h5p-player' }]);
    const names = files.map(({ path }) => path.replace(/^pieces\/[^/]+\//, ''));
    expect(names).toEqual(
      expect.arrayContaining([
        'LICENCE.txt',
        'frame.bundle.js',
        `fonts/${'a'.repeat(110)}.woff2`,
        'main.bundle.js',
        'styles/h5p.css',
      ]),
    );
    expect(names).not.toContain('h5p.d.ts');
  });

  it.each([
    [
      'of another version',
      { 'package.json': '{"name":"h5p-standalone","version":"3.7.0"}' },
      /3\.7\.0.*3\.8\.2/,
    ],
    [
      'that is no release of it',
      { 'package.json': '{"name":"left-pad","version":"3.8.2"}' },
      /h5p-standalone\.tgz/,
    ],
  ])('[FRN6] refuses one %s', async (_, over, why) => {
    const { complaints } = await made(gzipSync(tarball({ ...playerFiles, ...over })));
    expect(complaints).toMatch(why);
  });

  it('[FRN6] refuses a file of another kind, and begins no pack of it', async () => {
    const { complaints, check } = await made(Buffer.from('::One:: Is it? {T}\n'));
    expect(complaints).toMatch(/is no release of h5p-standalone@3\.8\.2.*npm pack/);
    expect(await check()).toMatchObject({ kind: 'refused' });
  });

  it('[FRN6] refuses a damaged one', async () => {
    const whole = tarball(playerFiles);
    expect((await made(gzipSync(whole.subarray(0, 560)))).complaints).toContain('damaged');
    expect((await made(gzipSync(whole).subarray(0, 200))).complaints).toContain('damaged');
  });
});
