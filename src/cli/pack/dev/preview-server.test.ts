import { readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { packSource, writePackSource } from '../../../../tests/factories/pack-source.ts';
import { temporaryFolder } from '../../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../../../content/disk/node-disk.ts';
import { previewPaths } from '../../../shared/contracts/preview-api.ts';
import { PreviewDesk } from './preview-desk.ts';
import { servePreview } from './preview-server.ts';
import type { PreviewServer } from './preview-server.ts';

const disk = nodeDisk();
const open: PreviewServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function preview() {
  const folder = await writePackSource(packSource());
  const pages = await temporaryFolder();
  const desk = new PreviewDesk(disk, folder);
  const hearers: (() => void)[] = [];
  const watch = (changed: () => void) => {
    hearers.push(changed);
    return () => undefined;
  };
  const server = await servePreview({ disk, desk, pages, watch }, 0);
  open.push(server);
  const at = (path: string) => new URL(path, server.address);
  const state = async () => (await fetch(at(previewPaths.state))).json();
  const ask = async (name: string, input: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ name, input });
    return (await fetch(at(previewPaths.ask), { method: 'POST', headers, body })).json();
  };
  return { folder, at, state, ask, changed: () => hearers.forEach((hear) => hear()) };
}

const openFirst = { pack: 'org.rean.test', lesson: 'first' };

describe('the preview of a source folder', () => {
  it('shows its lessons and their files as they stand, and nothing else of the folder [AUT5]', async () => {
    const { folder, at, state } = await preview();
    expect(await state()).toMatchObject({
      kind: 'sound',
      pack: 'org.rean.test',
      lessons: [{ id: 'first', items: [{ id: 'look' }, { id: 'choose', type: 'choice' }] }],
    });
    const picture = await fetch(at('/files/pictures/ka.svg'));
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    await writeFile(join(folder, 'secret.txt'), 'mine');
    for (const path of ['secret.txt', '..%2Fsecret.txt', 'pack.source.json']) {
      expect((await fetch(at(`/files/${path}`))).status).toBe(404);
    }
    expect((await fetch(at('/package.json'))).status).toBe(404);
  });

  it('plays a lesson as a station does, from the item that is asked for [AUT5] [LSN5]', async () => {
    const { ask } = await preview();
    await ask('preview.begin', { lesson: 'first', item: 'choose' });
    const opened = await ask('lesson.open', openFirst);
    expect(opened).toMatchObject({
      kind: 'value',
      value: { items: { look: { outcome: 'right' } } },
    });
    const answer = { item: 'choose', activeMs: 10, response: { type: 'choice', chosen: ['kha'] } };
    expect(await ask('lesson.answer', answer)).toMatchObject({
      value: { outcome: 'not-yet', attempt: 1 },
    });
    expect(await ask('lesson.answer', answer)).toMatchObject({
      value: { outcome: 'shown', lessonCompleted: true },
    });
  });

  it('shows what was just written, and mistakes by file and line [AUT2] [AUT5]', async () => {
    const { folder, state, ask } = await preview();
    const path = join(folder, 'lessons/first/lesson.json');
    const sound = await readFile(path, 'utf8');
    await writeFile(
      path,
      JSON.stringify(JSON.parse(sound), null, 2).replace('"choice"', '"chioce"'),
    );
    expect(await state()).toMatchObject({
      kind: 'faulty',
      problems: [{ file: 'lessons/first/lesson.json', line: expect.any(Number) }],
    });
    expect(await ask('lesson.open', openFirst)).toMatchObject({
      kind: 'error',
      error: { code: 'lesson.invalid' },
    });
    await writeFile(path, sound.replace('ជ្រើស', 'សូមជ្រើស'));
    const { value } = await ask('lesson.open', openFirst);
    expect(JSON.stringify(value)).toContain('សូមជ្រើស');
  });

  it('tells a mistake in a lesson written in YAML by the file and line its author wrote [AUT1] [AUT2] [AUT5]', async () => {
    const { folder, state } = await preview();
    const path = join(folder, 'lessons/first/lesson.json');
    const lesson: unknown = JSON.parse(await readFile(path, 'utf8'));
    const yaml = stringify(lesson).replace('- ka\n', '- kaa\n');
    await writeFile(join(folder, 'lessons/first/lesson.yaml'), yaml);
    await rm(path);
    const line = yaml.split('\n').findIndex((each) => each.includes('correct:')) + 1;
    expect(await state()).toMatchObject({
      kind: 'faulty',
      problems: [{ file: 'lessons/first/lesson.yaml', line }],
    });
  });

  it('says that a file was saved to who listens [AUT5]', async () => {
    const { at, changed } = await preview();
    const line = await fetch(at(previewPaths.changes));
    const reader = line.body?.getReader();
    await reader?.read();
    changed();
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toContain('event: changed');
    await reader?.cancel();
  });

  it('answers no page of another site [AUT5]', async () => {
    const { at } = await preview();
    const status = await new Promise((done) => {
      const asked = request(at(previewPaths.state), { headers: { host: 'evil.example' } });
      asked.once('response', (response) => done(response.statusCode)).end();
    });
    expect(status).toBe(403);
    const plain = await fetch(at(previewPaths.ask), { method: 'POST', body: '{}' });
    expect(plain.status).toBe(403);
  });
});
