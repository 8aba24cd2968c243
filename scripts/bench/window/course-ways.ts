import type { Page } from 'playwright-core';
import { homeScreen } from './screens.ts';

/** From a kiosk's home to the lessons of a course, by its title. */
export async function openCourse(page: Page, title: string): Promise<void> {
  await page.waitForSelector(homeScreen);
  const course = page.locator('.course-card', { hasText: title });
  const next = page.locator('.paged-grid > button').last();
  if (!(await course.isVisible())) await next.click();
  await course.click();
  await page.waitForSelector(lessonCard);
}

export const lessonCard = '.lesson-card';
/** Out of what is open, to where it was opened. */
export const wayOut = '.bar__left button';

export const frameTitle = 'the same page draws a change of its own and nothing else';
