import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { electronProgram } from '../../src/cli/lab/electron-program.ts';
import { hubReady } from '../../src/cli/lab/hub-ready.ts';
import { hubPiece } from '../../src/cli/lab/lab-pieces.ts';
import type { LabPlan } from '../../src/cli/lab/lab-pieces.ts';
import { startPiece } from '../../src/cli/lab/piece.ts';
import type { Piece } from '../../src/cli/lab/piece.ts';
import { hubFolder, stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { demoSignInsFile } from '../../src/hub/demo/demo-site.ts';
import type { DemoSignIns } from '../../src/hub/demo/demo-site.ts';
import type { SiteOffice } from '../../src/hub/office/site-office.ts';
import { withOffice } from '../../src/hub/office/site-on-disk.ts';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../src/hub/site/site-vault.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { makeLab } from './made-lab.ts';

/** Less than a hook may take, so that a launch that hangs says where, ms. */
const launchMs = 90_000;

export const root = join(import.meta.dirname, '..', '..');

export interface OpenWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** A whole lab in a temporary folder, whose processes a test starts and kills. */
export interface TestLab {
  readonly folder: string;
  readonly signIns: DemoSignIns;
  /** Something done to the site while its hub is stopped. */
  inOffice<Result>(work: (office: SiteOffice) => Promise<Result>): Promise<Result>;
  /** @param clockOffMs how wrong its clock is */
  startHub(clockOffMs?: number): Promise<Piece>;
  /** Opens a station's window: `station-1`, `supervisor`; with further words for the app. */
  openWindow(name: string, ...further: readonly string[]): Promise<OpenWindow>;
  /** The same with switches of Chromium, which stand before the app's own words. */
  openSwitched(name: string, switches: readonly string[]): Promise<OpenWindow>;
  /** The lines of a station's log so far. */
  log(name: string): Promise<readonly string[]>;
  /** Ends what still runs and removes the folder. */
  remove(): Promise<void>;
}

/** Words for Electron, before its app's: to open no window until the test that launches it watches. */
export const readyWhenWatched = [
  '--require',
  join(import.meta.dirname, '../fixtures/ready-when-watched.cjs'),
];
const wrongClock = join(import.meta.dirname, '../fixtures/wrong-clock.ts');
const ports = { clock: systemClock(), random: systemRandomness() };

export async function openTestLab(kiosks = 1): Promise<TestLab> {
  const folder = await mkdtemp(join(tmpdir(), 'rean-e2e-'));
  const file = await makeLab(folder, kiosks);
  const electron = electronProgram(root);
  const look = { kiosk: false, language: 'km' } as const;
  const plan: LabPlan = { folder, file, cli: join(root, 'dist/cli/rean.js'), electron, look };
  const vault = folderVault(hubFolder(folder));
  const signIns = await readRequired(vault, demoSignInsFile);
  const { certificate: ca } = await readRequired(vault, siteFiles.authority);
  const open = async (name: string, switches: readonly string[], further: readonly string[]) => {
    const kind = name === 'supervisor' ? 'supervisor' : 'kiosk';
    const words = ['--kind', kind, '--data', stationFolder(folder, name), '--language', 'km'];
    const app = await _electron.launch({
      executablePath: electron.path,
      args: [...readyWhenWatched, ...switches, ...electron.words, ...words, ...further],
      timeout: launchMs,
    });
    apps.add(app);
    app.on('close', () => apps.delete(app));
    return { app, page: await app.firstWindow() };
  };
  const apps = new Set<ElectronApplication>();
  const hubs = new Set<Piece>();

  return {
    folder,
    signIns,
    inOffice: (work) => withOffice(hubFolder(folder), ports, work),
    async startHub(clockOffMs = 0) {
      process.env['REAN_TEST_CLOCK_OFF_MS'] = String(clockOffMs);
      const { words, ...piece } = hubPiece(plan);
      const hub = await startPiece({ ...piece, words: ['--import', wrongClock, ...words] });
      hubs.add(hub);
      const over = new AbortController();
      void hub.ended.then(() => over.abort());
      if (await hubReady({ port: file.hubPort, ca }, over.signal)) return hub;
      throw new Error(`The hub did not start: ${await readFile(hubPiece(plan).output, 'utf8')}`);
    },
    openWindow: (name, ...further) => open(name, [], further),
    openSwitched: (name, switches) => open(name, switches, []),
    async log(name) {
      const path = join(stationFolder(folder, name), 'logs', 'station.jsonl');
      return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
    },
    async remove() {
      await Promise.all([...apps].map((app) => app.close()));
      await Promise.all([...hubs].map((hub) => hub.stop()));
      await rm(folder, { recursive: true });
    },
  };
}

/** Takes away what nothing in the main process holds any more. */
export async function tidyMemory(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
    process.getBuiltinModule('node:vm').runInNewContext('gc')();
  });
}

/** Keeps a picture of a window in `.artefacts/screenshots`, for people to look at: once it has a size. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = join(root, '.artefacts', 'screenshots');
  await mkdir(folder, { recursive: true });
  await page.waitForFunction(() => innerWidth > 0 && innerHeight > 0);
  // In half the time that a PNG takes to be packed, for several hundred of them.
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 85 });
}
