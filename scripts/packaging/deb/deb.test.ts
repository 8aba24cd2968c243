import { execFileSync } from 'node:child_process';
import {
  access,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileHash } from '../file-hash.ts';
import { debVersion } from './deb-version.ts';
import { changelogDate } from './doc-files.ts';
import { hubFacts, stationFacts } from './package-facts.ts';
import { sourceDate } from './source-date.ts';
import { writeDeb } from './write-deb.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const date = 1_800_000_000;
const kinds = [
  { kind: 'hub', facts: hubFacts('1.2.0-1') },
  { kind: 'station', facts: stationFacts('1.2.0-1') },
] as const;
type Kind = (typeof kinds)[number];

/** The package as it will be, but for the program in it: a small one that anybody may write to. */
async function packed({ kind, facts }: Kind, folder: string): Promise<string> {
  const tree = await mkdtemp(join(folder, 'tree-'));
  const parts = join(root, 'build', 'packages', kind);
  await cp(join(parts, 'files'), tree, { recursive: true });
  const home = join(tree, 'usr', 'lib', facts.name);
  await mkdir(join(home, 'node_modules', 'some'), { recursive: true });
  await writeFile(join(home, 'program'), '\u007fELF', { mode: 0o4777 });
  await writeFile(join(home, 'library.so.1'), '\u007fELF', { mode: 0o777 });
  await writeFile(join(home, 'node_modules', 'some', 'index.js'), '', { mode: 0o777 });
  const scripts = join(parts, 'control');
  const output = await mkdtemp(join(folder, 'output-'));
  return writeDeb({ facts, tree, scripts, foreign: ['usr/*'], output, sourceDate: date });
}

const told = (program: string, ...words: readonly string[]) =>
  execFileSync(program, words, { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } });

async function isOnPath(program: string): Promise<boolean> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = await Promise.allSettled(folders.map((folder) => access(join(folder, program))));
  return found.some(({ status }) => status === 'fulfilled');
}

describe.each(kinds)('the package of a $kind', (which) => {
  const name = which.facts.name;
  let folder: string;
  let deb: string;
  let lines: readonly string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rean-test-'));
    deb = await packed(which, folder);
    lines = told('dpkg-deb', '--contents', deb).trim().split('\n');
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('[DEB1] holds files that are root’s, of one time, and nobody else’s to write', () => {
    expect(
      lines.filter((line) => !/^[-dl]\S+ root\/root +\d+ 2027-01-15 08:00 /.test(line)),
    ).toEqual([]);
    expect(lines.filter((line) => /^.{5}w|^.{8}w/.test(line) && !line.startsWith('l'))).toEqual([]);
  });

  it('[DEB2] has nothing that is set-uid, and to be started only what is a program', () => {
    expect(lines.filter((line) => /^\S*s/.test(line.slice(0, 10)))).toEqual([]);
    const started = lines
      .filter((line) => line.startsWith('-rwx'))
      .map((line) => line.split(' ./')[1]);
    expect(started).toContain(`usr/lib/${name}/program`);
    expect(started.filter((path) => /node_modules|\.so/.test(path ?? ''))).toEqual([]);
  });

  it('[DEB4] is the same bytes when it is made once more', async () => {
    expect(await fileHash('sha256', await packed(which, folder))).toBe(
      await fileHash('sha256', deb),
    );
  });

  it('says what it is, and which of its files are settings', () => {
    expect(told('dpkg-deb', '--field', deb, 'Package', 'Version')).toBe(
      `Package: ${name}\nVersion: 1.2.0-1\n`,
    );
    expect(told('dpkg-deb', '--info', deb, 'conffiles')).toMatch(
      new RegExp(`^/etc/default/${name}$`, 'm'),
    );
    expect(told('dpkg-deb', '--info', deb, 'md5sums')).toContain(`  usr/lib/${name}/program\n`);
  });

  it('has scripts that a shell, and shellcheck where it is there, understands', async () => {
    const control = join(root, 'build', 'packages', which.kind, 'control');
    const scripts = (await readdir(control)).map((script) => join(control, script));
    expect(scripts).toHaveLength(3);
    for (const script of scripts) told('sh', '-n', script);
    if (await isOnPath('shellcheck')) told('shellcheck', ...scripts);
  });

  it('[DEB3] takes no data away, in none of its scripts', async () => {
    for (const script of ['postinst', 'prerm', 'postrm']) {
      const path = join(root, 'build', 'packages', which.kind, 'control', script);
      expect(await readFile(path, 'utf8')).not.toMatch(/\b(?:rm|userdel|deluser|unlink|find)\b/);
      expect((await lstat(path)).mode & 0o111).not.toBe(0);
    }
  });
});

describe('a release’s name', () => {
  it('[DEB7] of what is none sorts before the release, and a revision after the one before', () => {
    const name = (app: string, official: boolean, revision = 1) =>
      debVersion({ app, official, revision });
    const inOrder = [
      name('1.2.0-beta.1', true),
      name('1.2.0', false),
      name('1.2.0', true),
      name('1.2.0', true, 2),
      name('1.2.0', true, 10),
      name('1.2.1', false),
    ];
    for (const [index, older] of inOrder.slice(0, -1).entries()) {
      told('dpkg', '--compare-versions', older, 'lt', inOrder[index + 1] ?? '');
    }
    expect(name('1.2.0', false)).toBe('1.2.0~test-1');
  });
});

describe('[DEB4] the date of a package', () => {
  it('is what is said, else that of the commit', async () => {
    expect(await sourceDate('/nowhere', { SOURCE_DATE_EPOCH: '1700000000' })).toBe(1_700_000_000);
    expect(await sourceDate(root, {})).toBe(
      Number(told('git', '-C', root, 'log', '-1', '--format=%ct')),
    );
  });

  it('is never guessed', async () => {
    for (const word of ['', '0', 'today', '-5']) {
      const asked = sourceDate('/nowhere', { SOURCE_DATE_EPOCH: word });
      await expect(asked).rejects.toThrow('SOURCE_DATE_EPOCH');
    }
    await expect(sourceDate('/nowhere', {})).rejects.toThrow('no commit');
  });

  it('stands in the history as Debian writes it', () => {
    expect(changelogDate(date)).toBe('Fri, 15 Jan 2027 08:00:00 +0000');
  });
});
