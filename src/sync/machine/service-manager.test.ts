import { afterEach, describe, expect, it, vi } from 'vitest';
import { isReanError } from '../../shared/errors.ts';
import type { Log } from '../../shared/ports.ts';
import { serviceManagerFrom } from './service-manager.ts';
import type { Notify } from './service-manager.ts';

const log = { warn: vi.fn<Log['warn']>() };

function listening(env: Readonly<Record<string, string>>) {
  const heard: string[] = [];
  const notify: Notify = async (lines) => void heard.push(...lines);
  return { heard, manager: serviceManagerFrom(env, log, notify) };
}

const socket = { NOTIFY_SOCKET: '/run/systemd/notify' };

afterEach(() => {
  vi.useRealTimers();
  log.warn.mockClear();
});

describe('[DEB5] who looks after a process', () => {
  it('is told nothing where nobody does', async () => {
    const { heard, manager } = listening({ WATCHDOG_USEC: '1000' });
    await manager.ready('up');
    await manager.stopping();
    expect(heard).toEqual([]);
  });

  it('is told when it serves and when it ends', async () => {
    const { heard, manager } = listening(socket);
    await manager.ready('https://127.0.0.1:8643');
    await manager.stopping();
    expect(heard).toEqual(['READY=1', 'STATUS=https://127.0.0.1:8643', 'STOPPING=1']);
  });

  it('is told three times in each turn of its watchdog that the process lives, from then on', async () => {
    vi.useFakeTimers();
    const { heard, manager } = listening({ ...socket, WATCHDOG_USEC: '60000000' });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(heard).toEqual([]);
    await manager.ready('up');
    heard.length = 0;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual(['WATCHDOG=1', 'WATCHDOG=1', 'WATCHDOG=1']);
  });

  it('is not told so of a process that its watchdog is not for', async () => {
    vi.useFakeTimers();
    const other = { WATCHDOG_USEC: '60000000', WATCHDOG_PID: String(process.pid + 1) };
    const { heard, manager } = listening({ ...socket, ...other });
    await manager.ready('up');
    heard.length = 0;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(heard).toEqual([]);
  });

  it('ends nothing by not hearing: that is a line of the log, and the next turn is told again', async () => {
    vi.useFakeTimers();
    const deaf = vi.fn<Notify>(() => Promise.reject(new Error('no such socket')));
    const manager = serviceManagerFrom({ ...socket, WATCHDOG_USEC: '3000000' }, log, deaf);
    await manager.ready('up');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(deaf).toHaveBeenCalledTimes(3);
    expect(log.warn).toHaveBeenCalledWith('service.unheard', { error: 'Error: no such socket' });
  });

  it('is not told twice at once, however slowly it listens', async () => {
    vi.useFakeTimers();
    const slow = vi.fn<Notify>((lines) =>
      lines.includes('WATCHDOG=1') ? new Promise(() => undefined) : Promise.resolve(),
    );
    const manager = serviceManagerFrom({ ...socket, WATCHDOG_USEC: '3000000' }, log, slow);
    await manager.ready('up');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(slow).toHaveBeenCalledTimes(2);
  });

  it('is not believed with settings that no service manager makes', () => {
    for (const word of ['soon', '0', '-1', '1.5']) {
      const make = () => serviceManagerFrom({ ...socket, WATCHDOG_USEC: word }, log);
      expect(make).toThrow(expect.toSatisfy((error) => isReanError(error, 'config.invalid')));
    }
  });
});
