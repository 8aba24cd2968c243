import { describe, expect, it } from 'vitest';
import { ActingStage, copyOnto, readFrom } from '../../../tests/factories/acting-stage.ts';
import type { Acts } from '../../../tests/factories/acting-stage.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { ReanError } from '../../shared/errors.ts';
import { HubDesk } from './hub-desk.ts';

const right = 'seven boats upstream';

/** A desk that these acts come to, time after time. */
function deskWith(
  acts: Acts,
  { isAway = false, ends = 0 as number | null, stays = null as string | null } = {},
) {
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
    stick: {
      begin: async (passphrase, wanted) => {
        admit(passphrase);
        done.push(`begun ${wanted}`);
      },
      run: async (wanted) => {
        done.push(`run ${wanted}`);
        return ends;
      },
      restart: async () => {
        done.push('restart');
        return stays;
      },
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

describe('[HBS8] a stick at the hub’s PC, with a passphrase', () => {
  const asked = (choice: string) => ({
    menu: [choice],
    'sign-in': [`${right}\r`],
    'stick-in': ['\r'],
  });

  it('4 is a newer system: on record first, and started at once or later, as a person says', async () => {
    const now = deskWith({ ...asked('4'), 'update-ready': ['\r'] });
    await now.desk.serve();
    expect(now.done).toEqual(['hub.stick-here', 'begun update', 'run update', 'restart']);
    expect(JSON.stringify(now.stage.views)).not.toContain('boats');
    const later = deskWith({ ...asked('4'), 'update-ready': ['\u001B'] });
    await later.desk.serve();
    expect(later.done).toEqual(['hub.stick-here', 'begun update', 'run update']);
    const refused = { ...asked('4'), 'update-ready': ['\r'], away: ['\r'] };
    const stays = deskWith(refused, { stays: 'Access denied' });
    await stays.desk.serve();
    expect(stays.stage.views.at(-1)).toEqual({ screen: 'away', small: ['Access denied'] });
  });

  it('5 is what installs PCs over the LAN, and starts nothing', async () => {
    const { desk, done, stage } = deskWith({ ...asked('5'), 'stick-copied': ['\r'] });
    await desk.serve();
    expect(done).toEqual(['hub.stick-here', 'begun netboot', 'run netboot']);
    expect(stage.shown).toEqual([
      'menu',
      'sign-in',
      'checking',
      'stick-in',
      'stick-taking',
      'stick-copied',
    ]);
  });

  it('is not looked for where nobody puts it in', async () => {
    const { desk, done } = deskWith({ ...asked('4'), 'stick-in': ['\u001B'] });
    await desk.serve();
    expect(done).toEqual(['hub.stick-here']);
  });

  it.each([
    [2, 'stick-nothing'],
    [3, 'stick-damaged'],
    [4, 'stick-other'],
    [5, 'stick-older'],
    [6, 'stick-damaged'],
    [7, 'stick-disk'],
    [143, 'away'],
    [null, 'away'],
  ] as const)('that ends with %s is told by %s', async (ends, screen) => {
    const { desk, stage, done } = deskWith({ ...asked('5'), [screen]: ['\r'] }, { ends });
    await desk.serve();
    expect(stage.shown.at(-1)).toBe(screen);
    expect(done).not.toContain('restart');
  });
});
