import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rawZip } from '../../../../tests/factories/raw-zip.ts';
import { seededRandomness } from '../../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../../tests/factories/temporary-folder.ts';
import { semverSchema } from '../../../shared/ids.ts';
import { buildPack } from '../../build/build-pack.ts';
import { nodeDisk } from '../../disk/node-disk.ts';
import { importFiles } from '../import-files.ts';

const page = '<!doctype html><title>A</title>';

async function imported(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder();
  const path = join(folder, 'package.zip');
  const entries = Object.entries(files).map(([name, content]) => ({ name, content }));
  await writeFile(path, rawZip(entries));
  const into = join(folder, 'source');
  const tools = {
    disk: nodeDisk(),
    randomness: seededRandomness(1),
    processes: {
      self: () => Promise.resolve({ pid: 1, started: null }),
      isRunning: () => Promise.resolve(false),
    },
    appVersion: semverSchema.parse('0.1.0'),
  };
  const report = await importFiles(tools, { paths: [path], into, replace: false, words: {} });
  const build = () => buildPack(tools, into, join(folder, 'out.kpack'));
  return { report, build };
}

const manifest = (over: { readonly version?: string; readonly resource?: string } = {}) => `
  <manifest identifier="m" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
    <metadata><schemaversion>${over.version ?? '1.2'}</schemaversion></metadata>
    <organizations default="o"><organization identifier="o"><title>ការងារ &amp; I</title>
      <item identifier="i" identifierref="r"><title>One</title></item>
    </organization></organizations>
    <resources><resource identifier="r" adlcp:scormtype="sco" ${over.resource ?? 'href="a/index.html?x=1"'} /></resources>
  </manifest>`;

describe('packages of SCORM', () => {
  it.each([
    ['1.2', '1.2'],
    ['2004 4th Edition', '2004'],
  ])('[PKG13] of %s become a piece of a pack that builds', async (version, edition) => {
    const { report, build } = await imported({
      'course/imsmanifest.xml': manifest({ version }),
      'course/a/index.html': page,
    });
    expect(report.files).toMatchObject([{ kind: 'scorm', outcome: 'imported' }]);
    const built = await build();
    expect(built).toMatchObject({
      kind: 'built',
      manifest: { items: [{ kind: 'scorm', edition, title: { km: 'ការងារ & I' } }] },
    });
  });

  it('[PKG13] are refused with the reason where they can’t be played', async () => {
    const problemOf = async (files: Readonly<Record<string, string>>) => {
      const { error } = (await imported(files)).report.files[0] ?? {};
      return `${error?.code} ${JSON.stringify(error?.facts)}`;
    };
    const broken = manifest().replace('</item>', '');
    expect(await problemOf({ 'imsmanifest.xml': broken, 'a/index.html': page })).toMatch(
      /import.unreadable.*well-formed/,
    );
    const nowhere = manifest({ resource: '' });
    expect(await problemOf({ 'imsmanifest.xml': nowhere, 'a/index.html': page })).toContain(
      'names no file to open',
    );
    expect(await problemOf({ 'imsmanifest.xml': manifest() })).toContain('which is not there');
  });

  it('[PKG13] that don’t say what they are come as pages do, and are told of', async () => {
    const other = manifest({ version: '1.0' })
      .replace('adlcp_rootv1p2', 'other')
      .replace('adlcp:scormtype="sco"', '');
    const { report, build } = await imported({
      'imsmanifest.xml': other,
      'a/index.html': page,
    });
    expect(report.files[0]?.notes.map(({ sort }) => sort)).toEqual(['guessed', 'simplified']);
    expect(await build()).toMatchObject({
      kind: 'built',
      manifest: { items: [{ edition: '1.2' }] },
    });
  });

  it('[FRN1] of AICC are refused with what to do', async () => {
    const { report } = await imported({ 'c.crs': '[Course]', 'c.au': 'x', 'index.html': page });
    expect(report.files[0]?.error).toMatchObject({ code: 'import.unsupported' });
  });

  it('[PKG13] are told of with what they load from the network', async () => {
    const outside =
      '<script src="https://cdn.example/jquery.js"></script><a href="https://b.example">b</a>';
    const { report } = await imported({
      'imsmanifest.xml': manifest(),
      'a/index.html': page + outside,
    });
    const text = JSON.stringify(report.files);
    expect(text).toContain('https://cdn.example/jquery.js');
    expect(text).not.toContain('b.example');
  });
});

const course = (units: string) => `<courseStructure>
  <course id="https://example.org/c"><title><langstring lang="km">ការងារ</langstring><langstring lang="en">Work</langstring></title></course>${units}</courseStructure>`;
const au = (id: string, url: string) => `<au id="${id}"><url>${url}</url></au>`;

describe('packages of cmi5', () => {
  it('[PKG13] become a piece of a pack that builds', async () => {
    const { report, build } = await imported({
      'course/cmi5.xml': course(au('a', 'a/index.html?x=1')),
      'course/a/index.html': page,
    });
    expect(report.files).toMatchObject([{ kind: 'cmi5', outcome: 'imported', notes: [] }]);
    expect(await build()).toMatchObject({
      kind: 'built',
      manifest: { items: [{ kind: 'cmi5', title: { km: 'ការងារ', en: 'Work' } }] },
    });
  });

  it('[PKG13] are told of with units that are not there, or not here', async () => {
    const { report } = await imported({
      'cmi5.xml': course(au('a', 'a.html') + au('b', 'B.html') + au('c', 'https://c.example/c')),
      'a.html': page,
      'b.html': page,
    });
    const notes = report.files[0]?.notes.map(({ text }) => text);
    expect(notes).toEqual([
      'Unit b opens B.html, which is called b.html.',
      'Unit c opens https://c.example/c, which lies outside the package.',
    ]);
  });

  it.each([
    [course(''), 'import.unreadable', 'it has no unit'],
    [course(au('a', 'gone.html')), 'import.unreadable', 'gone.html, which is not there'],
    [course(au('a', 'https://c.example/c')), 'import.unsupported', 'outside the package'],
    ['<courseStructure><au></courseStructure>', 'import.unreadable', 'well-formed'],
  ])('[PKG13] are refused with the reason where they can’t be played: %#', async (...told) => {
    const [structure, code, reason] = told;
    const { error } = (await imported({ 'cmi5.xml': structure })).report.files[0] ?? {};
    expect(error?.code).toBe(code);
    expect(JSON.stringify(error?.facts)).toContain(reason);
  });
});
