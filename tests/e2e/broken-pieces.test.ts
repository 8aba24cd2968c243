import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { enrolInCourses } from '../../src/hub/office/people.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { brokenPieces, chippedPieces, installBroken } from '../factories/broken-pieces.ts';
import { pieceCourse } from '../factories/piece-pack.ts';
import { keepOpenToAll } from './barriers.ts';
import { kioskHand } from './kiosk-hand.ts';
import { pieceHand } from './piece-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const pieces = await brokenPieces();

/** Content of every kind that can't be played: calm words for its learner, precise ones for the officer. */
describe('content that is broken', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    await installBroken(lab.folder, join(stationFolder(lab.folder, 'station-1'), 'packs'), [
      ...pieces,
      ...chippedPieces,
    ]);
    const [learner] = lab.signIns.learners;
    if (learner === undefined) throw new Error('There is no demo learner.');
    await lab.inOffice((office) => enrolInCourses(office, learner.learner, [pieceCourse]));
    await lab.startHub();
    kiosk = await lab.openWindow('station-1');
    await vi.waitFor(() => kioskHand.signIn(kiosk.page, learner), {
      timeout: 30_000,
      interval: 300,
    });
  });
  afterAll(() => lab.remove());

  it.each(pieces)('[PCE3] is said calmly of $id, and to the officer why', async ({ id, told }) => {
    await pieceHand.open(kiosk, id);
    await pieceHand.failed(kiosk);
    // The window knows first, then its station.
    await vi.waitFor(async () => {
      const lines = await lab.log('station-1');
      const failed = lines.filter((line) => line.includes('"piece.failed"')).at(-1);
      expect(failed).toContain(`"${id}"`);
      expect(failed).toMatch(told);
    }, 10_000);
    expect((await pieceHand.card(kiosk, id))?.status).not.toBe('done');
    await keepOpenToAll(kiosk.page, `broken-${id}`);
  });

  it.each(chippedPieces)(
    '[PCE3] goes on in $id, which lacks a script and works',
    async ({ id }) => {
      await pieceHand.open(kiosk, id);
      // Asked for once its first moments are over.
      await pieceHand.button(kiosk, kioskTexts['piece.finish'].km).click();
      await expect
        .poll(async () => (await pieceHand.card(kiosk, id))?.status, { timeout: 10_000 })
        .toBe('done');
      const lines = await lab.log('station-1');
      expect(lines.filter((line) => line.includes('"piece.failed"')).join()).not.toContain(id);
    },
  );
});
