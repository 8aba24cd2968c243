import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { electronProgram } from '../../src/cli/lab/electron-program.ts';
import { commonTexts } from '../../src/renderer/i18n/texts/common.ts';
import { previewTexts } from '../../src/renderer/i18n/texts/preview.ts';
import { tellRule } from '../../src/shared/words/rule.ts';
import { reanProgram } from '../factories/hub-process.ts';
import { keepOpenToAll } from './barriers.ts';
import { resizeTo } from './fitting.ts';
import { keepScreenshot, root } from './test-lab.ts';

const describedSchema = z.looseObject({ lessons: z.array(z.unknown()) });

/** What docs/authoring.md has its reader write: the first block of a language there. */
async function fromGuide(language: 'yaml' | 'json'): Promise<string> {
  const guide = await readFile(join(root, 'docs', 'authoring.md'), 'utf8');
  const [, block] = new RegExp(`\`\`\`${language}\\n([\\s\\S]+?)\`\`\``, 'u').exec(guide) ?? [];
  if (block === undefined) throw new Error(`docs/authoring.md shows no ${language}.`);
  return block;
}

/** A new pack, made step by step as docs/authoring.md says. */
async function packOfTheGuide(within: string): Promise<string> {
  const folder = join(within, 'my-pack');
  await cp(join(root, 'content-packs', 'khmer-letters'), folder, { recursive: true });
  const source = join(folder, 'pack.source.json');
  const own = (await readFile(source, 'utf8')).replaceAll(
    'org.rean.khmer-letters',
    'org.your-school.my-pack',
  );
  const described = describedSchema.parse(JSON.parse(own));
  const lesson: unknown = JSON.parse(await fromGuide('json'));
  const lessons = [...described.lessons, lesson];
  await writeFile(source, JSON.stringify({ ...described, lessons }, null, 2));
  await mkdir(join(folder, 'lessons', 'first-words'));
  await writeFile(join(folder, 'lessons', 'first-words', 'lesson.yaml'), await fromGuide('yaml'));
  return folder;
}

/** `rean pack dev` of a folder, and the address it says. */
async function startPreview(folder: string) {
  const child = spawn(process.execPath, [reanProgram, 'pack', 'dev', folder, '--no-open']);
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = /http:\/\/localhost:\d+\//u.exec(line) ?? [];
    if (address !== undefined) return { child, address };
  }
  throw new Error('The preview ended before it said where it is.');
}

/** A teacher’s first lesson, written by the guide and looked at while it is written. */
describe('the preview of a source being written', () => {
  let desk: string;
  let folder: string;
  let child: ChildProcess;
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    desk = await mkdtemp(join(tmpdir(), 'rean-preview-'));
    folder = await packOfTheGuide(desk);
    const preview = await startPreview(folder);
    child = preview.child;
    const { path, sandboxed } = electronProgram(root);
    const opened = join(root, 'tests', 'fixtures', 'open-page');
    app = await _electron.launch({
      executablePath: path,
      args: sandboxed ? [opened] : ['--no-sandbox', opened],
      env: { ...process.env, ADDRESS: preview.address },
    });
    page = await app.firstWindow();
    await resizeTo({ app, page }, { width: 1366, height: 768 });
  });
  afterAll(async () => {
    await app.close();
    child.kill();
    await rm(desk, { recursive: true });
  });

  const lessonFile = () => join(folder, 'lessons', 'first-words', 'lesson.yaml');
  const item = (id: string) => page.locator('.preview__items button', { hasText: id });

  it('[AUT5] [LUK4] lists every lesson by what it asks, and what is not recorded yet', async () => {
    await item('read-fish').waitFor();
    expect(await page.locator('.preview section').count()).toBe(7);
    expect(await item('read-fish').textContent()).toContain(commonTexts['audio.none'].km);
    await keepOpenToAll(page, 'preview-list');
  });

  it('[AUT5] plays an item as learners have it, and tells its author what is not recorded', async () => {
    await item('read-fish').click();
    await page.locator('.choice__options .part').nth(1).waitFor();
    expect(await page.locator('.lesson__prompt').textContent()).toContain(
      commonTexts['audio.none'].km,
    );
    await page.waitForFunction(() =>
      [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0),
    );
    await keepOpenToAll(page, 'preview-item');
  });

  it('[AUT2] [AUT5] [AUT6] shows a mistake by file and line with what to do in the language chosen, and goes on when it is mended', async () => {
    const written = await readFile(lessonFile(), 'utf8');
    const line = written.split('\n').findIndex((each) => each.includes('correct: [fish]')) + 1;
    await writeFile(lessonFile(), written.replace('correct: [fish]', 'correct: [fihs]'));
    const problem = page.locator('.preview__problems li');
    await problem.waitFor();
    expect(await problem.locator('code').first().textContent()).toBe(
      `lessons/first-words/lesson.yaml:${line}`,
    );
    const facts = { id: 'fihs', known: 'fish, hen' };
    const what = tellRule('option.none', facts);
    const fix = tellRule('option.none.fix');
    expect(await problem.textContent()).toContain(what.km);
    expect(await problem.textContent()).toContain(`${previewTexts.fix.km} ${fix.km}`);
    await keepOpenToAll(page, 'preview-faulty');
    await page.locator('.language-switch').click();
    await problem.getByText(what.en).waitFor();
    expect(await problem.textContent()).toContain(`${previewTexts.fix.en} ${fix.en}`);
    await keepScreenshot(page, 'preview-faulty-english');
    await page.locator('.language-switch').click();
    await problem.getByText(what.km).waitFor();
    const mended = written.replace('តើរូបណាត្រូវ?', 'តើរូបណាត្រូវនឹងពាក្យនេះ?');
    await writeFile(lessonFile(), mended);
    await page.locator('.lesson__prompt', { hasText: 'នឹងពាក្យនេះ' }).waitFor();
  });

  it('[AUT5] goes back to the list by the button at the left', async () => {
    await page.getByRole('button', { name: previewTexts.list.km, exact: true }).click();
    await item('see-fish').waitFor();
    expect(await page.locator('.preview section').count()).toBe(7);
  });
});
