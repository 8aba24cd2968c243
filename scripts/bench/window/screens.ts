import type { Page } from 'playwright-core';
import type { DemoSignIns } from '../../../src/hub/demo/demo-site.ts';
import { codePictures } from '../../../src/shared/contracts/sign-in.ts';
import type { CodePicture } from '../../../src/shared/contracts/sign-in.ts';

/** How the bench finds its way in a kiosk's pages: by the class names of their styles. */

export const signInScreen = '.who__person, .who__group';
export const homeScreen = '.home';
export const codePicture = '.code__picture';

type Learner = DemoSignIns['learners'][number];

/** Touches a learner's tile, their group's symbol first where groups are shown. */
export async function touchTile(page: Page, { name, group }: Learner): Promise<void> {
  const tile = page.locator('.who__person', { hasText: name.km });
  const symbol = page.locator('.who__group', { hasText: group.km });
  await page.waitForSelector(signInScreen);
  if (await symbol.isVisible()) await symbol.click();
  await tile.click();
  await page.waitForSelector(codePicture);
}

/** Touches one picture of the code; the twelve always lie in the same places. */
export function touchPicture(page: Page, picture: CodePicture): Promise<void> {
  return page.locator(codePicture).nth(codePictures.indexOf(picture)).click();
}
