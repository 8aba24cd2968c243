import { describe, expect, it } from 'vitest';
import { ReanError } from '../../shared/errors.ts';
import { ownWords, parseLaunchOptions } from './launch-options.ts';

const minimal = ['--kind', 'kiosk', '--data', '/srv/station'];

describe('parseLaunchOptions', () => {
  it('[WIN1] starts as a windowed Khmer kiosk unless told otherwise', () => {
    expect(parseLaunchOptions(minimal)).toEqual({
      kind: 'kiosk',
      data: '/srv/station',
      kiosk: false,
      language: 'km',
      withParent: false,
    });
  });

  it('[WIN1] reads every word it knows', () => {
    const words = ['--kind=supervisor', '--data=/a', '--kiosk', '--language=en', '--with-parent'];
    expect(parseLaunchOptions(words)).toEqual({
      kind: 'supervisor',
      data: '/a',
      kiosk: true,
      language: 'en',
      withParent: true,
    });
  });

  it('[IMG6] can be told of a disk that could not be taken', () => {
    const options = parseLaunchOptions([...minimal, '--unopenable=/data']);
    expect(options.unopenable).toBe('/data');
  });

  it('[FBT1] takes where the hub is planted, and nothing for none', () => {
    const of = (word: string) => parseLaunchOptions([...minimal, word]);
    expect(of('--site=/identity/site.json').site).toBe('/identity/site.json');
    expect(of('--site=')).toEqual(parseLaunchOptions(minimal));
  });

  it.each([
    ['a relative planted file', [...minimal, '--site=site.json']],
    ['a relative folder that could not be taken', [...minimal, '--unopenable=data']],
    ['no kind', ['--data', '/a']],
    ['no data folder', ['--kind', 'kiosk']],
    ['a relative data folder', ['--kind', 'kiosk', '--data', 'a']],
    ['an unknown kind', ['--kind', 'hub', '--data', '/a']],
    ['an unknown language', [...minimal, '--language', 'fr']],
    ['an unknown word', [...minimal, '--remote-debugging-port=1']],
    ['a stray word', [...minimal, 'stray']],
  ])('[WIN1] refuses %s with config.invalid', (_what, words) => {
    expect(() => parseLaunchOptions(words)).toThrow(ReanError);
    expect(() => parseLaunchOptions(words)).toThrow('config.invalid');
  });
});

describe('ownWords', () => {
  const isApp = (word: string) => word === 'dist/main/index.js';

  it('leaves the switches before the app to Chromium while developing', () => {
    const argv = ['electron', '--no-sandbox', 'dist/main/index.js', '--kind', 'kiosk'];
    expect(ownWords(argv, false, isApp)).toEqual(['--kind', 'kiosk']);
  });

  it('[WIN9] reads every word of a packaged app, so that none slips by', () => {
    const argv = ['/opt/rean/rean', '--no-sandbox', '--kind', 'kiosk'];
    expect(ownWords(argv, true, isApp)).toEqual(['--no-sandbox', '--kind', 'kiosk']);
  });
});
