import { asReanError } from '../../shared/errors.ts';
import type { ErrorCode, ErrorFacts } from '../../shared/errors.ts';
import { importFailures } from './tell-import.ts';
import { tellArchiveFault, tellRollback, tellSignatureFault } from './tell-reason.ts';

/** What a technician or author reads: what happened, what it means, what to do next. */
export interface ToldFailure {
  readonly sentence: string;
  /** As in sysexits.h. */
  readonly exitCode: number;
}

const dataError = 65;
const noInput = 66;
const software = 70;
const inputOutput = 74;
const tryLater = 75;
const notTrusted = 77;
const config = 78;

const unchanged = 'Nothing was changed; what was installed before goes on working.';
const askPublisher = 'Ask whoever made the pack for a new copy.';

type Tell = (facts: ErrorFacts) => string;

const failures: Partial<Record<ErrorCode, readonly [exitCode: number, tell: Tell]>> = {
  'pack.signature-invalid': [dataError, tellSignatureFault],
  'pack.untrusted-key': [
    notTrusted,
    ({ keyId }) =>
      `The pack is signed with key ${String(keyId)}, which is not trusted here. ${unchanged} If you know whose key it is, add it with \`rean pack trust KEY.pub --store STORE\`.`,
  ],
  'pack.key-revoked': [
    notTrusted,
    ({ keyId, reason }) =>
      `The pack is signed with key ${String(keyId)}, which was revoked: ${String(reason)}. ${unchanged} Get the pack again from its publisher, signed with the present key.`,
  ],
  'keyring.invalid': [
    dataError,
    ({ problem, keys }) =>
      keys === undefined
        ? `That is no keyring: it is ${String(problem)}. Nothing was changed. Give the file that \`rean pack keyring make\` or \`rotate\` wrote.`
        : `${tellKeys(problem, keys)} Nothing was changed. \`rean pack keyring show\` lists the keys on a keyring.`,
  ],
  'keyring.older': [
    dataError,
    ({ offered, held }) =>
      `The keyring is number ${String(offered)}; number ${String(held)} is held here already. Nothing was changed. Bring a later one.`,
  ],
  'keyring.not-signed': [
    notTrusted,
    ({ signatures, needed }) =>
      `${String(signatures)} of the root keys that count have signed the keyring; it takes ${String(needed)} of those held here, and ${String(needed)} of its own. Nothing was changed. Have their holders run \`rean pack keyring sign\`.`,
  ],
  'pack.checksum-mismatch': [
    dataError,
    ({ path }) =>
      `The content of ${String(path)} is not what its publisher signed: it was changed or damaged on the way. ${unchanged} Copy the pack again; if it stays so, ${lowerFirst(askPublisher)}`,
  ],
  'pack.file-missing': [noInput, tellMissing],
  'pack.unsafe-path': [dataError, tellArchiveFault],
  'pack.archive-invalid': [dataError, tellArchiveFault],
  'pack.too-large': [dataError, tellArchiveFault],
  'pack.manifest-invalid': [
    dataError,
    ({ at, problem }) =>
      `The pack's description (pack.json${at ? `, ${String(at)}` : ''}) is wrong: ${String(problem)}. ${unchanged} ${askPublisher}`,
  ],
  'lesson.invalid': [
    dataError,
    ({ path, at, problem }) =>
      `The lesson ${String(path)}${at ? `, ${String(at)},` : ''} is wrong: ${String(problem)}. ${unchanged} ${askPublisher}`,
  ],
  'pack.rollback': [dataError, tellRollback],
  'pack.app-too-old': [
    dataError,
    ({ needed, app, kind }) =>
      kind === undefined
        ? `The pack needs Rean ${String(needed)} or newer; this is ${String(app)}. ${unchanged} Update Rean first.`
        : `The pack holds items of the kind "${String(kind)}", which this Rean does not know; it asks for Rean ${String(needed)} or newer. ${unchanged} Update Rean first.`,
  ],
  'pack.requirement-missing': [
    dataError,
    ({ pack, version, missing }) =>
      `${String(pack)} ${String(version)} needs other packs that are not here: ${String(missing)}. ${unchanged} Install those first, then this one again.`,
  ],
  'pack.base-missing': [
    dataError,
    ({ pack, base, lacking }) =>
      `This copy of ${String(pack)} holds only what is new since ${String(base)}, and ${String(lacking)} contents of that version are not here, or are damaged. ${unchanged} Install ${String(base)} first, or the whole pack.`,
  ],
  'pack.not-installed': [
    noInput,
    ({ pack, version }) => `${String(pack)} ${String(version)} is not installed in this store.`,
  ],
  'store.full': [inputOutput, tellFull],
  'store.in-use': [
    tryLater,
    ({ folder, pid, station }) =>
      station === true
        ? `The station in ${String(folder)} runs. Nothing was changed. Stop it, then try again.`
        : `Another program${typeof pid === 'number' ? ` (process ${String(pid)})` : ''} is installing packs into ${String(folder)}. Wait until it has finished, then try again.`,
  ],
  'store.unopenable': [
    inputOutput,
    ({ folder, detail }) =>
      `The store in ${String(folder)} can't be read or written (${String(detail)}). Check that the disk is sound and that the folder is this user's own.`,
  ],
  'shape.invalid': [dataError, tellShape],
  'config.invalid': [config, tellConfig],
  ...importFailures,
};

/** The sentence and exit code for anything a pack command threw. */
export function tellPackFailure(error: unknown): ToldFailure {
  const { code, facts, message, cause } = asReanError(error);
  const known = failures[code];
  if (known !== undefined) return { exitCode: known[0], sentence: known[1](facts) };
  const detail = cause instanceof Error ? cause.message : message;
  return {
    exitCode: software,
    sentence: `Something unforeseen happened: ${detail}. What was installed before goes on working. If it happens again, keep this message for whoever maintains Rean.`,
  };
}

/** The exit code of a pack or source that was read and found wrong. */
export const refusedExitCode = dataError;

function tellKeys(problem: unknown, keys: unknown): string {
  switch (problem) {
    case 'twice':
      return `The key ${String(keys)} would be on the keyring twice; a publisher's key that was revoked never comes back.`;
    case 'signatures':
      return `The keyring has ${String(keys)} signatures already, as many as can count: of three roots of the one before and of its own three. If some are of other keys, make this version of the keyring again and have its roots sign it.`;
    case 'publishers':
      return `A keyring holds ${String(keys)} keys of publishers at most, revoked ones too.`;
    default:
      return `The keyring has no such key: ${String(keys)}.`;
  }
}

function tellMissing({ path, pack, folder }: ErrorFacts): string {
  if (folder === true) {
    return `There is no file ${String(path)}, and no folder of that name with files in it. Nothing was changed. Check the name.`;
  }
  return pack === undefined
    ? `${String(path)} is not there. ${unchanged} Check the name; if a pack was copied from a stick, copy it again.`
    : `${String(path)} is missing from the store's copy of ${String(pack)}. Install that pack again; it mends what is missing.`;
}

function tellFull({ folder, neededBytes, freeBytes }: ErrorFacts): string {
  const numbers =
    typeof neededBytes === 'number' && typeof freeBytes === 'number'
      ? ` ${mebibytes(neededBytes)} are needed, with what is kept free for learners' records; ${mebibytes(freeBytes)} are free.`
      : '';
  return `There is no room on the disk of ${String(folder)}.${numbers} ${unchanged} Free some space, then install again.`;
}

const mebibytes = (bytes: number) => `${Math.ceil(bytes / 1024 ** 2)} MiB`;

function tellShape({ what, reason }: ErrorFacts): string {
  return reason === 'passphrase'
    ? 'This secret key is sealed with a passphrase, which only minisign itself opens. Sign with `minisign -S -l -m pack.json`, then `rean pack sign FILE --signature pack.json.minisig --public KEY.pub`.'
    : `That is not a ${String(what)} file. Nothing was changed. Give the file that \`rean pack keygen\` or \`minisign -G\` wrote.`;
}

function tellConfig({ path, problem, option, store }: ErrorFacts): string {
  switch (problem) {
    case 'option':
      return `The option --${String(option)} can't be read. Nothing was done. See the command's --help.`;
    case 'no-store':
      return `There is no pack store in ${String(path)}. Give a station's pack folder; \`rean pack trust KEY.pub --store FOLDER\` begins a new one.`;
    case 'no-hub-store':
      return `${String(path)} holds no pack store, so it is no hub's folder, or that of a hub which trusts nobody's packs yet. Nothing was done. Check what --hub names; a new hub learns whose packs count by \`rean pack trust KEY.pub --store ${String(store)}\` or \`rean pack keyring adopt FILE --store ${String(store)}\`.`;
    case 'exists':
      return `${String(path)} is there already and was left as it is. Give another name.`;
    case 'no-key':
      return 'Say whose signature to accept: --key KEY.pub, or --store STORE for the keys that store trusts.';
    case 'remove-where':
      return 'Say where to remove it: --hub FOLDER, or --station FOLDER. Nothing was done.';
    case 'sign-how':
      return 'Say how to sign: --key SECRET.key, or --signature FILE.minisig with --public KEY.pub.';
    default:
      return `${String(path)} does not have the shape it should have. Nothing was changed. Restore that file from a backup.`;
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
