import { isAbsolute } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { ReanError, asReanError } from '../../shared/errors.ts';
import { languageSchema } from '../../shared/ids.ts';

const launchSchema = z.strictObject({
  kind: z.enum(['kiosk', 'supervisor']),
  data: z.string().refine(isAbsolute, 'must be an absolute path'),
  kiosk: z.boolean().default(false),
  language: languageSchema.default('km'),
  'with-parent': z.boolean().default(false),
  site: z
    .string()
    .refine((path) => path === '' || isAbsolute(path), 'must be an absolute path')
    .optional(),
  unopenable: z.string().refine(isAbsolute, 'must be an absolute path').optional(),
});

/** How this app was asked to start ([WIN1]). */
export interface LaunchOptions {
  readonly kind: 'kiosk' | 'supervisor';
  /** Absolute path of the station's data folder. */
  readonly data: string;
  /** Full screen, as on a lab's PC; otherwise an ordinary window. */
  readonly kiosk: boolean;
  readonly language: 'km' | 'en';
  /** Ends when standard input ends, so that a killed launcher leaves nothing running ([RUN4]). */
  readonly withParent: boolean;
  /** What was planted on this PC when it was imaged: its site.json, which need not be there ([FBT1]). */
  readonly site?: string | undefined;
  /** A folder whose disk this PC could not take: it is said, and nothing else is done ([IMG6]). */
  readonly unopenable?: string | undefined;
}

function readWords(words: readonly string[]): unknown {
  const { values } = parseArgs({
    args: [...words],
    strict: true,
    allowPositionals: false,
    options: {
      kind: { type: 'string' },
      data: { type: 'string' },
      kiosk: { type: 'boolean' },
      language: { type: 'string' },
      'with-parent': { type: 'boolean' },
      site: { type: 'string' },
      unopenable: { type: 'string' },
    },
  });
  return { ...values };
}

/**
 * Reads the app's own words of the command line.
 *
 * @param words what follows the app's path (unpackaged) or the executable (packaged)
 * @throws ReanError `config.invalid`, naming what can't be understood
 */
export function parseLaunchOptions(words: readonly string[]): LaunchOptions {
  let read: unknown;
  try {
    read = readWords(words);
  } catch (error) {
    throw new ReanError('config.invalid', { where: 'command line', what: messageOf(error) }, error);
  }
  const parsed = launchSchema.safeParse(read);
  if (!parsed.success) {
    const what = z.prettifyError(parsed.error);
    throw new ReanError('config.invalid', { where: 'command line', what }, parsed.error);
  }
  const { 'with-parent': withParent, site, ...options } = parsed.data;
  return { ...options, withParent, ...(site ? { site } : {}) };
}

const messageOf = (error: unknown) =>
  error instanceof Error ? error.message : asReanError(error).message;

/**
 * The app's own words: everything after the app's path, or after the executable when packaged.
 * Chromium's switches stand before the path while developing, and are not for us to read.
 */
export function ownWords(
  argv: readonly string[],
  isPackaged: boolean,
  isApp: (word: string) => boolean,
): readonly string[] {
  if (isPackaged) return argv.slice(1);
  const at = argv.findIndex((word, index) => index > 0 && !word.startsWith('-') && isApp(word));
  return argv.slice(at + 1);
}
