import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maintenanceTexts } from '../../src/renderer/i18n/texts/kiosk/maintenance.ts';
import { kioskContract } from '../../src/shared/contracts/ipc/contract.ts';
import { stickService } from '../factories/stick-service.ts';
import type { StickService } from '../factories/stick-service.ts';
import { answerInstead } from './answers-instead.ts';
import { barriers } from './barriers.ts';
import { kioskSizes, misfits, resizeTo, staffSizes } from './fitting.ts';
import { ask, valueOf } from './page-bridge.ts';
import { staffOf } from './staff-hand.ts';
import { keepScreenshot, openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const patience = { timeout: 60_000 };
const languages = ['en', 'km'] as const;
const { streams } = kioskContract;

/** A technician at a kiosk, from the gesture that nobody sees to the learners' screen again. */
describe('what a technician does at a kiosk', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;
  let stick: StickService;

  beforeAll(async () => {
    stick = await stickService();
    process.env['REAN_STICK'] = stick.address;
    lab = await openTestLab();
    await lab.startHub();
    kiosk = await lab.openWindow('station-1');
    await kiosk.page.locator('.who').waitFor(patience);
  });
  afterAll(async () => {
    delete process.env['REAN_STICK'];
    await lab.remove();
    await stick.close();
  });

  const said = (key: keyof typeof maintenanceTexts) =>
    kiosk.page.getByRole('button', { name: maintenanceTexts[key].km, exact: true });
  const speak = async (page: Page, language: (typeof languages)[number]) => {
    const now = await page.locator('html').getAttribute('lang');
    if (now !== language) await page.locator('.language-switch').click();
    await page.waitForSelector(`html[lang=${language}]`);
  };
  /** Looks at what is shown, in both languages and at both sizes; Khmer and wide in the end. */
  const lookAt = async (name: string) => {
    const found: string[] = [];
    for (const language of languages) {
      await speak(kiosk.page, language);
      for (const size of kioskSizes) {
        await resizeTo(kiosk, size);
        const wrong = await misfits(kiosk.page, '.maintain *', staffSizes);
        found.push(...wrong.map((each) => `${name}, ${language}, ${size.width}: ${each}`));
        await keepScreenshot(kiosk.page, `${name}-${language}-${size.width}`);
      }
      found.push(...(await barriers(kiosk.page)).map((each) => `${name}, ${language}: ${each}`));
    }
    expect(found).toEqual([]);
  };
  const knock = async () => {
    await kiosk.page.keyboard.down('ShiftLeft');
    await kiosk.page.keyboard.down('ShiftRight');
    await kiosk.page.locator('.maintain__door').waitFor(patience);
    await kiosk.page.keyboard.up('ShiftRight');
    await kiosk.page.keyboard.up('ShiftLeft');
  };
  const enter = async (passphrase: string) => {
    await kiosk.page.locator('#maintain-passphrase').fill(passphrase);
    await kiosk.page.locator('#maintain-passphrase').press('Enter');
  };
  const place = async (
    key:
      | 'sound'
      | 'keys'
      | 'screen'
      | 'packs'
      | 'versions'
      | 'bundle'
      | 'update'
      | 'test'
      | 'power',
  ) => {
    await kiosk.page
      .locator('.maintain__place', { hasText: maintenanceTexts[`place.${key}`].km })
      .click();
    await kiosk.page.locator(`[data-screen=maintain-${key}]`).waitFor();
  };

  it('[MNT1] [MNT2] [MNT3] comes in by two keys held and a passphrase of their own', async () => {
    expect(await kiosk.page.locator('.maintain').count()).toBe(0);
    await knock();
    await enter('not this one');
    await kiosk.page.locator('.maintain__outcome').waitFor(patience);
    await lookAt('maintain-door');
    await enter(staffOf(lab, 'technician').passphrase);
    await kiosk.page.locator('[data-screen=maintain-pc] dl').first().waitFor(patience);
    await lookAt('maintain-pc');
  });

  it('[MNT5] tries sound, keys and screen', async () => {
    await place('sound');
    await said('sound.both').click();
    // A PC of these tests may have nothing to sound with: both are said.
    await said('yes').or(kiosk.page.locator('.maintain__outcome')).first().waitFor(patience);
    await lookAt('maintain-sound');
    await place('keys');
    await said('keys.begin').click();
    await kiosk.page.keyboard.press('KeyA');
    await kiosk.page.keyboard.press('Enter');
    await kiosk.page.locator('.maintain__last', { hasText: 'Enter' }).waitFor();
    expect(await kiosk.page.locator('.maintain__key--came').count()).toBe(2);
    await lookAt('maintain-keys');
    await kiosk.page.keyboard.press('Escape');
    await said('keys.begin').waitFor();
    await place('screen');
    await lookAt('maintain-screen');
    for (const language of languages) {
      await speak(kiosk.page, language);
      const begin = maintenanceTexts['screen.begin'][language];
      await kiosk.page.getByRole('button', { name: begin, exact: true }).click();
      await kiosk.page.locator('.maintain__colour').click();
      expect(await barriers(kiosk.page)).toEqual([]);
      await kiosk.page.keyboard.press('Escape');
      await kiosk.page.locator('.maintain__colour').waitFor({ state: 'detached' });
    }
  });

  it('[MNT5] [MNT8] [STK5] reads the packs again, writes a support bundle and gives it onto a stick', async () => {
    await place('packs');
    await said('packs.check').click();
    await kiosk.page
      .locator('.maintain__outcome', { hasText: maintenanceTexts['packs.sound'].km })
      .waitFor(patience);
    await lookAt('maintain-packs');
    await place('bundle');
    await said('bundle.write').click();
    await kiosk.page.locator('.maintain__path').waitFor(patience);
    expect(await kiosk.page.locator('.maintain__path').textContent()).toContain('/support/rean-');
    await said('bundle.give').click();
    await kiosk.page.locator('.maintain__outcome', { hasText: 'rean-out' }).waitFor(patience);
    expect((await stick.files()).filter((name) => name.endsWith('.zip'))).toHaveLength(1);
    await lookAt('maintain-bundle');
    await place('test');
    await lookAt('maintain-test');
    await place('power');
    await said('power.restart').click();
    await said('power.do').waitFor();
    await lookAt('maintain-power');
  });

  it('[MNT7] [MNT9] ends with a new window, and is told how an update ended where there is one', async () => {
    const told = ask(kiosk.page, 'subscribe', 'maintenance-report');
    const report = await valueOf(told, streams['maintenance-report'].output);
    expect(report.update).toBeNull();
    const names = ['awake', 'keys', 'zoom', 'tools', 'bounds', 'open', 'focus', 'displays'];
    const lockdown = names.map((step) => ({ step, state: 'held' }));
    const update = { state: 'over', status: 2 };
    await answerInstead(kiosk.app, {
      'maintenance-report': { value: { ...report, lockdown, update } },
    });
    const fresh = kiosk.app.waitForEvent('window');
    await said('end').click();
    kiosk = { ...kiosk, page: await fresh };
    await kiosk.page.locator('.who').waitFor(patience);
    await knock();
    await enter(staffOf(lab, 'technician').passphrase);
    await kiosk.page.locator('[data-screen=maintain-pc]').waitFor(patience);
    await place('versions');
    await lookAt('maintain-versions');
    await place('update');
    await lookAt('maintain-update');
    await place('test');
    const tested = kiosk.app.waitForEvent('window');
    await said('test.begin').click();
    kiosk = { ...kiosk, page: await tested };
    await kiosk.page.locator('[data-screen=self-test]').waitFor(patience);
  });
});
