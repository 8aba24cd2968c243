import { describe, expect, it } from 'vitest';
import { ActingStage, copyOnto, readFrom } from '../../../tests/factories/acting-stage.ts';
import type { Acts } from '../../../tests/factories/acting-stage.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { ReanError } from '../../shared/errors.ts';
import { HubDesk } from './hub-desk.ts';

const right = 'seven boats upstream';

/** A desk that these acts come to, time after time. */
function deskWith(acts: Acts, { isAway = false } = {}) {
  const stage = new ActingStage(acts);
  const done: string[] = [];
  let now = 0;
  const admit = (passphrase: string) => {
    if (isAway) throw new ReanError('hub.unreachable');
    if (passphrase !== right) throw new ReanError('signature.invalid');
  };
  const desk = new HubDesk(stage, {
    random: seededRandomness(4),
    monotonicMs: () => now,
    may: async (passphrase, action) => {
      admit(passphrase);
      done.push(action);
      return { site: 'st-1' };
    },
    code: async (passphrase, kind) => {
      admit(passphrase);
      done.push(kind);
      return 'ABCD-EFGH-JKMN-PQRS';
    },
    sheet: async (passphrase, publicKey) => {
      admit(passphrase);
      done.push(`sheet ${Buffer.from(publicKey, 'base64').length}`);
    },
  });
  const pass = (ms: number) => {
    now += ms;
  };
  return { desk, stage, done, pass };
}

describe('[HBS5] at the hub’s own screen, with a passphrase', () => {
  it.each([
    ['1', 'code-officers', 'supervisor'],
    ['2', 'code-learners', 'kiosk'],
  ] as const)('%s is a code, shown until somebody has it', async (choice, screen, kind) => {
    const acts = { menu: [`9${choice}`], 'sign-in': [`${right}\r`], [screen]: ['\r'] };
    const { desk, stage, done } = deskWith(acts);
    await desk.serve();
    expect(done).toEqual([kind]);
    expect(stage.views.at(-1)).toEqual({ screen, big: ['ABCD-EFGH-JKMN-PQRS'] });
    expect(JSON.stringify(stage.views)).not.toContain('boats');
  });

  it('3 is another recovery sheet, which counts once it is on paper, and not before', async () => {
    const paper = new Map<string, string>();
    const signIn = { menu: ['3'], 'sign-in': [`${right}\r`] };
    const left = deskWith({ ...signIn, sheet: [null] });
    await left.desk.serve();
    expect(left.done).toEqual(['hub.sheet-here']);
    const acts = { ...signIn, sheet: [copyOnto(paper)], 'sheet-check': [readFrom(paper)] };
    const copied = deskWith(acts);
    await copied.desk.serve();
    expect(copied.done).toEqual(['hub.sheet-here', 'sheet 32']);
  });

  it('a wrong passphrase is refused, and after three of them there is a pause', async () => {
    const acts = { menu: ['1'], 'sign-in': ['guess\r'], refused: ['\r'], 'too-often': [null] };
    const { desk, stage, done, pass } = deskWith(acts);
    for (let tries = 0; tries < 3; tries += 1) await desk.serve();
    await desk.serve();
    expect(stage.shown.at(-1)).toBe('too-often');
    pass(60_001);
    await desk.serve();
    expect(stage.shown.at(-1)).toBe('refused');
    expect(done).toEqual([]);
  });

  it('nothing is asked of anybody who goes away, and a hub that is away says so', async () => {
    const gone = deskWith({ menu: ['1'], 'sign-in': [null] });
    await gone.desk.serve();
    expect(gone.done).toEqual([]);
    const acts = { menu: ['1'], 'sign-in': [`${right}\r`], away: ['\r'] };
    const away = deskWith(acts, { isAway: true });
    await away.desk.serve();
    expect(away.stage.views.at(-1)).toEqual({ screen: 'away', small: ['hub.unreachable'] });
  });
});
