import { attendanceStaffCommands } from '../attendance/attendance-commands.ts';
import {
  decideHeldCommand,
  listHeldCommand,
  vouchForHeldCommand,
} from '../quarantine/staff-quarantine-commands.ts';
import {
  cancelStationCodeCommand,
  decideCloneCommand,
  enrolStationCommand,
  listStationsCommand,
  renameStationStaffCommand,
  renewStationStaffCommand,
  replaceStationCommand,
  revokeStationCommand,
} from '../office/staff-station-commands.ts';
import {
  appointStaffCommand,
  changePassphraseCommand,
  changeStaffCommand,
  disableStaffCommand,
} from '../office/staff-account-commands.ts';
import {
  aboutRecordCommand,
  correctCommand,
  digestCommand,
  eraseRecordCommand,
  holdRecordCommand,
  lockOutsCommand,
  printRecordCommand,
  readAuditCommand,
  recordStateCommand,
  releaseRecordCommand,
  setRetentionCommand,
} from './record-staff-commands.ts';
import { finishCourseCommand } from '../office/course-commands.ts';
import { learnerStaffCommands } from '../office/staff-learner-commands.ts';
import { choosePackCommand } from '../packs/pack-commands.ts';
import { correctRoomCommand, countRoomCommand } from '../office/reading-room-commands.ts';
import { powerOffDeskCommand, powerOffHubCommand } from '../power/power-off-command.ts';
import { seatOrderCommands } from '../seats/seat-orders.ts';
import { makeNoteCommand, takeNoteBackCommand } from '../office/note-commands.ts';
import { arrangeRoomCommand } from '../office/room-commands.ts';
import { netbootStaffCommands } from '../netboot/netboot-commands.ts';
import { recordSpokenCommand } from '../office/spoken-commands.ts';
import { makeOverridesCommand } from '../override/override-command.ts';
import { lookAtSeatCommand } from '../look/look-command.ts';
import { timetableStaffCommands } from '../timetable/timetable-commands.ts';
import type { StaffCommand } from './staff-command.ts';

/** Every command the hub carries out for staff ([CMD2]). */
export const staffCommands: readonly StaffCommand[] = [
  listHeldCommand,
  decideHeldCommand,
  vouchForHeldCommand,
  listStationsCommand,
  enrolStationCommand,
  replaceStationCommand,
  cancelStationCodeCommand,
  renameStationStaffCommand,
  revokeStationCommand,
  decideCloneCommand,
  renewStationStaffCommand,
  appointStaffCommand,
  changeStaffCommand,
  disableStaffCommand,
  changePassphraseCommand,
  finishCourseCommand,
  correctCommand,
  eraseRecordCommand,
  holdRecordCommand,
  releaseRecordCommand,
  recordStateCommand,
  readAuditCommand,
  digestCommand,
  ...learnerStaffCommands,
  aboutRecordCommand,
  printRecordCommand,
  setRetentionCommand,
  lockOutsCommand,
  choosePackCommand,
  countRoomCommand,
  correctRoomCommand,
  arrangeRoomCommand,
  recordSpokenCommand,
  ...attendanceStaffCommands,
  lookAtSeatCommand,
  ...seatOrderCommands,
  powerOffHubCommand,
  powerOffDeskCommand,
  makeNoteCommand,
  takeNoteBackCommand,
  makeOverridesCommand,
  ...netbootStaffCommands,
  ...timetableStaffCommands,
];
