import type { Texts } from '../../text.ts';
import { printersTexts } from '../printing.ts';
import { stickTexts } from '../stick.ts';
import { bringInTexts } from './bring-in.ts';
import { cardTexts } from './card.ts';
import { deedTexts } from './deeds.ts';
import { attendanceTexts } from './attendance.ts';
import { auditTexts } from './audit.ts';
import { closeOutTexts } from './close-out.ts';
import { deskTexts } from './desk.ts';
import { filmsTexts } from './films.ts';
import { helpPagesTexts } from './help-pages.ts';
import { helpTexts } from './help.ts';
import { firstSignInTexts } from './first-sign-ins.ts';
import { formTexts } from './forms.ts';
import { groupsTexts } from './groups.ts';
import { heldTexts } from './held.ts';
import { learnerFiltersTexts } from './learner-filters.ts';
import { learnerPageTexts } from './learner-page.ts';
import { learnerTexts } from './learner.ts';
import { learnersTexts } from './learners.ts';
import { manyTexts } from './many.ts';
import { newLearnerTexts } from './new-learner.ts';
import { newSignInTexts } from './new-sign-in.ts';
import { stationTestTexts } from './self-test.ts';
import { netbootTexts } from './netboot.ts';
import { noticeTexts } from './notices.ts';
import { overrideTexts } from './override.ts';
import { packsTexts } from './packs.ts';
import { practiceTexts } from './practice.ts';
import { pretendLabTexts } from './pretend-lab.ts';
import { readingRoomTexts } from './reading-room.ts';
import { recordDeedsTexts } from './record-deeds.ts';
import { passphraseTexts } from './passphrase.ts';
import { spokenTexts } from './spoken.ts';
import { arrangeTexts } from './arrange.ts';
import { reportsTexts } from './reports.ts';
import { roomLookTexts } from './room-look.ts';
import { roomTexts } from './room.ts';
import { seatActsTexts } from './seat-acts.ts';
import { lockOutTexts } from './lock-outs.ts';
import { secondPersonTexts } from './second-person.ts';
import { signInTexts } from './sign-in.ts';
import { siteTexts } from './site.ts';
import { siteWorkTexts } from './site-work.ts';
import { staffTexts } from './staff.ts';
import { stationsTexts } from './stations.ts';
import { trainingQuestionTexts } from './training-questions.ts';
import { trainingTexts } from './training.ts';
import { timetableTexts } from './timetable.ts';
import { weekTexts } from './timetable-panels.ts';
import { slotTexts } from './timetable-slot.ts';
import { wrongDayTexts } from './timetable-wrong-day.ts';
import { toldTexts } from './told.ts';
import { tourTexts } from './tour.ts';
import { troubleTexts } from './troubles.ts';

const named = (prefix: string, texts: Readonly<Record<string, Texts>>) =>
  Object.fromEntries(Object.entries(texts).map(([name, found]) => [`${prefix}.${name}`, found]));

/** Every catalogue of the officer's window, by the name its keys get in the list of strings. */
export const supervisorCatalogues: Readonly<Record<string, Texts>> = {
  'supervisor.desk': deskTexts,
  'supervisor.sign-in': signInTexts,
  'supervisor.room': roomTexts,
  'supervisor.room-look': roomLookTexts,
  'supervisor.arrange': arrangeTexts,
  'supervisor.close-out': closeOutTexts,
  'supervisor.seat-acts': seatActsTexts,
  'supervisor.learners': learnersTexts,
  'supervisor.learner-filters': learnerFiltersTexts,
  'supervisor.many': manyTexts,
  'supervisor.learner-page': learnerPageTexts,
  'supervisor.learner': learnerTexts,
  'supervisor.site': siteTexts,
  'supervisor.site-work': siteWorkTexts,
  'supervisor.held': heldTexts,
  'supervisor.stations': stationsTexts,
  'supervisor.packs': packsTexts,
  'supervisor.override': overrideTexts,
  'supervisor.netboot': netbootTexts,
  'supervisor.reading-room': readingRoomTexts,
  'supervisor.spoken': spokenTexts,
  'supervisor.forms': formTexts,
  'supervisor.deeds': deedTexts,
  'supervisor.new-learner': newLearnerTexts,
  'supervisor.timetable': timetableTexts,
  'supervisor.timetable-slot': slotTexts,
  'supervisor.timetable-panels': weekTexts,
  'supervisor.timetable-wrong-day': wrongDayTexts,
  'supervisor.told': toldTexts,
  'supervisor.new-sign-in': newSignInTexts,
  'supervisor.groups': groupsTexts,
  'supervisor.attendance': attendanceTexts,
  'supervisor.reports': reportsTexts,
  'supervisor.films': filmsTexts,
  'supervisor.help': helpTexts,
  'supervisor.help-pages': helpPagesTexts,
  'supervisor.first-sign-ins': firstSignInTexts,
  'supervisor.passphrase': passphraseTexts,
  'supervisor.staff': staffTexts,
  'supervisor.training': trainingTexts,
  'supervisor.training-questions': trainingQuestionTexts,
  'supervisor.bring-in': bringInTexts,
  'supervisor.card': cardTexts,
  'supervisor.stick': stickTexts,
  'supervisor.printers': printersTexts,
  'supervisor.second-person': secondPersonTexts,
  'supervisor.lock-outs': lockOutTexts,
  'supervisor.record': recordDeedsTexts,
  'supervisor.audit': auditTexts,
  'supervisor.practice': practiceTexts,
  'supervisor.pretend-lab': pretendLabTexts,
  'supervisor.tour': tourTexts,
  'supervisor.self-test': stationTestTexts,
  ...named('supervisor.notice', noticeTexts),
  ...named('supervisor.trouble', troubleTexts),
};
