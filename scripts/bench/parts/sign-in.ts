import type { Page } from 'playwright-core';
import type { Bench } from '../bench.ts';
import { verifierCheck, verifierTitle } from '../baselines/verifier-check.ts';
import type { Samples } from '../report/figure.ts';
import type { DemoLearner } from '../station/learner-at-work.ts';
import { paintedAt, touchedAt } from '../window/in-page.ts';
import { pageCarrier } from '../window/page-carrier.ts';
import { openStationPage } from '../window/rean-windows.ts';
import { codePicture, homeScreen, touchPicture, touchTile } from '../window/screens.ts';
import { CannotMeasure } from '../cannot-measure.ts';

/** Signs in by touch; resolves to the time from the last picture touched to home painted, ms. */
async function signIn(page: Page, learner: DemoLearner): Promise<number> {
  await touchTile(page, learner);
  const [last, ...first] = learner.code.toReversed();
  if (last === undefined) throw new CannotMeasure('The learner has no code.');
  for (const picture of first.toReversed()) await touchPicture(page, picture);
  const touched = page.evaluate(touchedAt, codePicture);
  const painted = page.evaluate(paintedAt, homeScreen);
  await touchPicture(page, last);
  return (await painted) - (await touched);
}

/** Sign-in by touch, in a window, to the learner's first screen with its pictures. */
export async function measureSignIn(bench: Bench): Promise<readonly Samples[]> {
  const lab = await bench.lab();
  const check = await verifierCheck();
  const folder = lab.stationFolder('station-1');
  const { window, page: first } = await openStationPage(bench, 'kiosk', folder);
  const measured: number[] = [];
  const baseline: number[] = [];
  try {
    let page = first;
    for (let run = 0; run <= bench.runs; run += 1) {
      const learner = lab.signIns.learners[run % lab.signIns.learners.length];
      if (learner === undefined) throw new CannotMeasure('The lab has no learners.');
      const [ms, least] = [await signIn(page, learner), await check()];
      if (run > 0) measured.push(ms);
      if (run > 0) baseline.push(least);
      // The end of a sitting brings a new window.
      const next = window.nextPage();
      await pageCarrier(page).tell('sitting.end', { reason: 'learner' });
      page = await next;
    }
  } finally {
    await window.close();
  }
  return [
    {
      name: 'sign-in',
      title: 'sign-in, from the last picture touched to the first screen painted',
      unit: 'ms',
      measured,
      baseline: { title: verifierTitle, samples: baseline },
    },
  ];
}
