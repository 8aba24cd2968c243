import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { enrolInCourses } from '../../src/hub/office/people.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { usualH5pPlayer } from '../../src/shared/contracts/h5p.ts';
import { courseIdSchema } from '../../src/shared/ids.ts';
import { kioskHand } from '../e2e/kiosk-hand.ts';
import { keepScreenshot, openTestLab } from '../e2e/test-lab.ts';
import type { OpenWindow, TestLab } from '../e2e/test-lab.ts';
import { installImported } from '../factories/imported-pack.ts';

const folder = process.env['REAN_SAMPLES'] ?? '';
/** A release of h5p-standalone: the app has none. */
const player = process.env['REAN_H5P_PLAYER'] ?? '';

const sampleSchema = z.object({ file: z.string(), kind: z.string() });
const samples = z
  .array(sampleSchema)
  .parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  .filter(({ kind }) => kind === 'h5p');
const course = courseIdSchema.parse('org.rean.h5p-samples');

/** Packages of H5P made by others, at a real kiosk, with the real player. */
describe('packages of H5P made by others', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    const store = join(stationFolder(lab.folder, 'station-1'), 'packs');
    const { pack, version } = usualH5pPlayer;
    await installImported(lab.folder, store, { paths: [player], id: pack, version });
    const paths = samples.map(({ file }) => join(folder, file));
    await installImported(lab.folder, store, { paths, id: course, titleKm: 'លំហាត់ H5P' });
    const [learner] = lab.signIns.learners;
    if (learner === undefined) throw new Error('There is no demo learner.');
    await lab.inOffice((office) => enrolInCourses(office, learner.learner, [course]));
    await lab.startHub();
    kiosk = await lab.openWindow('station-1');
    await vi.waitFor(() => kioskHand.signIn(kiosk.page, learner), {
      timeout: 30_000,
      interval: 300,
    });
  });
  afterAll(() => lab.remove());

  const button = (label: string) =>
    kiosk.page.getByRole('button', { name: label, exact: true }).first();

  /** Opens the piece at this place of the course, from wherever the learner is. */
  async function open(place: number): Promise<void> {
    const { page } = kiosk;
    const leave = button(kioskTexts['lesson.leave'].km);
    if (await leave.isVisible()) await leave.click();
    await page.waitForSelector('.home, .lesson-card');
    if (await page.locator('.home').isVisible()) {
      const card = page.locator('.course-card', { hasText: 'លំហាត់ H5P' });
      if (!(await card.isVisible())) await button(kioskTexts['page.next'].km).click();
      await card.click();
    }
    const home = await kioskHand.home(page);
    const lessons = home.courses.find((one) => one.course === course)?.lessons ?? [];
    const title = lessons[place]?.title.km ?? '';
    const card = page.locator('.lesson-card', { hasText: title }).first();
    await page.waitForSelector('.lesson-card');
    if (!(await card.isVisible())) await button(kioskTexts['page.next'].km).click();
    await card.click();
  }

  it.each(samples.map(({ file }, place) => ({ file, place })))(
    '[PCE14] $file begins',
    async ({ file, place }) => {
      await open(place);
      await vi.waitFor(
        async () => {
          const failed = (await lab.log('station-1')).filter((line) =>
            line.includes('"piece.failed"'),
          );
          expect(failed).toEqual([]);
          const frame = kiosk.page.frames().find((one) => one.url().endsWith('/~player/h5p/'));
          expect(await frame?.locator('.h5p-container').innerText()).toMatch(/\S/);
        },
        { timeout: 30_000, interval: 200 },
      );
      await keepScreenshot(kiosk.page, `h5p-${file.replaceAll(/[^\w.-]+/g, '-')}`);
    },
  );
});
