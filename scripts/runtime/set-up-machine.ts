import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureElectron } from './ensure-electron.ts';
import { executableName } from './official-electron.ts';
import { runtimePaths } from './paths.ts';
import { createReporter, type Reporter } from './reporter.ts';
import { sandboxAdvice } from './sandbox.ts';
import { SetupError } from './setup-error.ts';
import { ensureSystemLibraries } from './system-libraries.ts';

const options = {
  official: { type: 'boolean', default: false },
  xvfb: { type: 'boolean', default: false },
  tests: { type: 'boolean', default: false },
  displays: { type: 'boolean', default: false },
} as const;

/**
 * What tests call by name, with the packages it is in: power cuts are replayed from what `strace` saw written, the
 * installer fetches by `wget`, keys are pressed by `xdotool`, pages printed by CUPS on a printer in software, which
 * announces itself on a bus.
 */
const testPrograms = {
  strace: ['strace'],
  wget: ['wget'],
  xdotool: ['xdotool'],
  ipptool: ['cups-daemon', 'cups-client', 'cups-filters', 'cups-ipp-utils'],
  'dbus-daemon': ['dbus-daemon'],
};
/** An X server with monitors that are plugged and pulled. */
const displayPrograms = {
  Xorg: ['xserver-xorg-core', 'xserver-xorg-video-dummy'],
  xrandr: ['x11-xserver-utils'],
};

interface Asked {
  readonly official: boolean;
  readonly xvfb: boolean;
  readonly tests: boolean;
  readonly displays: boolean;
}

function parseWords(words: readonly string[]): Asked {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (cause) {
    throw new SetupError(
      'unknown-option',
      {
        happened: cause instanceof Error ? cause.message : String(cause),
        means: 'Nothing was set up or changed.',
        next: 'It knows --official, --xvfb, --tests and --displays.',
      },
      { cause },
    );
  }
}

async function setUp(words: readonly string[], reporter: Reporter): Promise<void> {
  const asked = parseWords(words);
  const projectRoot = join(import.meta.dirname, '..', '..');
  const named = runtimePaths(projectRoot, process.env);
  const paths = asked.official ? { ...named, given: undefined } : named;
  const electron = await ensureElectron({
    projectRoot,
    paths,
    reporter,
    officialOnly: asked.official,
  });
  const executable = join(paths.dist, executableName(process.platform));
  const programs = {
    ...(asked.tests ? testPrograms : {}),
    ...(asked.displays ? displayPrograms : {}),
  };
  await ensureSystemLibraries({ executable, xvfb: asked.xvfb, programs, reporter });
  const advice = await sandboxAdvice(paths.dist);
  if (advice !== undefined) reporter.say(advice);
  const note = electron.source === 'test' ? ' (test runtime, not for release)' : '';
  reporter.say(`Electron ${electron.version} is ready${note}.`);
}

/**
 * Makes this machine able to run Rean's windows, and tells a person about it.
 *
 * @param words the command line's, without program and script
 * @returns the exit code: 0 ready, 1 told why not
 */
export async function setUpMachine(words: readonly string[]): Promise<number> {
  const reporter = createReporter(process.stderr);
  try {
    await setUp(words, reporter);
    return 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    const { happened, means, next } = error.explanation;
    reporter.say(`\n${happened}\n${means}\n${next}`);
    return 1;
  }
}
