import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldTexts } from '../../src/renderer/i18n/texts/supervisor/held.ts';
import { secondPersonTexts } from '../../src/renderer/i18n/texts/supervisor/second-person.ts';
import { siteTexts } from '../../src/renderer/i18n/texts/supervisor/site.ts';
import { siteWorkTexts } from '../../src/renderer/i18n/texts/supervisor/site-work.ts';
import { troubleTexts } from '../../src/renderer/i18n/texts/supervisor/troubles.ts';
import { hubFolder, stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { openHub } from '../../src/hub/server/open-hub.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { payloads } from '../factories/events.ts';
import type { StationId } from '../../src/shared/ids.ts';
import { silentLog } from '../factories/real-lab.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { TestStore, keyIn, withRevision } from '../factories/test-store.ts';
import type { StoredDocument } from '../../src/sync/store/storage.ts';
import { keepOpenToAll } from './barriers.ts';
import { keepScreenshot, openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

/** As a tampered disk, a copied one, one with a hole and a stranger leave it at the hub; and more of the last. */
async function holdRecords({ folder }: TestLab, notes = 1): Promise<void> {
  const hub = await openHub({ folder: hubFolder(folder), version: '0.0.0', log: silentLog });
  const { registry, databases } = hub.parts;
  const station = await readStationConfig(stationFolder(folder, 'station-1'));
  const random = seededRandomness(5);
  const keyOf = (learner: Parameters<typeof keyIn>[1]) => keyIn(registry.keyring, learner);
  const store = new TestStore(station, { random, keyOf });
  const learner = registry.learners()[0] ?? null;
  const event = store.record(payloads.attempt('a', 'right'), learner);
  const supervisor = await readStationConfig(stationFolder(folder, 'supervisor'));
  const bring = async (carrier: StationId, ...events: readonly StoredDocument[]) => {
    hub.parts.arrivals.note(carrier, events);
    await databases.segments.readers.at(-1)?.carry(events);
    databases.segments.pushing('events-0001')();
    await hub.parts.intake.catchUp();
  };
  await bring(
    station.station,
    withRevision({ ...event, sig: `${event.sig.slice(0, -8)}AAAAAA==` }),
  );
  await bring(station.station, store.at(2, payloads.attempt('a', 'right'), learner));
  await bring(supervisor.station, store.at(2, payloads.attempt('a', 'shown'), learner));
  await bring(station.station, store.at(5, payloads.attempt('a', 'right'), learner));
  const strange = Array.from({ length: notes }, (_, at) =>
    withRevision({ _id: `note-${at}`, text: 'hello' }),
  );
  await bring(station.station, ...strange);
  await hub.settled();
  await hub.close();
}

/** The hub is asked first. */
const patience = { timeout: 30_000 };

const said = (
  text: { readonly km: string; readonly en: string },
  fact: string,
  language: 'km' | 'en' = 'km',
) => text[language].replace(/\{\w+\}/, fact);

async function signIn(page: Page, lab: TestLab, at: number): Promise<void> {
  const person = lab.signIns.staff[at];
  await page.locator('.choose-person__person', { hasText: person?.name.km ?? '' }).click();
  await page.locator('input').fill(person?.passphrase ?? '');
  await page.locator('form').press('Enter');
}

describe('[SUP14] what the hub holds back, in the officer’s window', () => {
  let lab: TestLab;
  let desk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    await holdRecords(lab);
    await lab.startHub();
    desk = await lab.openWindow('supervisor');
  });
  afterAll(() => lab.remove());

  const button = (name: string) => desk.page.getByRole('button', { name, exact: true });
  const items = () => desk.page.locator('.held__item');

  it('is counted at Site, and listed with why', async () => {
    const officer = lab.signIns.staff.findIndex(({ role }) => role === 'officer');
    await signIn(desk.page, lab, officer);
    await desk.page.locator('.rail button', { hasText: siteTexts.title.km }).click();
    const work = desk.page.locator('.work__row', { hasText: siteWorkTexts['work.missing'].km });
    expect(await work.locator('.work__count').textContent()).toBe('២');
    await keepOpenToAll(desk.page, 'supervisor-site-quarantine');
    await button(siteWorkTexts['work.quarantined.look'].km).click();
    await expect.poll(() => items().count(), patience).toBe(4);
    await keepOpenToAll(desk.page, 'supervisor-held');
    expect(await desk.page.locator('.held__group h3').allTextContents()).toEqual([
      heldTexts['reason.shape'].km,
      heldTexts['reason.signature'].km,
      heldTexts['reason.clone'].km,
    ]);
  });

  it('[PRM4] counts once the officer says why and a second person signs, and is told among what was decided', async () => {
    await items().nth(1).click();
    await keepOpenToAll(desk.page, 'supervisor-held-chosen');
    await button(heldTexts.release.km).click();
    await keepOpenToAll(desk.page, 'supervisor-held-why');
    await button(heldTexts['given.witnessed'].km).click();
    await desk.page.getByText(heldTexts['will.vouch'].km).waitFor();
    const manager = lab.signIns.staff.find(({ role }) => role === 'site-manager');
    const sign = button(secondPersonTexts.sign.km);
    const signAs = async (passphrase = '') => {
      await desk.page.getByLabel(secondPersonTexts.passphrase.km).fill(passphrase);
      await sign.click();
    };
    const who = desk.page.getByLabel(secondPersonTexts.who.km, { exact: true });
    await who.selectOption({ label: manager?.name.km ?? '' });
    await signAs('not theirs at all');
    await desk.page.getByText(troubleTexts.wrong.what.km).waitFor();
    await keepOpenToAll(desk.page, 'supervisor-held-vouch');
    await signAs(manager?.passphrase);
    await desk.page.getByText(said(heldTexts['outcome.done'], '១')).waitFor();
    await expect.poll(() => items().count(), patience).toBe(3);
    await button(said(heldTexts.decided, '១')).click();
    await desk.page.getByText(heldTexts['given.witnessed'].km).waitFor();
    await keepOpenToAll(desk.page, 'supervisor-held-decided');
  });

  it('that can’t be read can only be rejected', async () => {
    await button(said(heldTexts.open, '៣')).click();
    await items().nth(0).click();
    expect(await button(heldTexts.release.km).isDisabled()).toBe(true);
    await button(heldTexts.reject.km).click();
    await button(heldTexts['given.damaged'].km).click();
    await expect.poll(() => items().count(), patience).toBe(2);
    await desk.page.locator('.language-switch').click();
    await desk.page.getByText(heldTexts['reason.clone'].en).waitFor();
    await items().nth(0).click();
    await keepScreenshot(desk.page, 'supervisor-held-en');
    await items().nth(0).click();
  });

  it('[HUB16] of two under one number shows which came first and by whom, and what choosing does', async () => {
    const [first, later] = [items().nth(0), items().nth(1)];
    for (const told of [heldTexts['place.first'], heldTexts['by.origin'], heldTexts.counted]) {
      expect(await first.textContent()).toContain(told.en);
    }
    expect(await later.textContent()).toContain(heldTexts['place.later'].en);
    expect(await later.textContent()).toContain(said(heldTexts['by.other'], 'Supervisor', 'en'));
    for (const each of [first, later]) await each.click();
    await desk.page.getByText(heldTexts['cannot-both'].en).waitFor();
    await later.click();
    await button(heldTexts.release.en).click();
    await desk.page.getByText(heldTexts['will.release'].en).waitFor();
    await keepScreenshot(desk.page, 'supervisor-held-clone-will-en');
    await button(heldTexts['given.right-one'].en).click();
    await desk.page.getByText(heldTexts['counts.other'].en).waitFor();
    await keepScreenshot(desk.page, 'supervisor-held-clone-en');
    await desk.page.locator('.language-switch').click();
    await desk.page.getByText(heldTexts['counts.this'].km).waitFor();
    await keepOpenToAll(desk.page, 'supervisor-held-clone');
    await desk.page.locator('.language-switch').click();
    expect(await items().count()).toBe(2);
    expect(await desk.page.locator('.held input').count()).toBe(1);
    await desk.page.locator('.held input').click();
  });

  it('[SUP9] is closed by Escape, and the keyboard goes on from where it was opened', async () => {
    await desk.page.keyboard.press('Escape');
    await expect.poll(() => desk.page.locator('.held').count(), patience).toBe(0);
    const look = desk.page.getByRole('button', { name: siteWorkTexts['work.quarantined.look'].en });
    expect(await look.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

describe('[HUB16] a long list of what the hub holds back', () => {
  let lab: TestLab;
  let desk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    await holdRecords(lab, 60);
    await lab.startHub();
    desk = await lab.openWindow('supervisor');
  });
  afterAll(() => lab.remove());

  it('is shown page by page, by reason where that is asked, and ticked at once', async () => {
    const { page } = desk;
    await signIn(
      page,
      lab,
      lab.signIns.staff.findIndex(({ role }) => role === 'officer'),
    );
    await page.locator('.rail button', { hasText: siteTexts.title.km }).click();
    await page.getByRole('button', { name: siteWorkTexts['work.quarantined.look'].km }).click();
    await page.locator('.held__more').waitFor();
    await keepOpenToAll(page, 'supervisor-held-long');
    await page.locator('.held__more').scrollIntoViewIfNeeded();
    await keepOpenToAll(page, 'supervisor-held-more');
    await page.getByRole('button', { name: heldTexts.more.km }).click();
    await expect.poll(() => page.locator('.held__item').count(), patience).toBe(63);
    await page.getByLabel(heldTexts['filter.reason'].km).selectOption('clone');
    await expect.poll(() => page.locator('.held__item').count(), patience).toBe(2);
    await page.getByLabel(heldTexts['filter.reason'].km).selectOption('shape');
    await page.locator('.held__all').click();
    await page.getByText(said(heldTexts.chosen, '៥០')).waitFor();
    await keepOpenToAll(page, 'supervisor-held-ticked');
  });
});
