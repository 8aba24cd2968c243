import type { ErrorFacts } from '../../shared/errors.ts';
import type { Failures } from '../hub/failure-shape.ts';
import { exits } from '../hub/failure-shape.ts';

/** What whoever brings files to a hub reads: what happened, what it means, what to do. */
export const netbootFailures: Failures = {
  'config.invalid': { exitCode: exits.config, sentence: configSentence },
};

const kept = 'What the hub had stays.';

function configSentence(facts: ErrorFacts): string {
  const path = String(facts['path']);
  switch (facts['problem']) {
    case 'option':
      return `The option --${String(facts['option'])} can't be read. ${kept} See the command's --help for what it takes.`;
    case 'no-key':
      return `${path} is no public key. ${kept} Give with --key the image.pub of the key that signed the images.`;
    case 'no-files':
      return `There is nothing in ${path} that installs a PC over the LAN. ${kept} Give the folder \`rean\` of a stick made with \`rean image installer\`.`;
    case 'files-changed':
      return `${path} is not what was signed with this key, or is damaged. ${kept} Write the stick again, or give the key of this site's images.`;
    default:
      return `That can't be done (${String(facts['problem'])}). ${kept}`;
  }
}
