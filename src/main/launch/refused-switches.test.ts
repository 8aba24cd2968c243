import { describe, expect, it } from 'vitest';
import { findRefusedSwitch } from './refused-switches.ts';

describe('findRefusedSwitch', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '-remote-debugging-port=9222',
    '--REMOTE-DEBUGGING-PORT=1',
    '--inspect',
    '--inspect-brk=0',
    '--renderer-cmd-prefix=xterm -e',
    '--gpu-launcher-cmd-prefix=x',
    '--utility-cmd-prefix=sh',
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-setuid-sandbox',
    '--load-extension=/tmp/x',
    '--user-data-dir=/tmp/x',
    '--proxy-server=10.0.0.1:3128',
  ])('[WIN9] refuses %s', (word) => {
    expect(findRefusedSwitch(['--kind', 'kiosk', word])).not.toBeNull();
  });

  it('[WIN9] lets our own words through', () => {
    const words = ['--kind', 'kiosk', '--data', '/no-sandbox', '--kiosk', '--language=km'];
    expect(findRefusedSwitch(words)).toBeNull();
  });
});
