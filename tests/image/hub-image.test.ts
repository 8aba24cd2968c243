import { mkdir, rm } from 'node:fs/promises';
import { get } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hubPicture, hubScreens } from '../../src/imaging/plan/hub-screens.ts';
import type { HubScreenName } from '../../src/imaging/plan/hub-screens.ts';
import { readSiteFile } from '../../src/imaging/run/given-files.ts';
import { enrolOnDisk } from '../../src/station/enrol/enrol-on-disk.ts';
import { hubDisk, imageFolder, noteFigure } from './machine/built-image.ts';
import { escapes } from './machine/escapes.ts';
import { HubLetters } from './machine/hub-letters.ts';
import { layOver, overwrite, startOf } from './machine/layer.ts';
import { startMachine } from './machine/machine.ts';
import type { Machine } from './machine/machine.ts';
import { PicturedScreens } from './machine/pictured-screens.ts';

const folder = join(imageFolder, 'test');
const layer = join(folder, 'hub.qcow2');
const pictures = join(imageFolder, 'screenshots');
const port = 18_643;
const passphrase = 'seven boats upstream';

let machine: Machine | undefined;
let screens: PicturedScreens<HubScreenName>;
let letters: HubLetters;
let words: ReturnType<typeof hubScreens>;

const start = async () => {
  const forward = { port, address: '192.168.77.1', to: 8643 };
  machine = await startMachine({ disk: layer, keeps: true, memoryMiB: 1024, forward });
  return machine;
};
/** Waits for a screen, and keeps what it looks like. */
const until = async (started: Machine, screen: HubScreenName) => {
  await screens.until(started, screen, (shown) => shown === 'make-failed');
  await started.photograph(join(pictures, `hub-${screen}.png`));
};
const keyNames: Readonly<Record<string, string>> = { ' ': 'spc' };
const type = async (started: Machine, typed: string) => {
  for (const letter of typed) {
    const key = keyNames[letter] ?? letter.toLowerCase();
    await started.press(...(/[A-Z]/.test(letter) ? ['shift', key] : [key]));
    await wait(100);
  }
  await started.press('ret');
};
const readRow = (started: Machine, screen: HubScreenName, row = 0) =>
  letters.read(started, words[screen].lines.length, row);

/** Until another group is asked for, or none any more. */
async function untilNot(started: Machine, group: string): Promise<void> {
  while ((await screens.shownBy(started)) === 'sheet-check') {
    if ((await readRow(started, 'sheet-check')) !== group) return;
    await wait(500);
  }
}

/** As far as the code that goes onto paper; tells it by the number of each group. */
async function upToSheet(started: Machine): Promise<ReadonlyMap<string, string>> {
  await until(started, 'welcome');
  await started.press('ret');
  await until(started, 'name');
  await type(started, 'Chan Sophea');
  await until(started, 'passphrase');
  await type(started, 'short');
  await until(started, 'too-short');
  await started.press('ret');
  for (const screen of ['passphrase', 'once-more'] as const) {
    await until(started, screen);
    await type(started, passphrase);
  }
  await until(started, 'sheet');
  const rows = [await readRow(started, 'sheet', 0), await readRow(started, 'sheet', 1)].join('  ');
  return new Map([...rows.matchAll(/(\d) (\S{4})/g)].map(([, at = '', group = '']) => [at, group]));
}

/** What it answers over HTTPS, to whoever asks. */
async function health(): Promise<string> {
  return new Promise((resolve, reject) => {
    const url = `https://127.0.0.1:${port}/healthz`;
    const asked = get(url, { rejectUnauthorized: false, agent: false }, (answer) => {
      text(answer).then(resolve, reject);
    });
    asked.setTimeout(20_000, () => asked.destroy(new Error('no answer')));
    asked.once('error', reject);
  });
}
const serves = () =>
  vi.waitFor(async () => expect(JSON.parse(await health())).toEqual({ ok: true }), {
    timeout: 1_200_000,
    interval: 2_000,
  });

beforeAll(async () => {
  for (const one of [folder, pictures]) await mkdir(one, { recursive: true });
  const { site } = await readSiteFile(join(imageFolder, 'site.json'));
  words = hubScreens(site);
  screens = await PicturedScreens.draw(words, { layout: hubPicture, rows: 126, inMiddle: true });
  letters = await HubLetters.draw();
  await layOver(hubDisk, layer);
});
afterAll(async () => {
  await machine?.stop();
  await rm(layer, { force: true });
  await rm(join(folder, 'officers'), { recursive: true, force: true });
});

/** In order: each goes on with the disk that the one before left. */
describe('the image of a hub', () => {
  it('asks to be set up, and asks again after a power cut in the middle of it [HBS1] [HBS2]', async () => {
    const begun = performance.now();
    const started = await start();
    await until(started, 'welcome');
    await noteFigure(
      'hub, BIOS to first screen, s',
      Math.round((performance.now() - begun) / 1000),
    );
    const groups = await upToSheet(started);
    expect([...groups.keys()]).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    await started.cut();
    machine = undefined;
  });

  it('is set up by keys, serves over HTTPS, and lets the officers’ PC in [HBS2] [HBS3]', async () => {
    const started = await start();
    const groups = await upToSheet(started);
    await started.press('ret');
    for (let asked = 0; asked < 2; asked += 1) {
      await screens.until(started, 'sheet-check');
      const before = await readRow(started, 'sheet-check');
      await type(started, groups.get(before) ?? '');
      await untilNot(started, before);
    }
    await until(started, 'code-officers');
    const code = await readRow(started, 'code-officers');
    await serves();
    const wanted = { folder: join(folder, 'officers'), hub: `https://127.0.0.1:${port}`, code };
    await mkdir(wanted.folder, { recursive: true });
    const config = await enrolOnDisk({ ...wanted, kind: 'supervisor' });
    expect(config.kind).toBe('supervisor');
    await started.press('ret');
    await until(started, 'serves');
  });

  it('is as it was after every combination that opens something elsewhere [HBS6]', async () => {
    const started = machine;
    if (started === undefined) throw new Error('Nothing runs.');
    const resets = started.resets();
    for (const keys of escapes) {
      await started.press(...keys);
      await wait(150);
    }
    // Those end in the list of what there is, as Enter is none of them; some are letters nowhere.
    await started.press('esc');
    await until(started, 'serves');
    expect(started.resets()).toBe(resets);
  });

  it('starts as that hub once its power was cut, and gives a code for a passphrase [HBS4] [HBS5]', async () => {
    await machine?.cut();
    const started = await start();
    await until(started, 'serves');
    await serves();
    await started.press('ret');
    await until(started, 'menu');
    await started.press('2');
    await until(started, 'sign-in');
    await type(started, 'not that one');
    await until(started, 'refused');
    await started.press('ret');
    await until(started, 'serves');
    await started.press('ret');
    await until(started, 'menu');
    await started.press('2');
    await until(started, 'sign-in');
    await type(started, passphrase);
    await until(started, 'code-learners');
    expect(await readRow(started, 'code-learners')).toMatch(/^(\w{4}-){3}\w{4}$/);
    await started.press('esc');
    await until(started, 'serves');
    await started.stop();
    machine = undefined;
  });

  it('says that its data can’t be opened, and sets nothing up over it [HBS7] [IMG6]', async () => {
    await layOver(hubDisk, layer);
    await overwrite(layer, startOf('data'), 64 * 1024);
    const started = await start();
    await until(started, 'no-data');
    await started.press('ret');
    await wait(10_000);
    expect(await screens.shownBy(started)).toBe('no-data');
  });
});
