import type * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';

/**
 * Parses what commander read from the command line.
 * @throws ReanError `config.invalid` with `problem: 'option'` and the option's name
 */
export function parseOptions<Options>(schema: z.ZodType<Options>, given: unknown): Options {
  const options = schema.safeParse(given);
  if (options.success) return options.data;
  const name = String(options.error.issues[0]?.path[0] ?? '');
  const option = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new ReanError('config.invalid', { problem: 'option', option }, options.error);
}
