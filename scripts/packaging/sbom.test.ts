import { describe, expect, it } from 'vitest';
import { readPackageWords } from './package-words.ts';
import { sbom } from './sbom.ts';
import { isForLinux } from './shipped-files.ts';

const component = (name: string, version: string, more = {}) => ({
  'bom-ref': `${name}@${version}`,
  name,
  version,
  ...more,
});
const npm = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  serialNumber: 'urn:uuid:by-chance',
  metadata: { timestamp: 'now' },
  components: [
    component('a', '1.0.0', { licenses: [{ license: { id: 'MIT' } }] }),
    component('a', '2.0.0'),
    component('b', '1.0.0'),
  ],
  dependencies: [
    { ref: 'a@1.0.0', dependsOn: ['b@1.0.0', 'a@2.0.0'] },
    { ref: 'a@2.0.0', dependsOn: [] },
  ],
});
const shipped = (name: string, licence: string) => ({
  folder: `node_modules/${name}`,
  name,
  version: '1.0.0',
  licence,
});
const runtime = { name: 'node', version: '24.0.0', licence: 'MIT', sha256: 'ab' } as const;
const facts = {
  npm,
  name: 'rean-hub',
  version: '1.2.0-1',
  packages: [shipped('a', 'MIT'), shipped('b', 'BSD')],
  runtime,
  sourceDate: 1_800_000_000,
};

describe('[DEB6] the list of what is in a package', () => {
  it('names the packages in it with their licences, and what runs them, and nothing else', () => {
    const bom = JSON.parse(sbom(facts));
    expect(bom.components.map((each: { 'bom-ref': string }) => each['bom-ref'])).toEqual([
      'a@1.0.0',
      'b@1.0.0',
      'node@24.0.0',
    ]);
    expect(bom.components[0].licenses).toEqual([{ license: { id: 'MIT' } }]);
    expect(bom.components[1].licenses).toEqual([{ license: { name: 'BSD' } }]);
    expect(bom.dependencies).toEqual([
      { ref: 'rean-hub@1.2.0-1', dependsOn: ['a@1.0.0', 'b@1.0.0', 'node@24.0.0'] },
      { ref: 'a@1.0.0', dependsOn: ['b@1.0.0'] },
    ]);
    expect(bom.metadata.timestamp).toBe('2027-01-15T08:00:00.000Z');
  });

  it('[DEB4] is the same each time, and has another number when it says anything else', () => {
    expect(sbom(facts)).toBe(sbom({ ...facts, npm: npm.replace('by-chance', 'by-another') }));
    const numberOf = (text: string): string => JSON.parse(text).serialNumber;
    expect(numberOf(sbom(facts))).toMatch(
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(numberOf(sbom({ ...facts, version: '1.2.0-2' }))).not.toBe(numberOf(sbom(facts)));
  });
});

describe('what npm packages bring', () => {
  it('is left out where it is for developers or other systems, and kept where it runs', () => {
    const kept = [
      'index.js',
      'package.json',
      'lib/a.cjs',
      'prebuilds/linux-x64/node.napi.glibc.node',
    ];
    const leftOut = [
      'README.md',
      'index.d.ts',
      'lib/a.js.map',
      'LICENSE',
      'test/a.js',
      '.github/a.yml',
      'prebuilds/win32-x64/a.node',
      'prebuilds/linux-x64/node.napi.musl.node',
      'deps/leveldb/a.cc',
    ];
    expect(kept.filter((path) => !isForLinux(path))).toEqual([]);
    expect(leftOut.filter((path) => isForLinux(path))).toEqual([]);
  });
});

describe('what is asked of npm run package', () => {
  it('is both Debian packages and the tar.gz, unless something else is named', () => {
    expect([...readPackageWords([]).targets]).toEqual(['deb', 'hub', 'tar.gz']);
    const words = ['--target', 'hub', '--revision', '3', '--with-test-runtime'];
    expect(readPackageWords(words)).toEqual({
      targets: new Set(['hub']),
      revision: 3,
      withTestRuntime: true,
    });
  });

  it('is refused where it is not understood', () => {
    for (const words of [['--target', 'snap'], ['--revision', '0'], ['--fast'], ['deb']]) {
      expect(() => readPackageWords(words)).toThrow('Nothing was packed');
    }
  });
});
