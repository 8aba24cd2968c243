import { filter, firstValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { officer, passphrase, sokha } from '../factories/desk-people.ts';
import { openedEvent, payloads } from '../factories/events.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import { commandIdSchema } from '../../src/shared/ids.ts';
import { sealNote } from '../../src/sync/envelope/sealed-documents.ts';

const until = <Value>(stream: Observable<Value>, holds: (value: Value) => boolean) =>
  firstValueFrom(stream.pipe(filter(holds)));

async function pageOf(desk: Desk) {
  desk.hub.pull();
  const window = supervisorWindow(await desk.start());
  await until(window.observe('staff', undefined), ({ ready }) => ready);
  await window.call('staff.sign-in', { staff: officer, passphrase });
  return window.observe('learner', { learner: sokha });
}

/** A note of the officer's as the hub would bring it. */
function noteOf(desk: Desk, at: number, over: { note?: string; takesBack?: number }) {
  const idOf = (number: number) => commandIdSchema.parse(`cm-000000000000000${number}`);
  const { note = null, takesBack } = over;
  return sealNote(
    100 + at,
    {
      id: idOf(at),
      learner: sokha,
      note,
      takesBack: takesBack === undefined ? null : idOf(takesBack),
      day: '2026-11-23',
      by: officer,
    },
    desk.people.keyOf(sokha),
    seededRandomness(at),
  );
}

describe('a learner’s page at a supervisor station', { timeout: 30_000 }, () => {
  it('[LPG2] [LPG3] has answers by day, and what to do next by the lab’s date', async () => {
    const desk = await stationDesk('supervisor');
    const given = [
      [payloads.started(), '2026-11-10'],
      [payloads.opened(), '2026-11-10'],
      [payloads.attempt('choose', 'not-yet'), '2026-11-10'],
      [payloads.attempt('choose', 'right', { attempt: 2 }), '2026-11-11'],
    ] as const;
    const events = given.map(([payload, date], at) =>
      openedEvent(payload, { learner: sokha, seq: at + 1, date }),
    );
    await desk.hub.putState(foldLearner(sokha, events), {});
    desk.tellDate('2026-11-23');
    const page$ = await pageOf(desk);
    const page = await until(page$, ({ answered, today }) => answered.length > 0 && today !== null);
    expect(page.answered).toEqual([
      { day: '2026-11-10', right: 0, notYet: 1, shown: 0 },
      { day: '2026-11-11', right: 1, notYet: 0, shown: 0 },
    ]);
    expect(page.here).toEqual([{ month: '2026-11', days: 2 }]);
    expect(page.next).toMatchObject([{ step: 'away', days: 12 }, { step: 'go-on' }]);
    expect(page.row).toMatchObject({ lastDay: '2026-11-11', needsHelp: false });
  });

  it('[LPG4] shows notes that stand, newest first and by whom, in whatever order they come', async () => {
    const desk = await stationDesk('supervisor');
    const page$ = await pageOf(desk);
    await desk.hub.putDirectory(noteOf(desk, 3, { takesBack: 1 }));
    await desk.hub.putDirectory(noteOf(desk, 4, { note: 'tutor-candidate' }));
    await desk.hub.putDirectory(noteOf(desk, 2, { note: 'steady' }));
    await desk.hub.putDirectory(noteOf(desk, 1, { note: 'works-alone' }));
    // Of a later Rean: there are no words for it here.
    await desk.hub.putDirectory(noteOf(desk, 5, { note: 'draws-well' }));
    const { notes } = await until(page$, (page) => page.notes.length === 2);
    const by = { km: 'ចាន់' };
    expect(notes).toMatchObject([
      { note: 'tutor-candidate', day: '2026-11-23', by },
      { note: 'steady', by },
    ]);
  });
});
