import { describe, expect, it } from 'vitest';
import { ActingStage, copyOnto, readFrom } from '../../../tests/factories/acting-stage.ts';
import type { Acts } from '../../../tests/factories/acting-stage.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { drawRecoveryCode } from '../../hub/backup/recovery-code.ts';
import type { FirstManager } from '../../hub/office/first-manager.ts';
import { ReanError } from '../../shared/errors.ts';
import { keysOf } from './keys.ts';
import { setUp } from './set-up.ts';
import type { PlannedSite } from './set-up.ts';

const random = seededRandomness(3);
const name = { km: 'មណ្ឌល', en: 'Riverside' };
const good = 'seven boats upstream';

/** Sets up with these acts; tells what was made, and whether anybody had the code on paper by then. */
async function act(acts: Acts, site: PlannedSite = { name }, failures: readonly string[] = []) {
  const paper = new Map<string, string>();
  const stage = new ActingStage({
    welcome: ['\r'],
    name: ['Chan Sophea\r'],
    passphrase: [`${good}\r`],
    'once-more': [`${good}\r`],
    sheet: [copyOnto(paper)],
    'sheet-check': [readFrom(paper)],
    ...acts,
  });
  const made: FirstManager[] = [];
  const left = [...failures];
  const { code } = drawRecoveryCode(random);
  await setUp(stage, {
    site,
    random,
    now: () => '2026-11-24 09:05',
    make: async (manager, copied) => {
      const failure = left.shift();
      if (failure === 'store.full' || failure === 'store.in-use') throw new ReanError(failure);
      await copied({ site: 'st-1', code });
      made.push(manager);
    },
  });
  return { shown: stage.shown, views: stage.views, made, paper, code };
}

describe('[HBS1] setting a site up at the hub’s own screen', () => {
  it('asks for the manager and the passphrase twice, and has the code on paper before there is a site', async () => {
    const { shown, views, made, paper, code } = await act({});
    expect(shown).toEqual([
      'welcome',
      'name',
      'passphrase',
      'once-more',
      'making',
      'sheet',
      'sheet-check',
      'finishing',
    ]);
    const person = { km: 'Chan Sophea', en: 'Chan Sophea' };
    expect(made).toEqual([{ name: person, passphrase: good }]);
    expect([...paper.values()].join('-')).toBe(code);
    expect(views[0]?.beside).toEqual({ 2: '2026-11-24 09:05' });
    const rows = views.filter(({ screen }) => screen === 'passphrase' || screen === 'once-more');
    expect(rows.at(-1)?.small).toEqual([`> ${'*'.repeat(good.length)}_`]);
    expect(JSON.stringify(rows)).not.toContain('boats');
  });

  it('takes the manager whom the site was planned with, whose name no key here can write', async () => {
    const manager = { km: 'ចាន់ សុភា' };
    const planned = await act({ name: ['\r'] }, { name, manager });
    expect(planned.made[0]?.name).toEqual(manager);
    const other = await act({}, { name, manager });
    expect(other.made[0]?.name.en).toBe('Chan Sophea');
  });

  it('says in words what is wrong with a passphrase, and asks again', async () => {
    const acts = {
      passphrase: [
        'short\r',
        'aaaaaaaabbbbbbbb\r',
        'Riverside1234\r',
        'chansophea99\r',
        `${good}\r`,
      ],
      'too-short': ['\r'],
      'too-plain': ['\r'],
      known: ['\r'],
      'once-more': ['seven boats downstream\r', `${good}\r`],
      differs: ['\r'],
    };
    const { shown, made } = await act(acts);
    const faults = shown.filter((screen) => !['passphrase', 'once-more'].includes(screen));
    expect(faults.slice(2, 7)).toEqual(['too-short', 'too-plain', 'known', 'known', 'differs']);
    expect(made).toHaveLength(1);
  });

  it('asks for two groups off the paper, and shows the code again where one is wrong', async () => {
    const paper = new Map<string, string>();
    const read = readFrom(paper);
    const { shown, made } = await act({
      sheet: [copyOnto(paper)],
      'sheet-check': ['XXXX\r', (view) => read(view).toLowerCase(), '\u001B', read],
      'sheet-wrong': ['\r'],
    });
    const around = shown.slice(shown.indexOf('sheet'));
    expect(around.slice(0, 5)).toEqual([
      'sheet',
      'sheet-check',
      'sheet-wrong',
      'sheet',
      'sheet-check',
    ]);
    expect(around.at(-1)).toBe('finishing');
    expect(made).toHaveLength(1);
  });

  it('says that nothing was made where the disk fails, and begins again', async () => {
    const acts = { 'make-full': ['\r'], 'make-failed': ['\r'] };
    const { shown, views, made } = await act(acts, { name }, ['store.full', 'store.in-use']);
    expect(shown.filter((screen) => screen === 'welcome')).toHaveLength(3);
    expect(shown).toContain('make-full');
    const failed = views.find(({ screen }) => screen === 'make-failed');
    expect(failed?.small).toEqual(['store.in-use']);
    expect(made).toHaveLength(1);
  });

  it('[HBS6] is led nowhere by whatever is typed: nothing but its own answers make a site', async () => {
    const chance = seededRandomness(11);
    let left = 3000;
    const anything = () => {
      left -= 1;
      if (left < 0) throw new Error('enough');
      const bytes = Buffer.from(chance.bytes(1 + (left % 9))).toString('latin1');
      return keysOf(Buffer.from(bytes, 'latin1')).length > 0 ? bytes : 'x';
    };
    const screens = ['welcome', 'name', 'passphrase', 'once-more', 'too-short', 'too-plain'];
    const acts = Object.fromEntries([...screens, 'known', 'differs'].map((at) => [at, [anything]]));
    await expect(act(acts)).rejects.toThrow('enough');
  });
});
