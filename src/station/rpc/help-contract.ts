import { supervisorContract } from '../../shared/contracts/ipc/contract.ts';
import type { HelpService } from '../help/help-service.ts';
import type { StaffSession } from '../supervisor/staff-session.ts';
import { bindAct, bindStream } from './binding.ts';

const { commands, streams } = supervisorContract;

/** What a supervisor window does about requests for help ([HLQ2]). */
export function helpCommands(session: StaffSession, help: HelpService) {
  return {
    'help.take': bindAct(commands['help.take'], (asked) => help.take(session, asked)),
    'help.hand': bindAct(commands['help.hand'], (asked) => help.hand(session, asked)),
    'help.answer': bindAct(commands['help.answer'], (asked) => help.answer(session, asked)),
  };
}

export function helpStreams(session: StaffSession, help: HelpService) {
  return { help: bindStream(streams.help, () => help.queue$(session)) };
}
