import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp, restore } from '../factories/backups.ts';
import {
  enrol,
  holdings,
  isSaved,
  kioskAt,
  officerAt,
  patienceMs,
  until,
  work,
} from '../factories/lab-people.ts';
import { realLab } from '../factories/real-lab.ts';
import { supervisorWindow } from '../factories/station-window.ts';

describe('a hub restored', () => {
  it.each(['from an older backup', 'from the keys alone'])(
    '[REC1] %s has everything that backup and stations hold, each once, and all converge',
    async (kind) => {
      const lab = await realLab();
      const folder = join(lab.folder, 'hub');
      const stick = join(lab.folder, 'stick');
      await mkdir(stick);
      const first = await lab.startHub();
      const kiosk = await kioskAt(lab, 'kiosk-1');
      const other = await kioskAt(lab, 'kiosk-2');
      await work(kiosk, lab.learner);
      await backUp(folder, stick);

      const learner = await enrol(first);
      await lab.enrolLate();
      await work(kiosk, lab.otherLearner);
      await work(other, learner);
      const late = await lab.openStation('late');
      await until((await officerAt(lab, late)).observe('status', undefined), isSaved);
      await late.close();
      const lost = await holdings(first);
      const journal = await first.hub.parts.databases.journal.info();
      await first.close();
      await until(kiosk.observe('status', undefined), ({ hubReachable }) => !hubReachable);
      await rm(folder, { recursive: true });
      const restored = await restore(
        folder,
        kind === 'from an older backup' ? stick : null,
        join(lab.folder, 'keys'),
      );
      expect(restored.site.generation).not.toBe(first.hub.site.generation);

      const second = await lab.startHub();
      const supervisor = await officerAt(lab, await lab.openStation('supervisor'));
      const { recovery } = second.hub.parts;
      // Known again once another station has brought back the entry that enrolled it.
      const returned = () => recovery.progress?.stations.filter(({ done }) => done).length;
      await expect.poll(returned, { timeout: patienceMs }).toBe(3);
      const again = supervisorWindow(await lab.openStation('late'));
      await expect.poll(() => recovery.window, { timeout: patienceMs }).toBeNull();
      for (const window of [kiosk, other, supervisor, again]) {
        const { notices } = await until(window.observe('status', undefined), isSaved);
        expect(notices).toEqual([]);
      }
      const found = await holdings(second);
      expect(found).toMatchObject({ ids: lost.ids, unfolded: 0 });
      // Signing out at `late` came after what was lost.
      const lacking = Object.entries(lost.vector).filter(
        ([store, seq]) => (found.vector[store] ?? 0) < seq,
      );
      expect(lacking).toEqual([]);
      expect(found.learners.map(({ _id }) => _id)).toEqual(lost.learners.map(({ _id }) => _id));
      expect(await second.hub.parts.desk.open()).toBe(0);
      const held = await second.hub.parts.databases.journal.info();
      expect(held.documents).toBeGreaterThan(journal.documents);

      for (const each of [lab.learner, lab.otherLearner, learner]) {
        const page$ = supervisor.observe('learner', { learner: each });
        const { row } = await until(page$, ({ row }) => row.activeMs > 0);
        expect(row).toMatchObject({ activeMs: 500 });
      }
      await work(kiosk, learner);
      // What came back is in the journal: a backup of it restores to the same directory.
      await backUp(folder, stick);
    },
  );
});
