import { parseArgs } from 'node:util';
import * as z from 'zod';
import { SetupError } from '../runtime/setup-error.ts';

/** What can be packed; those of the second line need what only the internet has (docs/packages.md). */
const ownTargets = ['dir', 'deb', 'hub', 'tar.gz'] as const;
const builderTargets = ['appimage', 'rpm', 'nsis'] as const;

const targetSchema = z.enum([...ownTargets, ...builderTargets]);
export type PackageTarget = z.infer<typeof targetSchema>;

const wordsSchema = z.object({
  target: z.array(targetSchema).min(1).default(['deb', 'hub', 'tar.gz']),
  revision: z.coerce.number().int().min(1).max(999).default(1),
  'with-test-runtime': z.boolean().default(false),
});

export interface PackageWish {
  readonly targets: ReadonlySet<PackageTarget>;
  /** Of the Debian packages. */
  readonly revision: number;
  readonly withTestRuntime: boolean;
}

function parse(words: readonly string[]): unknown {
  const { values } = parseArgs({
    args: [...words],
    options: {
      target: { type: 'string', multiple: true },
      revision: { type: 'string' },
      'with-test-runtime': { type: 'boolean' },
    },
  });
  return values;
}

/** @throws SetupError `unknown-option` */
export function readPackageWords(words: readonly string[]): PackageWish {
  try {
    const { target, revision, 'with-test-runtime': test } = wordsSchema.parse(parse(words));
    return { targets: new Set(target), revision, withTestRuntime: test };
  } catch (cause) {
    const explanation = {
      happened: `These words are not understood: ${words.join(' ')}.`,
      means: 'Nothing was packed.',
      next: `Say npm run package -- [--target ${targetSchema.options.join('|')}]… [--revision N] [--with-test-runtime].`,
    };
    throw new SetupError('unknown-option', explanation, { cause });
  }
}
