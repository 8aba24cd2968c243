import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packSource, writePackSource } from '../../../tests/factories/pack-source.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { semverSchema } from '../../shared/ids.ts';
import { packCommand } from './pack-command.ts';

let seed = 900;

/** Runs `rean pack …`; what it said, complaints too. */
async function rean(...line: readonly string[]): Promise<string> {
  const said: string[] = [];
  seed += 1;
  const command = packCommand({
    disk: nodeDisk(),
    randomness: seededRandomness(seed),
    appVersion: () => Promise.resolve(semverSchema.parse('0.1.0')),
    language: 'en',
    print: (text) => said.push(text),
    complain: (text) => said.push(text),
    setExitCode: (code) => said.push(`exit ${code}`),
  });
  await command.parseAsync([...line], { from: 'user' });
  return said.join('\n');
}

async function workshop() {
  const root = await temporaryFolder();
  const at = (name: string) => join(root, name);
  for (const name of ['a', 'b', 'c', 'd', 'me']) await rean('keygen', '-o', at(name));
  await rean('build', await writePackSource(packSource()), '-o', at('test.kpack'));
  await rean('sign', at('test.kpack'), '--key', at('me.key'));
  const roots = [at('a.pub'), at('b.pub'), at('c.pub')];
  const made = ['make', '-o', at('1.json'), '--root', ...roots, '--publisher', at('me.pub')];
  await rean('keyring', ...made);
  return { at, adopt: (file: string) => rean('keyring', 'adopt', file, '--store', at('store')) };
}

describe('rean pack keyring', () => {
  it('makes a keyring that counts once two of its roots have signed it [PKG21]', async () => {
    const { at, adopt } = await workshop();
    expect(await rean('keyring', 'sign', at('1.json'), '--key', at('a.key'))).toContain(
      'It lacks 1 signature of its own roots',
    );
    expect(await adopt(at('1.json'))).toMatch(/1 of the root keys that count .*\nexit 77/);
    await rean('keyring', 'sign', at('1.json'), '--key', at('c.key'));
    expect(await adopt(at('1.json'))).toBe('Keyring 1 counts here from now on.');
    expect(await rean('install', at('test.kpack'), '--into', at('store'))).toContain('Installed');
    const shown = JSON.parse(await rean('keyring', 'show', at('1.json'), '--json'));
    expect(shown).toMatchObject({ version: 1, roots: [{ signed: true }, {}, { signed: true }] });
  });

  it('revokes a key, which is told of what is installed, and refused from then on [PKG22]', async () => {
    const { at, adopt } = await workshop();
    for (const key of ['a', 'b'])
      await rean('keyring', 'sign', at('1.json'), '--key', at(`${key}.key`));
    await adopt(at('1.json'));
    await rean('install', at('test.kpack'), '--into', at('store'));
    const { publishers } = JSON.parse(await rean('keyring', 'show', at('1.json'), '--json'));
    const revoke = ['revoke', at('1.json'), '-o', at('2.json'), '--key', publishers[0].keyId];
    await rean('keyring', ...revoke, '--reason', 'Stolen');
    for (const key of ['b', 'c'])
      await rean('keyring', 'sign', at('2.json'), '--key', at(`${key}.key`));
    expect(await adopt(at('2.json'))).toMatch(/org\.rean\.test 1\.0\.0 is signed with .*Stolen/);
    expect(await rean('install', at('test.kpack'), '--into', at('store'))).toContain(
      'which was revoked: Stolen',
    );
    expect(await adopt(at('1.json'))).toContain('number 2 is held here already');
    expect(await rean('check', '--store', at('store'))).toMatch(
      /^exit 65\n.* goes on working, but its key counts no more \(pack\.key-revoked\)/,
    );
  });

  it('says of a key that it is none of its roots, is not there, or would come twice [PKG21]', async () => {
    const { at } = await workshop();
    expect(await rean('keyring', 'sign', at('1.json'), '--key', at('d.key'))).toContain(
      'is no root of this keyring',
    );
    const made = (change: string, ...words: readonly string[]) =>
      rean('keyring', change, at('1.json'), '-o', at('2.json'), ...words);
    const gone = ['--key', '0000000000000000', '--reason', 'Lost'];
    expect(await made('revoke', ...gone)).toContain('has no such key: 0000000000000000');
    expect(await made('add', '--key', at('me.pub'))).toMatch(/would be on the keyring twice/);
  });

  it('puts another root in the place of one, and overwrites no file [PKG21]', async () => {
    const { at } = await workshop();
    const { roots } = JSON.parse(await rean('keyring', 'show', at('1.json'), '--json'));
    const change = ['--out', roots[2].keyId, '--in', at('d.pub')];
    expect(await rean('keyring', 'rotate', at('1.json'), '-o', at('2.json'), ...change)).toContain(
      '(d)',
    );
    expect(await rean('keyring', 'rotate', at('1.json'), '-o', at('2.json'), ...change)).toContain(
      'is there already',
    );
    const added = await rean(
      'keyring',
      'add',
      at('2.json'),
      '-o',
      at('3.json'),
      '--key',
      at('d.pub'),
    );
    expect(added).toMatch(/Keyring 3:[^]*publisher [0-9A-F]{16} \(d\)/);
  });
});
