import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubFolder, stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { renewStationFolder } from '../../src/cli/site/renew-station.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { createSay } from '../../src/renderer/i18n/text.ts';
import { deskTexts } from '../../src/renderer/i18n/texts/supervisor/desk.ts';
import { stationsTexts } from '../../src/renderer/i18n/texts/supervisor/stations.ts';
import { noticeTexts } from '../../src/renderer/i18n/texts/supervisor/notices.ts';
import { stationConfigSchema } from '../../src/shared/contracts/station-config.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import { HubClient } from '../../src/sync/transport/hub-client.ts';
import { hubTransport } from '../../src/sync/transport/https-transport.ts';
import { makeTlsSite } from '../factories/site-tls.ts';
import type { TlsSite } from '../factories/site-tls.ts';
import { keepOpenToAll } from './barriers.ts';
import { keepScreenshot, openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const sayDesk = createSay(deskTexts, 'km');
const sayStations = createSay(stationsTexts, 'km');
const name = 'supervisor';

/** Mutual TLS as Electron's BoringSSL does it, in the station's own process. */
describe('a station’s certificates, in its windows', () => {
  let lab: TestLab;
  let otherSite: TlsSite;
  let desk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    otherSite = await makeTlsSite();
    await lab.startHub();
    desk = await lab.openWindow(name);
    await desk.page.locator('.choose-person__person').first().waitFor();
  });
  afterAll(() => lab.remove());

  /** Opens the window anew on another station.json, signs in and shows Site. */
  async function openWith(change: (config: StationConfig) => Promise<StationConfig>) {
    await desk.app.close();
    const path = join(stationFolder(lab.folder, name), 'station.json');
    const held = stationConfigSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    await writeFile(path, JSON.stringify(await change(held)));
    desk = await lab.openWindow(name);
    const [officer] = lab.signIns.staff;
    await desk.page.locator('.choose-person__person', { hasText: officer?.name.km ?? '' }).click();
    await desk.page.locator('input').fill(officer?.passphrase ?? '');
    await desk.page.locator('form').press('Enter');
    await desk.page.getByRole('button', { name: sayDesk('place.site') }).click();
  }
  /** The station's notices on the screen, once there is one. */
  async function notices(): Promise<readonly string[]> {
    const titles = desk.page.locator('.site-notices__notice strong');
    await titles.first().waitFor({ timeout: 30_000 });
    return titles.allTextContents();
  }

  it('[IDN6] with another site’s certificate the hub refuses it, and the window says so', async () => {
    await openWith(async (config) => ({
      ...config,
      tls: { ...(await otherSite.station(config.station)), ca: config.tls.ca },
    }));
    expect(await notices()).toEqual([noticeTexts['hub-refused'].what.km]);
    await keepOpenToAll(desk.page, 'supervisor-hub-refused');
  });

  it('[IDN9] it is let in again with a new certificate, given while the hub runs', async () => {
    await openWith(() =>
      renewStationFolder(hubFolder(lab.folder), stationFolder(lab.folder, name)),
    );
    await desk.page.locator('.lamp--saved').waitFor({ timeout: 30_000 });
    expect(await desk.page.locator('.site-notices__notice').count()).toBe(0);
  });

  /** As an officer does it at Site. */
  /** Two PCs say that they are the first kiosk, as after a copied disk. */
  async function bothSay(): Promise<void> {
    const { hub, tls } = await readStationConfig(stationFolder(lab.folder, 'station-1'));
    for (const digit of ['1', '2']) {
      const transport = hubTransport({ url: hub.url, tls });
      const self = { run: digit.repeat(16), traits: [`b${digit.repeat(16)}`] };
      await new HubClient(transport, undefined, self).hello();
      transport.close();
    }
  }

  async function makeCode(km: string): Promise<string> {
    const { page } = desk;
    await bothSay();
    await page.getByRole('button', { name: sayStations('open') }).click();
    await page.locator('.stations__list button').first().waitFor();
    await keepOpenToAll(page, 'supervisor-stations');
    await page.getByLabel(sayStations('name.km')).fill(km);
    await page.getByRole('button', { name: sayStations('make') }).click();
    const code = await page.locator('.stations__code').innerText();
    await keepOpenToAll(page, 'supervisor-stations-code');
    await page.getByRole('button', { name: sayStations('code.done') }).click();
    await page.locator('.stations__codes li', { hasText: km }).waitFor();
    await page.locator('.stations__list button').first().click();
    await page.getByLabel(sayStations('revoke.why')).waitFor();
    await page.locator('.stations__twins button').last().click();
    await keepOpenToAll(page, 'supervisor-stations-one');
    const reason = page.getByLabel(sayStations('revoke.why')).first();
    await reason.fill('ថាសត្រូវបានចម្លង');
    await page.getByRole('button', { name: sayStations('twins.go') }).click();
    await page.locator('.stations__list button').first().click();
    await page.getByText(sayStations('twins.chosen')).waitFor();
    await page.getByText(sayStations('renew.asked')).scrollIntoViewIfNeeded();
    await keepOpenToAll(page, 'supervisor-stations-chosen');
    return code.replaceAll(/\s/g, '-');
  }

  it('[WIN11] [SUP16] a PC says why it is not let in, and starts with a code an officer made', async () => {
    await mkdir(stationFolder(lab.folder, 'station-9'), { recursive: true });
    const { page, app } = await lab.openWindow('station-9');
    await page.locator('#code').waitFor();
    await keepScreenshot(page, 'enrol');
    const { hub } = await readStationConfig(stationFolder(lab.folder, 'station-1'));
    await send(page, hub.url, 'ABCD-EFGH-JKMN-PQRS');
    await page.getByText('លេខកូដនេះ វាយមិនទាន់ត្រូវទេ។').waitFor();
    await keepScreenshot(page, 'enrol-mistyped');
    expect(await page.locator('#hub').inputValue()).toBe(hub.url);
    const code = await makeCode('ទី៩');
    const opened = app.waitForEvent('window');
    await send(page, hub.url.replace('https://', ''), code.toLowerCase());
    const station = await opened;
    await station.waitForSelector('#root > *');
    expect(station.url()).toBe('app://kiosk/?language=km');
    await station.getByText('ទី៩').first().waitFor();
  });

  it('[SYN11] it takes the hub of another site for none, and the window says so', async () => {
    await openWith(async (config) => ({
      ...config,
      tls: { ...config.tls, ca: otherSite.ca },
    }));
    expect(await notices()).toEqual([noticeTexts['hub-certificate-mismatch'].what.km]);
    await keepOpenToAll(desk.page, 'supervisor-certificate-mismatch');
  });

  async function send(page: Page, hub: string, code: string): Promise<void> {
    await page.locator('#hub').fill(hub);
    await page.locator('#code').fill(code);
    await page.locator('#code').press('Enter');
  }
});
