import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { hubFolder } from '../../src/cli/lab/set-up-lab.ts';
import { familyOf } from '../../src/domain/tiles/families.ts';
import { importLearners } from '../../src/hub/office/learners.ts';
import { createGroup } from '../../src/hub/office/people.ts';
import { readRoster } from '../../src/hub/office/roster.ts';
import type { SiteOffice } from '../../src/hub/office/site-office.ts';
import { withOffice } from '../../src/hub/office/site-on-disk.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { mostImported } from '../../src/shared/contracts/commands/learner-commands.ts';
import type { LearnerAccount } from '../../src/shared/contracts/documents/directory.ts';
import { drawings } from '../../src/shared/contracts/drawings.ts';
import type { GroupId } from '../../src/shared/ids.ts';
import { newestPepper } from '../../src/sync/identity/peppers.ts';
import { hashSecret } from '../../src/sync/identity/verifier.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { rightCode } from '../factories/desk-people.ts';
import { testCost } from '../factories/verifier-cost.ts';
import { lookAtKiosk } from './kiosk-look.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

/** In `npm test` the usual groups have two each, so that it is soon over; the screens are the same. */
const everybody = z.coerce.number().int().min(604).default(604).parse(process.env['REAN_LEARNERS']);
const demoLearners = 12;
const biggest = 480;
const ports = { clock: systemClock(), random: systemRandomness() };

/** 57 groups beside the demo site's three, one of 480, until there are enough learners. */
async function fill(office: SiteOffice): Promise<readonly LearnerAccount[]> {
  const groups: GroupId[] = [];
  for (let place = 0; place < 57; place += 1) {
    const symbol = drawings[place % drawings.length] ?? 'rice';
    const name = { km: `ក្រុមទី ${place}`, en: `Group ${place}` };
    groups.push(await createGroup(office, { name, symbol }));
  }
  const [first, ...others] = groups;
  const asked = Array.from({ length: everybody - demoLearners }, (_, place) => ({
    name: { km: `សុខ ${place}`, en: `Sok ${place}` },
    sex: 'male' as const,
    birthYear: 1990,
    group: (place < biggest ? first : others[place % others.length]) ?? other(),
    language: 'km' as const,
    twin: true,
  }));
  for (let from = 0; from < asked.length; from += mostImported) {
    const added = asked.slice(from, from + mostImported);
    const asker = { asker: {}, misfitKnown: false, year: 2026 };
    await importLearners(office, { added, changed: [] }, asker);
  }
  await giveSignIns(office);
  return [...(await readRoster(office)).learners.values()];
}

/** Without a sign-in of their own they would be sent to the officer. */
async function giveSignIns(office: SiteOffice): Promise<void> {
  const { keyring } = await office.readKeyring();
  const secret = { kind: 'pictures', code: rightCode } as const;
  const verifier = await hashSecret(secret, newestPepper(keyring), office.random, testCost);
  await office.changeKeyring((held) => ({
    ...held,
    learners: held.learners.map((each) => ({ ...each, verifier })),
  }));
}

/** Three of the group of 480 and two of others. */
function pick(learners: readonly LearnerAccount[]): readonly LearnerAccount[] {
  const named = new Map(learners.map((each) => [each.name.km, each]));
  return [0, 250, everybody - demoLearners - 1, 479, 480].flatMap(
    (place) => named.get(`សុខ ${place}`) ?? [],
  );
}

const other = (): never => {
  throw new Error('there are groups');
};

describe('who are you, at a site of thousands', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;
  let learners: readonly LearnerAccount[];
  let groupNames: ReadonlyMap<GroupId, string>;
  const found: string[] = [];

  beforeAll(async () => {
    lab = await openTestLab();
    await withOffice(hubFolder(lab.folder), ports, async (office) => {
      learners = await fill(office);
      const { groups } = await readRoster(office);
      groupNames = new Map([...groups.values()].map(({ group, name }) => [group, name.km]));
    });
    await lab.startHub();
    kiosk = await lab.openWindow('station-1');
    await kiosk.page.locator('.who__group').nth(59).waitFor({ timeout: 120_000 });
  }, 600_000);
  afterAll(() => lab.remove());

  /** The screen as it stands at both sizes, looked over. */
  async function lookAt(name: string): Promise<void> {
    found.push(...(await lookAtKiosk(kiosk, `who-${name}`)));
  }

  const touch = (page: Page, selector: string, name: string) =>
    page
      .locator(selector)
      .filter({ hasText: new RegExp(`${name}$`) })
      .click();

  /** Touches from the first screen to the picture code of somebody. */
  async function touchesTo(page: Page, who: LearnerAccount, look: string | null): Promise<number> {
    let touches = 0;
    if (look) await lookAt(`${look}-groups`);
    await touch(page, '.who__group', groupNames.get(who.group) ?? '');
    touches += 1;
    const families = page.locator('.who__family');
    await page.locator('.who__family, .who__person').first().waitFor();
    if ((await families.count()) > 0) {
      if (look) await lookAt(`${look}-families`);
      const family = familyOf(who.tile.picture) ?? 'other';
      await touch(page, '.who__family', kioskTexts[`family.${family}`].km);
      touches += 1;
    }
    await page.locator('.who__person').first().waitFor();
    if (look) await lookAt(`${look}-tiles`);
    await touch(page, '.who__person', who.name.km);
    touches += 1;
    await page.locator('.code__pictures').waitFor();
    return touches;
  }

  it('[KSK3] anybody’s picture code is three touches away, and every screen fits', async () => {
    expect(learners).toHaveLength(everybody);
    const { page } = kiosk;
    const sample = pick(learners);
    const touches: number[] = [];
    for (const [place, who] of sample.entries()) {
      touches.push(await touchesTo(page, who, ['big', null, 'usual'][place] ?? null));
      await page.getByRole('button', { name: kioskTexts['code.not-me'].km }).click();
      const back = page.getByRole('button', { name: kioskTexts['who.other-pictures'].km });
      if ((await back.count()) > 0) await back.click();
      await page.getByRole('button', { name: kioskTexts['who.other-groups'].km }).click();
    }
    expect(Math.max(...touches)).toBe(3);
    expect(found).toEqual([]);
  });

  it('[KSK11] so it is by the number on a card, typed on the keys', async () => {
    const { page } = kiosk;
    const [who] = pick(learners);
    await page.getByRole('button', { name: kioskTexts['who.card'].km }).click();
    await lookAt('card');
    // Nobody's: its check digit does not fit.
    const unknown = '999998';
    for (const digit of unknown) await page.keyboard.press(digit);
    await page.waitForSelector('.code__message--wrong');
    await lookAt('card-unknown');
    for (const digit of who?.card ?? '') await page.keyboard.press(digit);
    await page.locator('.code__pictures').waitFor();
    expect(await page.locator('.code__name').textContent()).toBe(who?.name.km);
    expect(found).toEqual([]);
  });
});
