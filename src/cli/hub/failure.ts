import { asReanError } from '../../shared/errors.ts';
import type { ErrorFacts } from '../../shared/errors.ts';
import { backupFailures } from './backup-failures.ts';
import { exits, where } from './failure-shape.ts';
import type { Failures } from './failure-shape.ts';
import { staffFailures } from './staff-failures.ts';

/**
 * What a technician reads when a hub or site command fails: what happened, what it means for
 * people's work, what to do next. The exit code says the same to systemd and scripts ([HUB12]).
 */

const { unavailable, inputOutput, tryLater, config } = exits;

const failures: Failures = {
  ...backupFailures,
  ...staffFailures,
  'site.missing': {
    exitCode: config,
    sentence: ({ file, ...facts }) =>
      typeof file === 'string'
        ? `The hub's file ${file} is not there. Nothing was changed. Restore that file from the backup.`
        : `No site is set up in ${where(facts)}. Nothing was changed. Give the hub's own folder with --data, or make a site with \`rean site init\`.`,
  },
  'site.exists': {
    exitCode: config,
    sentence: (facts) =>
      `${where(facts)} already holds a site. It was left as it is. Use another folder, or remove this one if its records are no longer needed.`,
  },
  'config.invalid': {
    exitCode: config,
    sentence: configSentence,
  },
  'config.outdated': {
    exitCode: config,
    sentence: (facts) =>
      `${where(facts)} was set up by an earlier Rean, whose stations signed in with tokens. This one goes by certificates, which that site does not have. Nothing was changed. Set the site up anew in another folder with \`rean site init\`, and its stations with \`rean site add-station\`; keep this folder if its records are needed.`,
  },
  'station.not-enrolled': {
    exitCode: config,
    sentence: (facts) =>
      facts['problem'] === 'disabled'
        ? `Station ${String(facts['station'])} is shut out, and stays so. Nothing was changed. Set the PC up as a new station with \`rean site add-station\`.`
        : `No station ${String(facts['station'] ?? where(facts))} is enrolled at this site. Nothing was changed. Look at the station's station.json and whether --data is its own hub's.`,
  },
  'key.missing': {
    exitCode: config,
    sentence: ({ credential, ...facts }) =>
      credential === undefined
        ? `A key is missing (${String(facts['key'] ?? facts['what'] ?? '')}). Nothing was changed. Use the newest file of the keys.`
        : `The hub's secrets are sealed with a key of this PC (credential ${String(credential)}), which this program was not given. Nothing was changed. Start the hub by its unit. To back it up, or to give a command while it is stopped, put this before the command, with the unit's own user and file: systemd-run --pipe -p User=rean -p LoadCredentialEncrypted=${String(credential)}:/etc/rean/hub.cred. On another PC, restore the site from its backup and the file of its keys.`,
  },
  'seal.broken': {
    exitCode: config,
    sentence: () =>
      "A file of the hub's secrets can't be opened with the key that was given: it was sealed with another, or is damaged. Nothing was changed. Give this PC's own key, or restore the site from its backup and the file of its keys.",
  },
  'store.in-use': { exitCode: tryLater, sentence: inUseSentence },
  'store.full': {
    exitCode: inputOutput,
    sentence: (facts) =>
      `The disk is full (${where(facts)}). Nothing that was acknowledged is lost, and stations keep their work until there is room. Free some space, then start the hub again.`,
  },
  'store.unopenable': {
    exitCode: inputOutput,
    sentence: unopenableSentence,
  },
  'store.unreachable': { exitCode: unavailable, sentence: couchAwaySentence },
  'store.refused': {
    exitCode: config,
    sentence: ({ place, database }) =>
      `The CouchDB that keeps the hub's databases does not let the hub in (${String(place ?? database)}). Nothing was changed. Give its name and password anew with --couch-credentials, and see in docs/couchdb.md what that account has to be.`,
  },
  'port.in-use': {
    exitCode: unavailable,
    sentence: (facts) =>
      `Port ${String(facts['port'])} at ${String(facts['host'])} is in use by another program, perhaps another hub. Stations can't reach this hub. Stop that program, or give another port with --port.`,
  },
  'passphrase.weak': {
    exitCode: config,
    sentence: (facts) =>
      facts['problem'] === 'known'
        ? 'The passphrase is one that is tried first, or a name with a little added. Nothing was done. Three words that do not belong together will do.'
        : `The passphrase is too easy to guess: it needs at least ${String(facts['characters'])} characters, ${String(facts['different'])} of them different. Nothing was done. Three words that do not belong together will do.`,
  },
  'learner.unknown': {
    exitCode: config,
    sentence: (facts) =>
      `There is no learner ${String(facts['learner'])} at this site, or their record was erased before. Nothing was changed.`,
  },
  'record.on-hold': {
    exitCode: config,
    sentence: (facts) =>
      `The record of ${String(facts['learner'])} is on legal hold. Nothing was erased. Whoever may lift the hold does so first, with \`rean hub hold --lift\`.`,
  },
  'correction.pointless': {
    exitCode: config,
    sentence: () =>
      'There is nothing to correct there: it is as it would be already. Nothing was changed.',
  },
  'hub.protocol': {
    exitCode: unavailable,
    sentence: (facts) =>
      `The hub that runs there and this program are not of the same version (${String(facts['command'] ?? '')}). Nothing was changed. Start the hub again with this version, then repeat the command.`,
  },
  'hub.certificate-mismatch': {
    exitCode: unavailable,
    sentence: (facts) =>
      `What answers at ${String(facts['url'])} is not this site's hub. Nothing was asked of it. Stations leave it alone too, and keep everything. See what runs there, stop it, and start the hub with \`rean hub run\`.`,
  },
  'hub.unreachable': {
    exitCode: unavailable,
    sentence: (facts) =>
      facts['problem'] === 'cut-off'
        ? `The hub on ${where(facts)} ended before it answered. What you asked for is either wholly done or not at all. Start it with \`rean hub run\`, look, and repeat the command if need be.`
        : `No hub answers at ${String(facts['url'] ?? 'its address')}. Stations go on working and keep everything. Start it with \`rean hub run\`.`,
  },
};

function inUseSentence(facts: ErrorFacts): string {
  switch (facts['problem']) {
    case 'busy':
      return `The hub on this folder (${where(facts)}) is just starting or ending, or another command is at work there. Nothing was changed. Try again in a moment.`;
    case 'backup':
      return `Another backup is at work on ${where(facts)}. It goes on undisturbed; nothing was done by this one. Wait until it has ended, then run this again if need be.`;
    default:
      return `Another hub is already running on this folder (${where(facts)}). It goes on undisturbed. Stop it first, or use that one.`;
  }
}

/** What TLS says of a certificate it does not take. */
const aboutCertificate = /CERT|ISSUER|LEAF_SIGNATURE/;

function couchAwaySentence({ place, database, reason, status }: ErrorFacts): string {
  const [at, why] = [String(place ?? database), String(reason || status)];
  return aboutCertificate.test(why)
    ? `CouchDB's certificate is not one to trust (${at}: ${why}). Nothing was sent there and nothing is lost; stations keep their work. Give the certificate of the authority that signed it with --couch-authority, at an address that stands in it, and look at this PC's date.`
    : `The CouchDB that keeps the hub's databases does not answer (${at}: ${why}). Nothing is lost; stations keep their work until it does. Start it, or look at the network between; the hub goes on by itself, or when it is started again.`;
}

function unopenableSentence(facts: ErrorFacts): string {
  const at = where(facts);
  switch (facts['problem']) {
    case 'replaced':
      return `A database in CouchDB is not the one this hub wrote to last (${at}): CouchDB was restored, or it was made anew. The hub does not run on it, so that stations are not told that work is safe which is gone. If what CouchDB holds now is what there is, move the site to new databases with \`rean hub migrate\`: stations then send what is missing.`;
    case 'differs':
      return `A copy is not what it was copied from (${at}: ${String(facts['here'])} contents here, ${String(facts['there'])} there). The hub goes on with the old databases. Look at both disks, and run the same command again: it begins anew.`;
    case 'missing':
      return `A database of the hub is not there (${at}). Nothing was changed. Keep a copy of the folder, check the disk, and restore the hub from its backup.`;
    default:
      return `A database of the hub will not open (${at}). Nothing was changed. Keep a copy of the folder, check the disk, and restore the hub from its backup.`;
  }
}

function configSentence(facts: ErrorFacts): string {
  const at = where(facts);
  switch (facts['problem']) {
    case 'not-empty':
      return `${at} holds other files. Nothing was changed. Give an empty folder, or one that isn't there yet.`;
    case 'exists':
      return `${at} is there already. It was left as it is. Give another folder for the new station.`;
    case 'address':
      return `This hub can't listen on ${String(facts['host'])}: it is no address of this PC. Give one of its addresses with --listen, or 0.0.0.0 for all of them.`;
    case 'not-permitted':
      return `Listening on port ${String(facts['port'])} is not permitted to this user. Give a port above 1023 with --port.`;
    case 'another-user':
      return `${at} belongs to another user (number ${String(facts['uid'])}), whose hub could not open what this user would write there. Nothing was changed. Run the command as that user: sudo -u '#${String(facts['uid'])}' …`;
    case 'no-passphrase':
      return 'A passphrase is needed. Nothing was done. Give it in a file (that of the keys also in REAN_BACKUP_PASSPHRASE), or run this at a terminal.';
    case 'needed':
      return `A site needs --${String(facts['option'])}. Nothing was done. A site for practice, with --demo, can do without.`;
    case 'cancelled':
      return 'Cancelled. Nothing was done.';
    case 'not-the-same':
      return 'The two passphrases are not the same. Nothing was done. Try again.';
    case 'newer-keys':
      return `The keys were backed up by a newer version of this program (${at}). The new folder is not finished. Use that version.`;
    case 'from-or-empty':
      return "Nothing was done. Give the backup's folder with --from, or, where there is none, --empty: one of the two.";
    case 'option':
      if (facts['option'] === 'content') {
        return 'That is no number of a content. Nothing was done. Give it as it is listed, or its first 8 characters or more.';
      }
      return `The option --${String(facts['option'])} can't be read. Nothing was done. See the command's --help for what it takes.`;
    case 'couch-url':
      return `The CouchDB address given can't be used. Nothing was done. Give http://host:5984 or https://host:6984, without a name or password in it.`;
    case 'couch-credentials':
      return `There is no name and password for CouchDB. Nothing was done. Give a file of {"user":"…","password":"…"} with --couch-credentials, or set REAN_COUCH_USER and REAN_COUCH_PASSWORD.`;
    case 'couch-authority':
      return `${at} is no certificate that can be read. Nothing was done. Give the certificate (PEM) of the authority that signed CouchDB's own with --couch-authority.`;
    case 'readable':
      return `${at} can be read by other users of this PC. Nothing was done. Make it the hub's own (chmod 600), and change that password.`;
    case undefined:
      return `${at} does not have the shape it should have (${String(facts['at'] ?? '')}). Nothing was changed. Restore that file from the backup.`;
    default:
      return `${at} can't be read or written (${String(facts['problem'])}). Nothing was changed. Check that the folder is this user's own.`;
  }
}

export interface ToldFailure {
  readonly sentence: string;
  readonly exitCode: number;
}

/** The sentence and exit code for anything thrown, by a hub unless other sentences are given. */
export function tellFailure(error: unknown, sentences: Failures = failures): ToldFailure {
  const { code, facts, message, cause } = asReanError(error);
  const known = sentences[code];
  if (known) return { sentence: known.sentence(facts), exitCode: known.exitCode };
  const detail = cause instanceof Error ? `${message}: ${cause.message}` : message;
  return {
    sentence: `Something unforeseen happened (${detail}). Acknowledged work is safe. Try again; if it stays so, keep this message for whoever maintains Rean.`,
    exitCode: exits.software,
  };
}

/** Runs a command's work; a failure becomes its sentence on stderr and its exit code. */
export async function orTellFailure(
  work: () => Promise<void>,
  sentences: Failures = failures,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { sentence, exitCode } = tellFailure(error, sentences);
    console.error(sentence);
    process.exitCode = exitCode;
  }
}
