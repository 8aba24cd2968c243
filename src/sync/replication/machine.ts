import type { Notice } from '../../shared/contracts/hub-api.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { hasMovedOn, waitFrom } from '../../shared/sequence.ts';
import { backOffMs } from './pace.ts';
import type { Moment, Pace } from './pace.ts';
import { pullTargets } from './replication-state.ts';
import type {
  Input,
  Link,
  Listening,
  Machine,
  Outcome,
  OutcomeOf,
  ReplicationState,
  Step,
  Todo,
} from './replication-state.ts';

/**
 * The replication machine as a pure function ([SYN1]): what it is in, what it does next and what it
 * waits for. Doing and waiting themselves are in replicator.ts.
 */

const nothing: Todo = {
  giveBack: false,
  push: false,
  confirm: false,
  directory: false,
  keyring: false,
  journal: false,
  state: false,
  switch: false,
  tidy: false,
};

export const initialMachine: Machine = {
  state: { phase: 'starting' },
  doing: null,
  wait: null,
  listening: null,
  link: null,
  todo: nothing,
  keyring: null,
  attempt: 0,
  failure: null,
  reachable: false,
};

/** The machine after an input. */
export function transition(machine: Machine, input: Input, moment: Moment): Machine {
  if (machine.state.phase === 'stopped') return machine;
  switch (input.input) {
    case 'stopped':
      return { ...machine, ...atRest, state: { phase: 'stopped' }, reachable: false };
    case 'started':
    case 'due':
      return goOn(whenDue(machine), moment);
    case 'appended':
      return reconsider(withTodo(machine, { push: true }), moment);
    case 'done':
      return goOn(afterStep({ ...machine, doing: null, reachable: true }, input.outcome), moment);
    case 'failed':
      return fail(machine, input.cause, moment);
    case 'noticed':
      return reconsider(afterNotice(machine, input.notice, moment.pace), moment);
    case 'notice-failed':
      return machine.doing
        ? { ...machine, listening: null, failure: input.cause }
        : fail(machine, input.cause, moment);
  }
}

const atRest = { doing: null, wait: null, listening: null, link: null, failure: null } as const;

function withTodo(machine: Machine, todo: Partial<Todo>): Machine {
  return { ...machine, todo: { ...machine.todo, ...todo } };
}

/** An idle machine asks for a receipt, and tidies up; a waiting one tries the hub again. */
function whenDue(machine: Machine): Machine {
  return machine.link ? withTodo(machine, { confirm: true, tidy: true }) : machine;
}

/** Something new to do: an idle machine begins at once, a busy or waiting one comes to it. */
function reconsider(machine: Machine, moment: Moment): Machine {
  return machine.state.phase === 'idle' ? goOn(machine, moment) : machine;
}

/** Picks the next step, or rests. */
function goOn(machine: Machine, moment: Moment): Machine {
  if (machine.failure) return fail(machine, machine.failure, moment);
  const step = nextStep(machine);
  return step ? begin(machine, step) : rest(machine, moment);
}

/** Uploads come before downloads, always ([SYN2]); what a new generation lacks before all ([REC1]). */
function nextStep({ link, todo }: Machine): Step | null {
  if (!link) return { kind: 'hello' };
  if (todo.giveBack) return { kind: 'give-back' };
  if (todo.push) return { kind: 'push' };
  if (todo.confirm) return { kind: 'confirm' };
  if (todo.directory) return { kind: 'pull', target: 'directory' };
  if (todo.keyring) return { kind: 'keyring' };
  if (todo.journal) return { kind: 'pull', target: 'journal' };
  if (todo.state) return { kind: 'pull', target: 'state' };
  if (todo.switch) return { kind: 'switch' };
  return todo.tidy ? { kind: 'tidy' } : null;
}

/** What comes up while a step is under way is to be done after it, so its own mark goes first. */
function begin(machine: Machine, step: Step): Machine {
  const pulling = step.kind === 'pull' || step.kind === 'keyring' || step.kind === 'switch';
  return {
    ...withTodo(machine, unmarked(step)),
    doing: step,
    wait: null,
    listening: pulling || step.kind === 'hello' ? null : machine.listening,
    state: stateOf(step, machine.state),
  };
}

function unmarked(step: Step): Partial<Todo> {
  if (step.kind === 'hello') return {};
  if (step.kind === 'give-back') return { giveBack: false };
  return step.kind === 'pull' ? { [step.target]: false } : { [step.kind]: false };
}

function stateOf(step: Step, before: ReplicationState): ReplicationState {
  switch (step.kind) {
    case 'hello':
      return before.phase === 'starting' ? before : { phase: 'confirming' };
    case 'give-back':
    case 'confirm':
    case 'tidy':
      return { phase: 'confirming' };
    case 'push':
      return { phase: 'pushing' };
    case 'pull':
      return { phase: 'pulling', what: step.target };
    case 'keyring':
      return { phase: 'pulling', what: 'keyring' };
    case 'switch':
      return { phase: 'pulling', what: 'state' };
  }
}

/** Everything is done: the run has succeeded. */
function rest(machine: Machine, { nowMs, pace }: Moment): Machine {
  const waiting = machine.state.phase === 'idle' ? machine.wait : null;
  return {
    ...machine,
    wait: waiting ?? { untilMonotonicMs: nowMs + pace.idleMs },
    listening: machine.listening ?? (machine.link && listenTo(machine.link, 0)),
    state: { phase: 'idle' },
    attempt: 0,
  };
}

function listenTo({ generation, pulled }: Link, afterMs: number): Listening {
  return { generation, ...pulled, afterMs };
}

function afterStep(machine: Machine, outcome: Outcome): Machine {
  switch (outcome.kind) {
    case 'hello':
      return afterHello(machine, outcome);
    case 'confirm':
      return afterConfirm(machine, outcome);
    case 'push':
      return withTodo(machine, { push: machine.todo.push || outcome.more, confirm: true });
    case 'pull':
      return afterPull(machine, outcome);
    case 'keyring':
      return { ...machine, keyring: outcome.number };
    case 'give-back':
    case 'switch':
    case 'tidy':
      return machine;
  }
}

function afterHello(machine: Machine, { generation, pulled, isNew }: OutcomeOf<'hello'>): Machine {
  const link = { generation, pulled, noticed: null };
  return withTodo(
    { ...machine, link },
    {
      giveBack: isNew,
      // The receipt comes first: it says what is still to be pushed.
      confirm: true,
      directory: true,
      keyring: machine.keyring === null,
      journal: true,
      state: true,
      switch: isNew,
    },
  );
}

function afterConfirm(machine: Machine, outcome: OutcomeOf<'confirm'>): Machine {
  if (machine.link?.generation !== outcome.generation) return { ...machine, link: null };
  const again = Object.fromEntries(outcome.pull.map((target) => [target, true]));
  return withTodo(machine, { ...again, push: machine.todo.push || outcome.push });
}

function afterPull(machine: Machine, outcome: OutcomeOf<'pull'>): Machine {
  const { target, seq, more } = outcome;
  const { link, todo } = machine;
  if (!link) return machine;
  const reached = more ? seq : waitFrom(seq, link.noticed?.[target] ?? null);
  // Who is enrolled has changed, and so, it may be, have the keys.
  const keyring = todo.keyring || (target === 'directory' && seq !== link.pulled.directory);
  const pulled = { ...link.pulled, [target]: reached };
  return withTodo(
    { ...machine, link: { ...link, pulled } },
    { keyring, [target]: todo[target] || more },
  );
}

function afterNotice(machine: Machine, notice: Notice, { relistenMs }: Pace): Machine {
  const { link } = machine;
  const heard: Machine = { ...machine, listening: null, reachable: true };
  if (!link) return heard;
  if (notice.generation !== link.generation) return { ...heard, link: null };
  const moved = pullTargets.filter((target) => hasMovedOn(notice[target], link.pulled[target]));
  const keyring = notice.keyring !== machine.keyring;
  if (moved.length === 0 && !keyring) {
    return { ...heard, listening: listenTo(link, relistenMs) };
  }
  const { directory, journal, state } = notice;
  return withTodo(
    { ...heard, link: { ...link, noticed: { directory, journal, state } } },
    { ...Object.fromEntries(moved.map((target) => [target, true])), ...(keyring && { keyring }) },
  );
}

const blocking: readonly ErrorCode[] = ['hub.refused', 'hub.certificate-mismatch'];

/** Ends the run; the next begins with a hello. What is to be pushed is found anew by then. */
function fail(machine: Machine, cause: ErrorCode, { nowMs, chance, pace }: Moment): Machine {
  const ended: Machine = {
    ...machine,
    ...atRest,
    todo: nothing,
    reachable: reaches(cause, machine),
  };
  if (blocking.includes(cause)) {
    const untilMonotonicMs = nowMs + pace.blockedMs;
    return {
      ...ended,
      wait: { untilMonotonicMs },
      state: { phase: 'blocked', cause, untilMonotonicMs },
    };
  }
  const attempt = machine.attempt + 1;
  const untilMonotonicMs = nowMs + backOffMs(attempt, chance, pace);
  return {
    ...ended,
    attempt,
    wait: { untilMonotonicMs },
    state: { phase: 'backing-off', attempt, untilMonotonicMs, cause },
  };
}

function reaches(cause: ErrorCode, machine: Machine): boolean {
  if (cause === 'hub.refused') return true;
  return cause.startsWith('hub.') ? false : machine.reachable;
}
