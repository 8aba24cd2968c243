import type { Present } from '../../hub/commands/at-the-keyboard.ts';
import type { StaffId } from '../../shared/ids.ts';
import { readPassphrase } from './passphrase.ts';

/** The option that names the file with a person's passphrase. */
export function fileOption(person: 'who' | 'second') {
  return [
    `--${person}-passphrase-file <file>`,
    'a file with their passphrase, instead of asking for it',
  ] as const;
}

/** Who stands at the hub's keyboard, with the passphrase they type there ([PRM4]). */
export async function presentOf(staff: StaffId, file: string | undefined): Promise<Present> {
  const question = { question: `Passphrase of ${staff}: `, variable: null, piped: false };
  return { staff, passphrase: await readPassphrase({ file, twice: false }, question) };
}
