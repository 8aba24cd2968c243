import { distinctUntilChanged, map } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import type * as z from 'zod';
import { roomCommands } from '../../../shared/contracts/commands/room-commands.ts';
import { supervisorContract } from '../../../shared/contracts/ipc/contract.ts';
import type {
  Bridge,
  CommandName,
  Reply,
  StreamName,
} from '../../../shared/contracts/ipc/contract.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { LookPicture } from '../../../shared/contracts/look.ts';
import { ReanError, asReanError } from '../../../shared/errors.ts';
import { pretendDay } from './lab/pretend-help.ts';
import type { LookedAtLesson, PretendLab } from './lab/pretend-lab.ts';
import { coursesView, groupsOf, helpQueueOf, pageOf, roomOf } from './lab/pretend-views.ts';

interface Question<Input extends z.ZodType, Output extends z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}
type Answer = (asked: unknown) => unknown;
type Told = (asked: unknown) => Observable<unknown>;

const { commands, streams } = supervisorContract;

/** Ties a question of the contract to what answers it: what is asked is parsed, and both are of its types. */
function answer<Input extends z.ZodType, Output extends z.ZodType>(
  { input }: Question<Input, Output>,
  work: (asked: z.output<Input>) => z.input<Output> | Promise<z.input<Output>>,
): Answer {
  return (asked) => work(input.parse(asked));
}

/** The same of what is told nothing back. */
function act<Input extends z.ZodType>(
  { input }: Question<Input, z.ZodUndefined>,
  work: (asked: z.output<Input>) => void,
): Answer {
  return (asked) => {
    work(input.parse(asked));
  };
}

const inTouch: StationStatus = {
  phase: 'idle',
  hubReachable: true,
  waiting: 0,
  receiptAgeMs: 1_000,
  peers: null,
  notices: [],
  machine: null,
};

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
    'hub.command': answer(commands['hub.command'], ({ type, input }) => {
      if (type !== 'room.arrange') throw new ReanError('permission.denied', { command: type });
      lab.arrange(roomCommands['room.arrange'].input.parse(input).places);
      return {};
    }),
  } satisfies Partial<Record<CommandName<'supervisor'>, Answer>>;
  const views = {
    status: told(lab, streams.status, () => inTouch),
    room: told(lab, streams.room, () => roomOf(lab)),
    groups: told(lab, streams.groups, () => groupsOf(lab)),
    courses: told(lab, streams.courses, () => coursesView),
    'lab-day': told(lab, streams['lab-day'], () => ({ date: pretendDay, sure: true })),
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
  return speak(new Map(Object.entries(answers)), new Map(Object.entries(views)));
}

/** What a stream tells at once, and again whenever that is another. @param begin told that it is followed */
function told<Input extends z.ZodType, Output extends z.ZodType>(
  { changes$ }: PretendLab,
  { input }: Question<Input, Output>,
  view: (asked: z.output<Input>) => z.input<Output>,
  begin: (asked: z.output<Input>) => void = () => undefined,
): Told {
  return (raw) => {
    const asked = input.parse(raw);
    begin(asked);
    return changes$.pipe(
      map(() => view(asked)),
      distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
    );
  };
}

function speak(answers: ReadonlyMap<string, Answer>, views: ReadonlyMap<string, Told>): Bridge {
  const hearers = new Set<(reply: Reply) => void>();
  const followed = new Map<number, Subscription>();
  const reply = (message: Reply) => hearers.forEach((hear) => hear(message));
  const fail = (id: number) => (thrown: unknown) => {
    const { code, facts } = asReanError(thrown);
    reply({ kind: 'error', id, error: { code, facts: { ...facts } } });
  };
  const tell = (id: number) => (value: unknown) => reply({ kind: 'value', id, value });
  const find = <Kept>(all: ReadonlyMap<string, Kept>, name: string): Kept => {
    const found = all.get(name);
    if (found === undefined) throw new ReanError('permission.denied', { practice: name });
    return found;
  };
  return {
    role: 'supervisor',
    send(request) {
      const { id } = request;
      if (request.kind === 'unsubscribe') {
        followed.get(id)?.unsubscribe();
        followed.delete(id);
        return;
      }
      const { kind, name, input } = request;
      if (kind === 'command') {
        // Later, as every answer that comes over a line.
        const answered = Promise.resolve().then(() => find(answers, name)(input));
        answered.then(tell(id), fail(id));
        return;
      }
      try {
        const view = find(views, name)(input);
        followed.set(id, view.subscribe({ next: tell(id), error: fail(id) }));
      } catch (thrown) {
        fail(id)(thrown);
      }
    },
    listen(hear) {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
  };
}
