import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ReanError } from '../../shared/errors.ts';

/**
 * The folder of our `package.json`: above the sources and above the build alike.
 *
 * @throws ReanError `config.invalid` when there is none
 */
export function projectRoot(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new ReanError('config.invalid', { missing: 'package.json' });
  return projectRoot(above);
}
