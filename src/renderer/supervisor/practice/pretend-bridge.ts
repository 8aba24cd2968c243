import { hubPowerCommands } from '../../../shared/contracts/commands/hub-power-commands.ts';
import { roomCommands } from '../../../shared/contracts/commands/room-commands.ts';
import { kioskContract, supervisorContract } from '../../../shared/contracts/ipc/contract.ts';
import type { Bridge, CommandName, StreamName } from '../../../shared/contracts/ipc/contract.ts';
import type { LookPicture } from '../../../shared/contracts/look.ts';
import { ReanError } from '../../../shared/errors.ts';
import type { LookedAtLesson } from './lab/look-at.ts';
import { pretendDay } from './lab/pretend-help.ts';
import type { PretendLab } from './lab/pretend-lab.ts';
import {
  coursesView,
  groupsOf,
  helpQueueOf,
  pageOf,
  roomOf,
  statusOf,
} from './lab/pretend-views.ts';
import { act, answer, speak, told } from './pretend-line.ts';
import type { Answer, Told } from './pretend-line.ts';

const { commands, streams } = supervisorContract;

/** Makes a picture of a pretend lesson. */
export type PaintLook = (lesson: LookedAtLesson) => Promise<LookPicture>;

/**
 * The other end of the window's line while somebody practises: it answers what Room and Help ask out of a
 * {@link PretendLab}, in the shapes of the contract, and knows no way to the station, the app or any seat ([PRC1]).
 * Whatever else is asked is refused.
 */
export function pretendBridge(lab: PretendLab, paint: PaintLook): Bridge {
  const answers = {
    'seats.order': act(commands['seats.order'], ({ act, seats }) => lab.order(act, seats)),
    'seats.move': act(commands['seats.move'], (move) => lab.move(move)),
    'seat.look': answer(commands['seat.look'], ({ station, learner }) =>
      paint(lab.look(station, learner)),
    ),
    'help.take': act(commands['help.take'], (ref) => lab.takeHelp(ref)),
    'help.hand': act(commands['help.hand'], (asked) => lab.handHelp(asked)),
    'help.answer': act(commands['help.answer'], (asked) => lab.answerHelp(asked)),
    // The pretend one: this window stays.
    'machine.power-off': answer(commands['machine.power-off'], () => ({ goes: true })),
    'hub.command': answer(commands['hub.command'], ({ type, input }) => {
      if (type === 'hub.power-off') {
        lab.powerOffHub(hubPowerCommands['hub.power-off'].input.parse(input).despite);
        return { goes: true };
      }
      if (type !== 'room.arrange') throw new ReanError('permission.denied', { command: type });
      lab.arrange(roomCommands['room.arrange'].input.parse(input).places);
      return {};
    }),
  } satisfies Partial<Record<CommandName<'supervisor'>, Answer>>;
  const views = {
    status: told(lab, streams.status, () => statusOf(lab)),
    room: told(lab, streams.room, () => roomOf(lab)),
    groups: told(lab, streams.groups, () => groupsOf(lab)),
    courses: told(lab, streams.courses, () => coursesView),
    'lab-day': told(lab, streams['lab-day'], () => ({ date: pretendDay, sure: true })),
    'hub-going': told(lab, streams['hub-going'], () => lab.hub.going),
    orders: told(lab, streams.orders, () => [...lab.orders.given]),
    help: told(lab, streams.help, () => helpQueueOf(lab)),
    learner: told(
      lab,
      streams.learner,
      ({ learner }) => {
        const page = pageOf(learner, lab);
        if (page === null) throw new ReanError('learner.unknown');
        return page;
      },
      ({ learner }) => lab.opened(learner),
    ),
  } satisfies Partial<Record<StreamName<'supervisor'>, Told>>;
  return speak('supervisor', new Map(Object.entries(answers)), new Map(Object.entries(views)));
}

/** The same of the pretend seat that is opened with codes of paper: its window's line, for what its lock asks ([PRC7]). */
export function pretendSeatBridge(lab: PretendLab): Bridge {
  const { commands: asked, streams: views } = kioskContract;
  const enter = answer(asked['override.enter'], ({ code }) => lab.enterCode(code));
  const sheet = told(lab, views.override, () => lab.codes.view);
  return speak('kiosk', new Map([['override.enter', enter]]), new Map([['override', sheet]]));
}
