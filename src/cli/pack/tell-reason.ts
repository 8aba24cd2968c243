import type { ErrorFacts } from '../../shared/errors.ts';

const refused = 'Nothing was changed; what was installed before goes on working.';

export const archiveReasons: Readonly<Record<string, string>> = {
  'absolute-path': 'holds a file meant for a fixed place on the disk',
  'parent-path': 'holds a file meant for a folder outside of it',
  backslash: 'holds a file name with a backslash',
  'control-character': 'holds a file name with invisible characters',
  'name-too-long': 'holds a file name of more than 200 characters',
  'name-encoding': 'holds a file name in an unclear encoding',
  'empty-part': 'holds a file name with an empty part',
  symlink: 'holds a link instead of a file',
  'special-file': 'holds something that is neither a file nor a folder',
  duplicate: 'holds the same file name twice',
  'case-collision': 'holds two file names that differ only in upper and lower case',
  'unicode-collision': 'holds two file names that look the same',
  'file-and-folder': 'holds a file and a folder of one name',
  'too-many-entries': 'holds too many files',
  'too-many-bytes': 'unpacks to more than is allowed',
  ratio: 'unpacks to more than 100 times its size, as a trap would',
  unreadable: "can't be read from its disk or stick",
  'not-zip': 'is no pack, or only the beginning of one',
  malformed: 'is not put together as a pack must be',
  encrypted: 'is locked with a password',
  'compression-method': 'is compressed in a way packs are not',
  'size-mismatch': 'states a false size for a file',
  'header-mismatch': 'describes a file in two ways that differ',
  overlap: 'holds files that lie over each other',
  damaged: 'is damaged',
  'unexpected-entry': 'holds a file that its description does not name',
};

/** What is wrong with an archive, by the `reason` fact ([PKG5]). */
export function tellArchiveFault({ reason, entry, detail, path }: ErrorFacts): string {
  const what = archiveReasons[String(reason)] ?? 'is larger than a pack may be';
  const where = [entry, path, detail].filter((fact) => typeof fact === 'string' && fact !== '');
  const named = where.length === 0 ? '' : ` (${where.join(', ')})`;
  const next =
    reason === 'unreadable' || reason === 'damaged' || reason === 'not-zip'
      ? 'Copy the pack again and retry.'
      : 'Do not use it; tell whoever gave it to you.';
  return `This archive ${what}${named}. ${refused} ${next}`;
}

/** What is wrong with a signature ([PKG3]). */
export function tellSignatureFault({ reason, keyId }: ErrorFacts): string {
  switch (reason) {
    case 'unsigned':
      return `The pack is not signed, so nobody vouches for it. ${refused} If it is your own, sign it with \`rean pack sign\`.`;
    case 'content':
      return `The pack's description is not what key ${String(keyId)} signed: it was changed after signing. ${refused} Do not use this copy; get the pack again from its publisher.`;
    case 'trusted-comment':
      return `The comment in the pack's signature is not what key ${String(keyId)} signed. ${refused} Get the pack again from its publisher.`;
    case 'prehashed':
      return `The pack is signed in minisign's newer form, which the stations can't check. ${refused} Sign it again with \`rean pack sign\` or \`minisign -S -l\`.`;
    default:
      return `The pack's signature file is damaged. ${refused} Copy the pack again, or get it from its publisher.`;
  }
}

/** Why a version may not come in ([PKG10]). */
export function tellRollback({
  reason,
  pack,
  offered,
  installed,
  offeredSequence,
}: ErrorFacts): string {
  switch (reason) {
    case 'older':
      return `${String(pack)} ${String(offered)} is older than ${String(installed)}, which is installed. ${refused} To go back on purpose, add --allow-rollback.`;
    case 'version-taken':
      return `Another ${String(pack)} ${String(installed)} is installed, with other content. ${refused} Give the new one its own version and sequence in pack.source.json, then build it again.`;
    default:
      return `${String(pack)} ${String(offered)} has sequence ${String(offeredSequence)}, as ${String(installed)}, which is installed, has. ${refused} Give it a higher sequence in pack.source.json, then build it again.`;
  }
}
