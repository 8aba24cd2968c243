import type { ErrorFacts } from '../../shared/errors.ts';
import { exits, where } from './failure-shape.ts';
import type { Failures } from './failure-shape.ts';

/** Why a backup, or a restore from one, was not done. */

const { inputOutput, config } = exits;

export const backupFailures: Failures = {
  'backup.unwritable': { exitCode: inputOutput, sentence: unwritableSentence },
  'backup.unreadable': {
    exitCode: inputOutput,
    sentence: (facts) =>
      `${where(facts)} can't be read (${String(facts['problem'])}). Nothing was changed. Check that the disk or stick is plugged in and is this user's to read, then run it again.`,
  },
  'backup.missing': {
    exitCode: config,
    sentence: (facts) =>
      `There is no backup at ${where(facts)}. Nothing was changed. Check that the right disk or stick is plugged in, and give the folder or file that \`rean hub backup\` was given.`,
  },
  'backup.damaged': {
    exitCode: inputOutput,
    sentence: (facts) =>
      facts['of'] === 0
        ? `${where(facts)} holds no backup that can be read: it is damaged, or another file. Nothing was changed. Use another copy; for the records, if there is none, restore with --empty: the stations bring back what they hold.`
        : `The backup's file ${String(facts['file'])} (in ${where(facts)}) is damaged; ${String(facts['whole'])} of its ${String(facts['of'])} files are whole. Nothing was changed. Use another copy of the backup. If there is none, restore with --empty: the stations bring back what they hold.`,
  },
  'backup.unverified': { exitCode: inputOutput, sentence: unverifiedSentence },
  'backup.other-site': {
    exitCode: config,
    sentence: (facts) =>
      `The backup in ${where(facts)} is another site's (${String(facts['held'])}, not ${String(facts['site'])}). Nothing was changed. Give this site's own folder.`,
  },
  'backup.passphrase-wrong': {
    exitCode: config,
    sentence: (facts) =>
      `The passphrase does not open ${where(facts)}. Nothing was changed. Try again; mind capitals and the keyboard's language. If it stays so, the file may be damaged: use another copy.`,
  },
  'backup.passphrase-weak': {
    exitCode: config,
    sentence: (facts) =>
      `The passphrase is too easy to guess: it needs at least ${String(facts['characters'])} characters, ${String(facts['different'])} of them different. Nothing was done. Four words that do not belong together will do.`,
  },
};

function unwritableSentence(facts: ErrorFacts): string {
  const kept = 'What was backed up before is still whole, and nothing is lost at the hub.';
  switch (facts['problem']) {
    case 'ENOENT':
      return `${where(facts)} is not there. Nothing was done. Plug the disk or stick in, and make the folder if this is the first backup.`;
    case 'gone':
      return `${where(facts)} was pulled out, or went away, while the backup was being written. ${kept} Plug the disk or stick in and run it again.`;
    case 'unnamed':
      return `${where(facts)} holds files of a backup, but neither rean-backup.json nor its copy, which name them. Nothing was changed there. If you have one of the two, put it back. If the files are of no use to you, move them away; or give an empty folder. Then run it again.`;
    case 'inside':
      return `${where(facts)} lies in the hub's own folder, and would be lost with it. Nothing was done. Give a folder on another disk or a stick.`;
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
    case 'store.full':
      return `There is no room left for the backup in ${where(facts)}. ${kept} Use a larger disk or stick.`;
    default:
      return `The backup in ${where(facts)} could not be written (${String(facts['problem'])}). ${kept} Check that the disk or stick is plugged in and not write-protected, then run it again.`;
  }
}

function unverifiedSentence(facts: ErrorFacts): string {
  if (facts['what'] === 'room') {
    const megabytes = Math.ceil(Number(facts['at']) / 1024 / 1024);
    return `There is no room to try the backup out: it takes ${megabytes} MB free in ${where(facts)}. What was backed up before still counts. Free some space, or give another disk with --check-in.`;
  }
  return `The backup in ${where(facts)} does not restore to what the hub holds (${String(facts['what'])} ${String(facts['at'])}). It does not count; what was backed up before is still whole. Run it again to another disk, and keep this message.`;
}
