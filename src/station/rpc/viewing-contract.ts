import { firstValueFrom, from } from 'rxjs';
import { supervisorContract } from '../../shared/contracts/ipc/contract.ts';
import type { StaffSession } from '../supervisor/staff-session.ts';
import type { ViewingService } from '../viewing/viewing-service.ts';
import type { BaseOf } from '../views/lesson-card.ts';
import { bindAct, bindCommand, bindStream } from './binding.ts';

const look = { learner: null, part: 'list', reason: 'viewings' } as const;
const { commands, streams } = supervisorContract;

/** What a supervisor window asks of the film that is shown to a group ([GRP1]). */
export function viewingCommands(session: StaffSession, viewing: ViewingService) {
  return {
    'viewing.begin': bindAct(commands['viewing.begin'], (film) => viewing.begin(session, film)),
    'viewing.resume': bindAct(commands['viewing.resume'], () => viewing.resume(session)),
    'viewing.tick': bindAct(commands['viewing.tick'], ({ learners, there }) =>
      viewing.tick(session, learners, there),
    ),
    'viewing.list': bindCommand(commands['viewing.list'], ({ content }) =>
      firstValueFrom(
        session.viewing('viewing.hold', look, (actor) =>
          from(viewing.readThere(actor, Buffer.from(content, 'base64'))),
        ),
      ),
    ),
    'viewing.drive': bindAct(commands['viewing.drive'], (drive) => viewing.drive(session, drive)),
    'viewing.answer': bindAct(commands['viewing.answer'], (counted) =>
      viewing.answer(session, counted),
    ),
    'viewing.ready': bindCommand(commands['viewing.ready'], (ready) =>
      viewing.ready(ready.viewing),
    ),
    'viewing.told': bindAct(commands['viewing.told'], (told) => viewing.told(told)),
    'viewing.failed': bindAct(commands['viewing.failed'], (failed) => viewing.failed(failed)),
    'viewing.end': bindAct(commands['viewing.end'], () => viewing.end(session)),
    'viewing.discard': bindAct(commands['viewing.discard'], () => viewing.discard(session)),
    'viewing.correct': bindAct(commands['viewing.correct'], (asked) =>
      viewing.correct(session, asked),
    ),
  };
}

export function viewingStreams(session: StaffSession, viewing: ViewingService, baseOf: BaseOf) {
  return {
    films: bindStream(streams.films, () => viewing.films$(session, baseOf)),
    viewing: bindStream(streams.viewing, () => viewing.viewing$(session)),
    viewings: bindStream(streams.viewings, () => viewing.viewings$(session)),
    screen: bindStream(streams.screen, () => viewing.screen$()),
  };
}
