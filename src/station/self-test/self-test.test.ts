import { BehaviorSubject, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { ReanError } from '../../shared/errors.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import { systemClock } from '../../sync/machine/system-ports.ts';
import { SelfTest } from './self-test.ts';
import { keepSelfTest, readSelfTest } from './self-test-file.ts';

const results = [{ check: 'disk', outcome: 'fail' }] as const;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A PC whose hub has not given it the site's key yet. */
async function withoutKey() {
  const own = {
    folder: await temporaryFolder(),
    disk: nodeDisk(),
    randomness: seededRandomness(7),
  };
  await keepSelfTest(own, { due: true, pending: null });
  const keys$ = new BehaviorSubject<boolean | null>(null);
  const recorded: EventPayload[] = [];
  const start = () =>
    SelfTest.open({
      ...own,
      clock: systemClock(),
      log,
      keysCame$: keys$,
      uplink: { status$: of({ hubReachable: false, trouble: null }) },
      recorder: {
        record: (_learner, payloads) => {
          if (keys$.value === null) return Promise.reject(new ReanError('key.missing', {}));
          recorded.push(...payloads);
          return Promise.resolve([]);
        },
      },
    });
  return { own, keys$, recorded, start };
}

describe('[SLF4] what was found before the hub gave the site’s key', () => {
  it('waits on the disk, over a restart, and is recorded once when it comes', async () => {
    const { own, keys$, recorded, start } = await withoutKey();
    const first = await start();
    const { code } = await first.done(results);
    first.close();
    expect(recorded).toEqual([]);
    expect(await readSelfTest(own)).toEqual({ due: false, pending: { code, results } });
    const second = await start();
    keys$.next(true);
    await expect.poll(() => recorded).toEqual([{ type: 'self-test.done', code, results }]);
    await expect.poll(() => readSelfTest(own)).toEqual({ due: false, pending: null });
    keys$.next(true);
    second.close();
    const third = await start();
    third.close();
    expect(recorded).toHaveLength(1);
  });
});
