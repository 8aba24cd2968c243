import { join } from 'node:path';
import { filter, firstValueFrom, map, merge, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import { expect, it } from 'vitest';
import { appointTutor } from '../../src/hub/office/groups.ts';
import { readRoster } from '../../src/hub/office/roster.ts';
import { withOffice } from '../../src/hub/office/site-on-disk.ts';
import type { HelpRequest, TutoredRequest } from '../../src/shared/contracts/ipc/help-views.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { passphrase, rightCode } from '../factories/desk-people.ts';
import { introduce } from '../factories/introduced-lab.ts';
import { realLab } from '../factories/real-lab.ts';
import type { RealLab } from '../factories/real-lab.ts';
import { kioskWindow, supervisorWindow } from '../factories/station-window.ts';
import type { KioskWindow, SupervisorWindow } from '../factories/station-window.ts';

const patienceMs = 60_000;
const ports = { clock: systemClock(), random: systemRandomness() };

function until<Value>(stream: Observable<Value>, holds: (value: Value) => boolean): Promise<Value> {
  return firstValueFrom(stream.pipe(filter(holds), timeout({ first: patienceMs })));
}

const refOf = ({ learner, request, after }: TutoredRequest | HelpRequest) => ({
  learner: learner.learner,
  request,
  after,
});

const handAt = (window: KioskWindow) =>
  window
    .observe('sitting', undefined)
    .pipe(map((sitting) => [sitting?.helpAsked ?? false, sitting?.helpComes ?? false].join()));
const tutoredAt = (window: KioskWindow) =>
  window.observe('tutoring', undefined).pipe(map((tutoring) => tutoring?.requests[0] ?? null));
const queuedAt = (window: SupervisorWindow) =>
  window.observe('help', undefined).pipe(map(({ requests }) => requests[0] ?? null));

async function held<Value>(stream: Observable<Value | null>, holds: (value: Value) => boolean) {
  const value = await until(stream, (each) => each !== null && holds(each));
  if (value === null) throw new Error('no request');
  return value;
}

/** The other learner is a peer tutor of the group of both. */
const appoint = (lab: RealLab) =>
  withOffice(join(lab.folder, 'hub'), ports, async (office) => {
    const account = (await readRoster(office)).learners.get(lab.otherLearner);
    if (account === undefined) throw new Error('The lab has no second learner.');
    await appointTutor(office, account, {});
  });

it('[HLQ2] [HLQ3] [HLQ5] with the hub away two take one call, one has it at every station, and it is answered', async () => {
  const lab = await realLab();
  await introduce(lab);
  await appoint(lab);
  const hub = await lab.startHub();
  const asker = kioskWindow(await lab.openStation('kiosk-1'));
  const tutor = kioskWindow(await lab.openStation('kiosk-2'));
  const officer = supervisorWindow(await lab.openStation('supervisor'));
  const ready = (window: KioskWindow) =>
    until(window.observe('people', undefined), (people) => people.ready);
  await Promise.all([ready(asker), ready(tutor)]);
  await until(officer.observe('staff', undefined), (staff) => staff.ready);
  await officer.call('staff.sign-in', { staff: lab.officer, passphrase });
  await tutor.call('sitting.start', { learner: lab.otherLearner, code: [...rightCode] });
  await hub.close();

  await asker.call('sitting.start', { learner: lab.learner, code: [...rightCode] });
  await asker.call('help.ask', undefined);
  const seenByTutor = await held(tutoredAt(tutor), () => true);
  const seenByOfficer = await held(queuedAt(officer), () => true);
  // Neither has heard of the other.
  await Promise.all([
    tutor.call('tutor.take', refOf(seenByTutor)),
    officer.call('help.take', refOf(seenByOfficer)),
  ]);
  await until(handAt(asker), (hand) => hand === 'true,true');
  const winner = await firstValueFrom(
    merge(
      queuedAt(officer).pipe(map((request) => (request?.late ? 'tutor' : null))),
      tutoredAt(tutor).pipe(map((request) => (request?.late ? 'officer' : null))),
    ).pipe(
      filter((won) => won !== null),
      timeout({ first: patienceMs }),
    ),
  );
  if (winner === 'tutor') {
    const theirs = await held(tutoredAt(tutor), ({ taker }) => taker?.mine === true);
    await tutor.call('tutor.hand', refOf(theirs));
  }
  const mine = await held(queuedAt(officer), ({ acts, taker, to }) => {
    return acts.includes('answer') && (taker?.mine === true || to.for === 'officer');
  });
  await officer.call('help.answer', { ...refOf(mine), outcome: 'helped' });
  await until(handAt(asker), (hand) => hand === 'false,false');
  await until(tutoredAt(tutor), (request) => request === null);

  await lab.startHub();
  for (const window of [asker, tutor, officer]) {
    const status$ = window.observe('status', undefined);
    await until(status$, ({ hubReachable, waiting }) => hubReachable && waiting === 0);
  }
  const queue$ = officer.observe('help', undefined);
  // What was said at each of them comes to the hub in any order.
  const after = await until(queue$, ({ today }) => today?.open === 0 && today.asked > 0);
  expect(after).toMatchObject({ requests: [], today: { asked: 1, answered: 1, open: 0 } });
}, 180_000);
