import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import { hubFolder, stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { hubPacksFolder } from '../../src/hub/packs/hub-packs.ts';
import { publishPacksCommand } from '../../src/hub/packs/pack-commands.ts';
import { openHub } from '../../src/hub/server/open-hub.ts';
import { packsTexts } from '../../src/renderer/i18n/texts/supervisor/packs.ts';
import { siteTexts } from '../../src/renderer/i18n/texts/supervisor/site.ts';
import type { StationPack } from '../../src/shared/contracts/pack-api.ts';
import { packIdSchema, semverSchema } from '../../src/shared/ids.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { call } from '../factories/https-hub.ts';
import {
  laterSource,
  pressPack,
  publisher,
  storeOptions,
  testPack,
} from '../factories/pack-press.ts';
import { packSource } from '../factories/pack-source.ts';
import { silentLog } from '../factories/real-lab.ts';
import { besideTheList, lookAtDesk, signInStaff, staffOf } from './staff-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { TestLab } from './test-lab.ts';

const films = packIdSchema.parse('org.rean.films');
const [v1, v2] = [semverSchema.parse('1.0.0'), semverSchema.parse('1.1.0')];
const patience = { timeout: 30_000 };

/** Two versions of one pack and one of another at the hub, on its list, and at the officer's station. */
async function publish({ folder }: TestLab): Promise<void> {
  const key = { name: 'Publisher', publicKey: publisher.publicKey };
  const hubStore = await openPackStore(storeOptions(hubPacksFolder(hubFolder(folder))));
  const ownStore = await openPackStore(
    storeOptions(`${stationFolder(folder, 'supervisor')}/packs`),
  );
  await Promise.all([hubStore.trust(key), ownStore.trust(key)]);
  const hub = await openHub({ folder: hubFolder(folder), version: '0.0.0', log: silentLog });
  const call = { say: () => undefined, signal: new AbortController().signal };
  const list = async (file: string) => {
    await hubStore.install(file);
    await publishPacksCommand.carryOut(hub.parts, { pack: null }, call);
  };
  await list(await pressPack());
  await list(await pressPack(laterSource('1.1.0', 2)));
  await list(await pressPack(packSource({ id: films })));
  await hub.close();
}

/** As a kiosk would tell that is fetching one and lacks the room for the other. */
async function tellAsKiosk({ folder }: TestLab): Promise<void> {
  const config = await readStationConfig(stationFolder(folder, 'station-1'));
  const plain = {
    title: null,
    active: null,
    versions: [],
    fetching: null,
    ready: null,
    trouble: null,
  };
  const facts = { neededBytes: 1_640_000_000, freeBytes: 120_000_000 };
  const packs: readonly StationPack[] = [
    {
      ...plain,
      pack: testPack,
      active: v1,
      versions: [v1],
      fetching: {
        version: v2,
        doneBytes: 412_000_000,
        totalBytes: 1_240_000_000,
        bytesPerSecond: 1_048_576,
        capped: true,
        from: null,
      },
    },
    { ...plain, pack: films, trouble: { version: v1, code: 'store.full', facts } },
  ];
  const body = JSON.stringify({ packs });
  const { status } = await call(config.hub.url, config.tls, {
    method: 'POST',
    path: '/v1/packs',
    body,
    as: config,
  });
  expect(status).toBe(200);
}

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).click(patience);
const filled = (text: { readonly km: string }, facts: Readonly<Record<string, string>>) =>
  Object.entries(facts).reduce((said, [name, fact]) => said.replace(`{${name}}`, fact), text.km);

it('[SUP20] [VOI1] an officer sees how packs are at hub and stations, and takes one back in two steps', async () => {
  const lab = await openTestLab(1);
  onTestFinished(() => lab.remove());
  await publish(lab);
  await lab.startHub();
  await tellAsKiosk(lab);
  const desk = await lab.openWindow('supervisor');
  const { page } = desk;
  await signInStaff(page, staffOf(lab, 'officer'));
  await page.locator('.rail button', { hasText: siteTexts.title.km }).click();
  await press(page, packsTexts.open.km);
  const rows = page.locator('.packs-panel .stations__list button');
  await expect.poll(() => rows.count(), patience).toBe(2);
  await lookAtDesk(desk, 'packs-list', besideTheList);
  // the one that does not come to a kiosk stands first
  expect(await rows.first().innerText()).toContain('មិនមកដល់');
  await page.locator('.packs__words', { hasText: /KB/ }).waitFor(patience);
  await rows.filter({ hasText: '1.1.0' }).click();
  await page.locator('.packs__bar').waitFor(patience);
  await page.locator('.packs__line--used').waitFor(patience);
  await lookAtDesk(desk, 'packs-stations', besideTheList);
  // [VOI1]
  await page.locator('.packs__voices summary').first().click(patience);
  expect(await page.locator('.packs__voices .not-recorded').count()).toBe(2);
  await page.locator('.packs__voices').first().scrollIntoViewIfNeeded();
  await lookAtDesk(desk, 'packs-voices', besideTheList);
  await press(page, filled(packsTexts['choose.back'], { version: '1.0.0' }));
  const act = page.getByRole('button', { name: packsTexts['choose.do'].km, exact: true });
  expect(await act.isEnabled()).toBe(false);
  await page.locator('.packs-panel select').selectOption({ index: 1 });
  await lookAtDesk(desk, 'packs-back', besideTheList);
  await act.click();
  await page
    .getByRole('button', { name: filled(packsTexts['choose.forth'], { version: '1.1.0' }) })
    .waitFor(patience);
  await press(page, packsTexts.back.km);
  const older = rows.filter({ hasText: '1.0.0' });
  await expect.poll(() => older.count(), patience).toBe(2);
  await older.filter({ hasText: 'មិនមកដល់' }).click();
  await lookAtDesk(desk, 'packs-trouble', besideTheList);
});
