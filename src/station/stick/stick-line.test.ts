import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stickService } from '../../../tests/factories/stick-service.ts';
import type { StickService } from '../../../tests/factories/stick-service.ts';
import type { StickName } from '../../shared/contracts/stick.ts';
import { stickLine, stickLineFrom } from './stick-line.ts';

let service: StickService;

beforeEach(async () => {
  service = await stickService();
});
afterEach(() => service.close());

const file = { name: 'report.csv', content: Buffer.from('a,b\n1,2\n') };
const found: StickName[] = [];
const write = (content = file) =>
  stickLine(service.address).write(content, async (stick) => {
    found.push(stick);
  });
const refused = (problem: string) => ({ code: 'stick.refused', facts: { problem } });

/** The script of the image, with a folder for a stick. */
describe('a file onto a stick', () => {
  it('[STK2] lies there whole, by its name, mounted so that nothing of it runs, and let go of before it is told', async () => {
    const saved = await write();
    expect(saved).toEqual({
      saved: 'report.csv',
      stick: { serial: '1A2B-3C4D', label: 'REAN' },
    });
    expect(found.at(-1)).toEqual(saved.stick);
    expect(await service.files()).toEqual(['rean-out', 'rean-out/report.csv']);
    expect(await service.read('rean-out/report.csv')).toBe('a,b\n1,2\n');
    await service.ended();
    const asked = (await service.asked()).map((line) => line.replace(/ \/.*stick$/, ''));
    const [first, ...rest] = asked.filter((line) => !/^(blkid|df|sync)/.test(line));
    expect(first).toBe('modprobe -a usb_storage uas');
    expect(rest).toEqual([
      'mount -t vfat -o rw,nosuid,nodev,noexec,umask=0077',
      'umount',
      'blockdev --flushbufs /dev/sdx11',
      'umount',
      'modprobe -r uas usb_storage',
    ]);
  });

  it('[STK2] takes no other file’s place', async () => {
    await write();
    expect((await write()).saved).toBe('report-2.csv');
    await service.ended();
    expect((await write({ name: 'cards', content: Buffer.alloc(0) })).saved).toBe('cards');
    expect(await service.files()).toEqual([
      'rean-out',
      'rean-out/cards',
      'rean-out/report-2.csv',
      'rean-out/report.csv',
    ]);
  });

  it.each([
    ['there is none', 'none', () => service.plug(0)],
    ['there are two', 'several', () => service.plug(2)],
    ['it is not FAT', 'kind', () => service.has('type', 'ntfs')],
    ['it can’t be mounted', 'kind', () => service.is('unmountable')],
    ['it is write-protected', 'protected', () => service.is('read-only')],
    ['it is full', 'full', () => service.has('room', '20')],
    ['it is pulled out', 'gone', () => service.is('pulled')],
    ['it can’t be let go of', 'gone', () => service.is('stuck')],
  ])('[STK2] is not told to be there where %s', async (_, problem, make) => {
    await make();
    await expect(write()).rejects.toMatchObject(refused(problem));
    await service.ended();
    expect((await service.asked()).at(-1)).toMatch(/modprobe -r|^$/);
  });

  it('[STK1] does not even look with a driver where nothing that stores is plugged in', async () => {
    await service.plug(0);
    await expect(write()).rejects.toMatchObject(refused('none'));
    expect(await service.asked()).toEqual(['']);
  });

  it('[STK4] does not leave where who asked is not let: the stick is not mounted', async () => {
    const no = new Error('not on record');
    const line = stickLine(service.address);
    await expect(line.write(file, () => Promise.reject(no))).rejects.toBe(no);
    await service.ended();
    expect(await service.files()).toEqual([]);
    expect((await service.asked()).filter((line) => line.startsWith('mount'))).toEqual([]);
    expect((await service.asked()).at(-1)).toBe('modprobe -r uas usb_storage');
  });

  it('[STK2] has a name that leads nowhere else, and one that is no name is not sent', async () => {
    for (const name of ['../report.csv', '.hidden', 'a b', '', 'x'.repeat(101)]) {
      await expect(write({ name, content: file.content })).rejects.toThrow('Invalid');
    }
    await service.ended();
    expect(await service.files()).toEqual([]);
  });
});

it('[STK1] there is a stick only where the system says who writes onto it', () => {
  expect(stickLineFrom({}).isThere).toBe(false);
  expect(stickLineFrom({ REAN_STICK: '/run/rean-stick.sock' }).isThere).toBe(true);
  expect(() => stickLineFrom({ REAN_STICK: 'socket' })).toThrow('Invalid');
});

it('[STK2] a service that does not answer, or is not there, is said to be busy', async () => {
  const nowhere = stickLine('/nowhere/rean-stick.sock');
  const asked = nowhere.write(file, () => Promise.resolve());
  await expect(asked).rejects.toMatchObject(refused('busy'));
});
