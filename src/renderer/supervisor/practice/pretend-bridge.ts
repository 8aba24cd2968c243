import type { CommandType } from '../../../shared/contracts/commands/command-map.ts';
import { hubPowerCommands } from '../../../shared/contracts/commands/hub-power-commands.ts';
import { roomCommands } from '../../../shared/contracts/commands/room-commands.ts';
import { kioskContract, supervisorContract } from '../../../shared/contracts/ipc/contract.ts';
import type { Bridge, CommandName, StreamName } from '../../../shared/contracts/ipc/contract.ts';
import type { LookPicture } from '../../../shared/contracts/look.ts';
import { ReanError } from '../../../shared/errors.ts';
import type { LookedAtLesson } from './lab/look-at.ts';
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
  const answers = new Map(Object.entries(pretendAnswers(lab, paint)));
  return speak('supervisor', answers, new Map(Object.entries(pretendViews(lab))));
}

/** What is answered of the contract's commands. */
export function pretendAnswers(lab: PretendLab, paint: PaintLook) {
  const atHub = pretendHubAnswers(lab);
  return {
    'seats.order': act(commands['seats.order'], ({ act, seats }) => lab.order(act, seats)),
    'seats.move': act(commands['seats.move'], (move) => lab.move(move)),
    'seat.look': answer(commands['seat.look'], ({ station, learner }) =>
      paint(lab.look(station, learner)),
    ),
    'help.take': act(commands['help.take'], (ref) => lab.takeHelp(ref)),
    'help.hand': act(commands['help.hand'], (asked) => lab.handHelp(asked)),
    'help.answer': act(commands['help.answer'], (asked) => lab.answerHelp(asked)),
    // The pretend one: this window stays.
    'machine.power-off': answer(commands['machine.power-off'], () => {
      lab.powerOffDesk();
      return { goes: true };
    }),
    'hub.command': answer(commands['hub.command'], ({ type, input }) => {
      const work = Object.entries(atHub).find(([name]) => name === type)?.[1];
      if (work === undefined) throw new ReanError('permission.denied', { command: type });
      return work(input);
    }),
  } satisfies Partial<Record<CommandName<'supervisor'>, Answer>>;
}

/** What the pretend hub does of what staff can sign. */
export function pretendHubAnswers(lab: PretendLab) {
  return {
    'hub.power-off': answer(hubPowerCommands['hub.power-off'], ({ despite }) => {
      lab.powerOffHub(despite);
      return { goes: true };
    }),
    'room.arrange': answer(roomCommands['room.arrange'], ({ places }) => {
      lab.arrange(places);
      return {};
    }),
  } satisfies Partial<Record<CommandType, Answer>>;
}

/** What is told of the contract's streams. */
export function pretendViews(lab: PretendLab) {
  return {
    status: told(lab, streams.status, () => statusOf(lab)),
    room: told(lab, streams.room, () => roomOf(lab)),
    groups: told(lab, streams.groups, () => groupsOf(lab)),
    courses: told(lab, streams.courses, () => coursesView),
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
}

/** The same of the pretend seat that is opened with codes of paper: its window's line, for what its lock asks ([PRC7]). */
export function pretendSeatBridge(lab: PretendLab): Bridge {
  const { commands: asked, streams: views } = kioskContract;
  const enter = answer(asked['override.enter'], ({ code }) => lab.enterCode(code));
  const sheet = told(lab, views.override, () => lab.codes.view);
  return speak('kiosk', new Map([['override.enter', enter]]), new Map([['override', sheet]]));
}
