import { describe, expect, it } from 'vitest';
import { generationA, generationB } from '../../../tests/factories/fake-hub.ts';
import type { Notice } from '../../shared/contracts/hub-api.ts';
import { initialMachine, transition } from './machine.ts';
import { backOffMs, pace } from './pace.ts';
import type { Input, Machine, Outcome } from './replication-state.ts';

const at = (nowMs: number) => ({ nowMs, chance: 1, pace });

/** The machine after these inputs, a second apart. */
function after(...inputs: readonly Input[]): Machine {
  return inputs.reduce(
    (machine, input, index) => transition(machine, input, at(index * 1000)),
    initialMachine,
  );
}

const started: Input = { input: 'started' };
const appended: Input = { input: 'appended' };
const due: Input = { input: 'due' };
const done = (outcome: Outcome): Input => ({ input: 'done', outcome });
const failed = (cause: (Input & { input: 'failed' })['cause']): Input => {
  return { input: 'failed', cause };
};

const pulled = { directory: 4, journal: 2, state: 9 };
const hello = done({ kind: 'hello', generation: generationA, pulled, isNew: false });
const helloNew = done({ kind: 'hello', generation: generationA, pulled, isNew: true });
const confirmed = done({ kind: 'confirm', generation: generationA, push: false, pull: [] });
const behind = done({ kind: 'confirm', generation: generationA, push: true, pull: [] });
const pushed = done({ kind: 'push', more: false });
const pushedSome = done({ kind: 'push', more: true });
const pull = (target: 'directory' | 'journal' | 'state', more = false) =>
  done({ kind: 'pull', target, seq: pulled[target], more });
const keyring = done({ kind: 'keyring', number: 7 });
const wholeRun = [
  started,
  hello,
  confirmed,
  pull('directory'),
  keyring,
  pull('journal'),
  pull('state'),
];
const notice = (moved: Partial<Notice>): Input => {
  return { input: 'noticed', notice: { generation: generationA, ...pulled, keyring: 7, ...moved } };
};

/** What it does at each input, one after the other. */
function stepsOf(...inputs: readonly Input[]): (string | null)[] {
  let machine = initialMachine;
  return inputs.map((input) => {
    machine = transition(machine, input, at(0));
    const { doing } = machine;
    return doing?.kind === 'pull' ? doing.target : (doing?.kind ?? null);
  });
}

describe('the replication machine', () => {
  it('[SYN2] says hello, confirms, and then pulls people before progress', () => {
    expect(stepsOf(...wholeRun)).toEqual([
      'hello',
      'confirm',
      'directory',
      'keyring',
      'journal',
      'state',
      null,
    ]);
    expect(after(...wholeRun).state).toEqual({ phase: 'idle' });
  });

  it('[SYN2] pushes all there is, and confirms it, before it pulls', () => {
    expect(stepsOf(started, hello, behind, pushedSome, pushed, confirmed)).toEqual([
      'hello',
      'confirm',
      'push',
      'push',
      'confirm',
      'directory',
    ]);
  });

  it('[SYN2] lets a local event go before the next batch of a long pull, then goes on with it', () => {
    const inputs = [started, hello, confirmed, pull('directory', true), appended];
    expect(stepsOf(...inputs, pull('directory', true), pushed, confirmed).slice(4)).toEqual([
      'directory',
      'push',
      'confirm',
      'directory',
    ]);
  });

  it('[SYN2] pushes what was recorded while a push was under way', () => {
    expect(stepsOf(...wholeRun, appended, appended, pushed, pushed, confirmed).slice(7)).toEqual([
      'push',
      'push',
      'push',
      'confirm',
      null,
    ]);
  });

  it('[SYN6] listens for news once idle, and pulls only what moved', () => {
    const machine = after(...wholeRun);
    expect(machine.listening).toEqual({ generation: generationA, ...pulled, afterMs: 0 });
    expect(stepsOf(...wholeRun, notice({ state: 12 })).at(-1)).toBe('state');
    expect(stepsOf(...wholeRun, notice({ keyring: 8 })).at(-1)).toBe('keyring');
    expect(stepsOf(...wholeRun, notice({ directory: 5 })).at(-1)).toBe('directory');
  });

  it('[SYN6] asks again, after a pause, when a notice brought nothing new', () => {
    const machine = after(...wholeRun, notice({}));
    expect(machine.state).toEqual({ phase: 'idle' });
    expect(machine.listening).toMatchObject({ ...pulled, afterMs: pace.relistenMs });
  });

  it('[SYN6] does not ask for the same news for ever when there is nothing to pull for it', () => {
    const machine = after(...wholeRun, notice({ state: 12 }), pull('state'));
    expect(machine.listening).toMatchObject({ state: 12 });
  });

  it('[SYN6] keeps its question open while it pushes, and withdraws it while it pulls', () => {
    const idle = after(...wholeRun);
    const pushing = transition(idle, appended, at(0));
    expect(pushing.listening).toBe(idle.listening);
    expect(after(...wholeRun, notice({ state: 12 })).listening).toBeNull();
  });

  it('fetches the keyring again when the directory has moved', () => {
    const moved = done({ kind: 'pull', target: 'directory', seq: 5, more: false });
    expect(stepsOf(...wholeRun, notice({ directory: 5 }), moved).at(-1)).toBe('keyring');
  });

  it('[SYN3] asks for a receipt now and then though nothing happens, notices or not', () => {
    const idle = after(...wholeRun);
    const wait = { untilMonotonicMs: 6000 + pace.idleMs };
    expect(idle.wait).toEqual(wait);
    expect(transition(idle, notice({}), at(30_000)).wait).toEqual(wait);
    expect(stepsOf(...wholeRun, due, confirmed).slice(-2)).toEqual(['confirm', 'tidy']);
  });

  it('[RET2] tidies up when nothing else is to be done, once an idle minute', () => {
    const tidied = done({ kind: 'tidy' });
    const steps = stepsOf(...wholeRun, due, appended, behind, pushed, confirmed, tidied);
    expect(steps.slice(-5)).toEqual(['confirm', 'push', 'confirm', 'tidy', null]);
    const { listening } = after(...wholeRun);
    expect(after(...wholeRun, due, confirmed).listening).toEqual(listening);
  });

  it('[SYN4] backs off, longer each time, and starts over after a run that succeeded', () => {
    const untils = [
      failed('hub.unreachable'),
      due,
      failed('hub.timeout'),
      due,
      ...wholeRun.slice(1),
    ];
    expect(after(started, ...untils.slice(0, 1)).state).toEqual({
      phase: 'backing-off',
      attempt: 1,
      untilMonotonicMs: 1000 + 500,
      cause: 'hub.unreachable',
    });
    expect(after(started, ...untils.slice(0, 3)).state).toMatchObject({
      attempt: 2,
      untilMonotonicMs: 3000 + 1000,
      cause: 'hub.timeout',
    });
    expect(after(started, ...untils, due, failed('hub.timeout')).state).toMatchObject({
      attempt: 1,
    });
  });

  it('[SYN4] never waits longer than 8 s, and jitter only shortens', () => {
    expect(backOffMs(1, 1, pace)).toBe(500);
    expect(backOffMs(2, 0, pace)).toBe(750);
    expect(backOffMs(50, 1, pace)).toBe(8000);
    expect(backOffMs(5000, 0, pace)).toBe(6000);
  });

  it.each(['hub.refused', 'hub.certificate-mismatch'] as const)(
    '[SYN5] is blocked by %s, and tries again after a minute',
    (cause) => {
      const machine = after(started, failed(cause));
      expect(machine.state).toEqual({ phase: 'blocked', cause, untilMonotonicMs: 61_000 });
      expect(machine.wait).toEqual({ untilMonotonicMs: 61_000 });
      expect(stepsOf(started, failed(cause), due, hello).slice(-2)).toEqual(['hello', 'confirm']);
    },
  );

  it('[SYN1] begins with a hello again after any failure, whatever it was doing', () => {
    for (let length = 1; length < wholeRun.length; length += 1) {
      const inputs = [...wholeRun.slice(0, length), failed('unexpected'), due];
      expect(stepsOf(...inputs).slice(-2)).toEqual([null, 'hello']);
    }
  });

  it('[SYN1] waits for the step under way when the notice fails, then backs off', () => {
    const noticeFailed: Input = { input: 'notice-failed', cause: 'hub.timeout' };
    const pushing = after(...wholeRun, appended, noticeFailed);
    expect(pushing.doing).toEqual({ kind: 'push' });
    expect(transition(pushing, pushed, at(0)).state).toMatchObject({
      phase: 'backing-off',
      cause: 'hub.timeout',
    });
    expect(after(...wholeRun, noticeFailed).state).toMatchObject({ phase: 'backing-off' });
  });

  it('[SYN1] is stopped for good once stopped', () => {
    const machine = after(...wholeRun, { input: 'stopped' }, appended, due, hello);
    expect(machine.state).toEqual({ phase: 'stopped' });
    expect(machine).toMatchObject({ doing: null, wait: null, listening: null });
  });

  it('[SYN7] switches to a new generation only when all of it was pulled', () => {
    const gaveBack = done({ kind: 'give-back' });
    const begun = [started, helloNew, gaveBack, confirmed];
    const inputs = [...begun, pull('directory'), keyring, pull('journal')];
    const switched = done({ kind: 'switch' });
    expect(stepsOf(...inputs, pull('state', true), pull('state'), switched).slice(-4)).toEqual([
      'state',
      'state',
      'switch',
      null,
    ]);
  });

  it('[REC1] brings a new generation what it lacks before anything else', () => {
    const gaveBack = done({ kind: 'give-back' });
    expect(stepsOf(started, helloNew, gaveBack)).toEqual(['hello', 'give-back', 'confirm']);
    expect(stepsOf(started, helloNew, failed('hub.timeout')).at(-1)).toBeNull();
    expect(stepsOf(started, hello)).toEqual(['hello', 'confirm']);
  });

  it('[SYN7] says hello again when a notice or a receipt comes of another generation', () => {
    expect(stepsOf(...wholeRun, notice({ generation: generationB })).at(-1)).toBe('hello');
    const other = done({ kind: 'confirm', generation: generationB, push: false, pull: [] });
    expect(stepsOf(...wholeRun, due, other).at(-1)).toBe('hello');
  });

  it('pulls again what a receipt showed to be damaged or missing', () => {
    const again = done({
      kind: 'confirm',
      generation: generationA,
      push: false,
      pull: ['journal', 'state'],
    });
    expect(stepsOf(...wholeRun, due, again, pull('journal'), pull('state')).slice(-4)).toEqual([
      'confirm',
      'journal',
      'state',
      'tidy',
    ]);
  });

  it('says whether the hub answered the last time it was asked', () => {
    expect(after(started).reachable).toBe(false);
    expect(after(started, hello).reachable).toBe(true);
    expect(after(started, hello, failed('hub.unreachable')).reachable).toBe(false);
    expect(after(started, hello, failed('store.full')).reachable).toBe(true);
    expect(after(started, failed('hub.refused')).reachable).toBe(true);
  });
});
