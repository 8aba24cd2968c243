import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { rean, workshop } from '../../../tests/factories/pack-terminal.ts';
import { packSource, writePackSource } from '../../../tests/factories/pack-source.ts';
import { systemPackIo } from './pack-io.ts';
import { packCommand } from './pack-command.ts';

type Place = Awaited<ReturnType<typeof workshop>> & {
  readonly keyring: string;
  readonly roots: readonly string[];
  readonly rootIds: readonly string[];
};
type Line = (at: Place) => readonly string[];

/** Every command with words that it carries out, and words that it can't; null where it takes a hub, a browser or a download. */
const lines: Readonly<Record<string, readonly [does: Line | null, fails: Line]>> = {
  build: [
    ({ source, root }) => [source, '-o', join(root, 'again.kpack')],
    ({ root }) => [root, '-o', join(root, 'none.kpack')],
  ],
  import: [
    ({ root }) => [join(root, 'words.gift'), '--into', join(root, 'imported')],
    ({ root }) => [join(root, 'nothing.mp4'), '--into', join(root, 'other')],
  ],
  'h5p-player': [null, ({ root }) => [join(root, 'none.tgz'), '--into', join(root, 'player')]],
  lint: [({ source }) => [source], ({ root }) => [root]],
  dev: [null, ({ root }) => [root, '--no-open']],
  voices: [({ source }) => [source], ({ root }) => [root]],
  sign: [({ pack, key }) => [pack, '--key', key], ({ pack }) => [pack]],
  verify: [({ pack, public: key }) => [pack, '--key', key], ({ pack }) => [pack]],
  install: [
    ({ pack, store }) => [pack, '--into', store],
    ({ source, store }) => [join(source, 'pack.source.json'), '--into', store],
  ],
  publish: [null, ({ pack, root }) => [pack, '--hub', root]],
  remove: [null, ({ root }) => ['org.rean.test', '--hub', root]],
  list: [({ store }) => ['--store', store], ({ root }) => ['--store', root]],
  check: [({ store }) => ['--store', store], ({ root }) => ['--store', root]],
  keygen: [({ root }) => ['-o', join(root, 'other')], ({ root }) => ['-o', join(root, 'me')]],
  trust: [
    ({ public: key, store }) => [key, '--store', store],
    ({ pack, store }) => [pack, '--store', store],
  ],
  'keyring make': [
    ({ root, roots }) => ['-o', join(root, 'new.json'), '--root', ...roots],
    ({ root, roots }) => ['-o', join(root, 'two.json'), '--root', ...roots.slice(1)],
  ],
  'keyring rotate': [
    ({ keyring, root, rootIds, public: key }) => [
      keyring,
      '-o',
      join(root, 'rotated.json'),
      '--out',
      rootIds[0] ?? '',
      '--in',
      key,
    ],
    ({ keyring, root, public: key }) => [
      keyring,
      '-o',
      join(root, 'wrong.json'),
      '--out',
      'none',
      '--in',
      key,
    ],
  ],
  'keyring add': [
    ({ keyring, root, public: key }) => [keyring, '-o', join(root, 'added.json'), '--key', key],
    ({ keyring, root }) => [keyring, '-o', join(root, 'wrong.json'), '--key', 'none.pub'],
  ],
  'keyring revoke': [
    ({ keyring, root, rootIds }) => [
      keyring,
      '-o',
      join(root, 'revoked.json'),
      '--key',
      rootIds[3] ?? '',
      '--reason',
      'lost',
    ],
    ({ keyring, root }) => [
      keyring,
      '-o',
      join(root, 'wrong.json'),
      '--key',
      'none',
      '--reason',
      'lost',
    ],
  ],
  'keyring sign': [
    ({ keyring, root }) => [keyring, '--key', join(root, 'root2.key')],
    ({ pack, key }) => [pack, '--key', key],
  ],
  'keyring show': [({ keyring }) => [keyring], ({ pack }) => [pack]],
  'keyring adopt': [
    ({ keyring, store }) => [keyring, '--store', store],
    ({ pack, store }) => [pack, '--store', store],
  ],
};

const madeSchema = z.object({ keyId: z.string() });

/** A workshop with a keyring that two of its three roots have signed, and a quiz to import. */
async function place(): Promise<Place> {
  const at = await workshop();
  const roots: string[] = [];
  const rootIds: string[] = [];
  for (const name of ['root0', 'root1', 'root2', 'maker']) {
    const made = await rean('keygen', '-o', join(at.root, name), '--json');
    rootIds.push(madeSchema.parse(JSON.parse(made.out)).keyId);
    roots.push(join(at.root, `${name}.pub`));
  }
  const keyring = join(at.root, 'keyring.json');
  const [maker = ''] = roots.splice(3);
  await rean('keyring', 'make', '-o', keyring, '--root', ...roots, '--publisher', maker);
  for (const name of ['root0', 'root1']) {
    await rean('keyring', 'sign', keyring, '--key', join(at.root, `${name}.key`));
  }
  await writeFile(join(at.root, 'words.gift'), 'Is it true? {T}\n');
  return { ...at, keyring, roots, rootIds };
}

const failureSchema = z.object({
  error: z.object({ code: z.string(), facts: z.unknown(), sentence: z.string() }).optional(),
  problems: z.array(z.object({ problem: z.string(), fix: z.string() })).optional(),
  findings: z.array(z.object({ text: z.string() })).optional(),
  files: z.array(z.object({ error: z.object({ sentence: z.string() }).nullable() })).optional(),
});

/** The first sentence of a failure's JSON, whichever of its forms it has. */
function whatFailed(out: string): string | undefined {
  const { error, problems, findings, files } = failureSchema.parse(JSON.parse(out));
  return (
    error?.sentence ?? problems?.[0]?.problem ?? findings?.[0]?.text ?? files?.[0]?.error?.sentence
  );
}

function leaves(command: Command, above = ''): string[] {
  const name = `${above}${command.name()}`;
  return command.commands.length === 0
    ? [name]
    : command.commands.flatMap((one) => leaves(one, `${name} `));
}

describe('every command for packs', () => {
  const all = packCommand(systemPackIo()).commands.flatMap((one) => leaves(one));

  it('is tried here', () => {
    expect(Object.keys(lines).toSorted()).toEqual(all.toSorted());
  });

  it('[AUT7] answers programs with one JSON value, whether it does or fails, in words too where it fails', async () => {
    const at = await place();
    const did: object[] = [];
    const didNot: object[] = [];
    for (const [name, [does, fails]] of Object.entries(lines)) {
      const words = name.split(' ');
      if (does !== null) {
        const { out, exitCode } = await rean(...words, ...does(at), '--json');
        did.push({ name, exitCode, answer: typeof JSON.parse(out) });
      }
      const failed = await rean(...words, ...fails(at), '--json');
      const told = await rean(...words, ...fails(at));
      didNot.push({
        name,
        says: whatFailed(failed.out),
        isTold: `${told.out}${told.complaints}` !== '',
        codes: failed.exitCode > 0 && failed.exitCode === told.exitCode,
      });
    }
    const commands = Object.entries(lines);
    expect(did).toEqual(
      commands.flatMap(([name, [does]]) =>
        does === null ? [] : [{ name, exitCode: 0, answer: 'object' }],
      ),
    );
    expect(didNot).toEqual(
      commands.map(([name]) => ({ name, says: expect.any(String), isTold: true, codes: true })),
    );
  });

  it('tells authors in both languages, each where it is read [AUT6]', async () => {
    const source = await writePackSource(packSource({ licence: undefined }));
    const json = await rean('build', source, '-o', 'out.kpack', '--json');
    expect(JSON.parse(json.out)).toEqual({
      problems: [
        {
          file: 'pack.source.json',
          line: 1,
          at: 'licence',
          problem: 'is missing',
          fix: 'add a text in "quotes"',
          khmer: { problem: 'មិនទាន់មាន', fix: 'បន្ថែម អត្ថបទក្នុង "..."' },
        },
      ],
    });
    expect(await readFile(join(source, 'pack.source.json'), 'utf8')).not.toContain('licence');
  });
});
