import { exportAuditCommand, verifyAuditCommand } from '../audit/audit-commands.ts';
import { healthCommand } from '../api/health-command.ts';
import {
  copyCommand,
  copyRecordingsCommand,
  noteBackupCommand,
} from '../backup/backup-commands.ts';
import {
  cancelCodeCommand,
  listCodesCommand,
  makeCodeCommand,
} from '../enrolment/enrolment-commands.ts';
import { addStationCommand } from '../office/add-station-command.ts';
import {
  decideCommand,
  listQuarantineCommand,
  showQuarantinedCommand,
  vouchCommand,
} from '../quarantine/quarantine-commands.ts';
import {
  eraseCommand,
  erasedCommand,
  holdCommand,
  retentionCommand,
} from '../erasure/erasure-commands.ts';
import { disableStationCommand } from '../office/disable-station-command.ts';
import { recoverySheetCommand } from '../backup/recovery-sheet-command.ts';
import { appointManagerCommand } from '../office/manager-command.ts';
import { idleCommand } from '../office/idle-command.ts';
import { renameStationCommand } from '../office/rename-station-command.ts';
import { askForKeysCommand, renewStationCommand } from '../office/renew-station-command.ts';
import { authoritiesCommand } from '../server/authorities-command.ts';
import { giveUpGapCommand, listGapsCommand } from '../gaps/gap-commands.ts';
import { recoveryCommand } from '../recovery/recovery-command.ts';
import { keysCommand } from '../rotation/keys-command.ts';
import { authorityCommand, pepperCommand, rotateCommand } from '../rotation/rotate-command.ts';
import { publishPacksCommand } from '../packs/pack-commands.ts';
import { removePackCommand } from '../packs/remove-pack.ts';
import { recordingsCommand } from '../recordings/recordings-command.ts';
import {
  codeHereCommand,
  mayHereCommand,
  roomCommand,
  sheetHereCommand,
  stickHereCommand,
} from '../screen/screen-commands.ts';
import type { HubCommand } from './hub-command.ts';

/** Every command a running hub carries out for a technician ([CTL1]). */
export const hubCommands: readonly HubCommand<unknown, unknown>[] = [
  addStationCommand,
  listQuarantineCommand,
  showQuarantinedCommand,
  vouchCommand,
  decideCommand,
  disableStationCommand,
  renewStationCommand,
  askForKeysCommand,
  copyCommand,
  copyRecordingsCommand,
  noteBackupCommand,
  recordingsCommand,
  recoveryCommand,
  makeCodeCommand,
  listCodesCommand,
  cancelCodeCommand,
  renameStationCommand,
  eraseCommand,
  erasedCommand,
  holdCommand,
  retentionCommand,
  verifyAuditCommand,
  exportAuditCommand,
  recoverySheetCommand,
  idleCommand,
  rotateCommand,
  authorityCommand,
  authoritiesCommand,
  pepperCommand,
  keysCommand,
  healthCommand,
  listGapsCommand,
  giveUpGapCommand,
  appointManagerCommand,
  publishPacksCommand,
  removePackCommand,
  roomCommand,
  mayHereCommand,
  codeHereCommand,
  sheetHereCommand,
  stickHereCommand,
];
