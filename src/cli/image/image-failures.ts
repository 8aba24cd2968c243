import type { ErrorFacts } from '../../shared/errors.ts';
import type { Failures } from '../hub/failure-shape.ts';
import { exits } from '../hub/failure-shape.ts';

const none = 'Nothing was built.';

/** What whoever builds an image reads: what happened, what it means, what to do. */
export const imageFailures: Failures = {
  'config.invalid': { exitCode: exits.config, sentence: configSentence },
};

function configSentence(facts: ErrorFacts): string {
  const path = String(facts['path'] ?? facts['folder']);
  switch (facts['problem']) {
    case 'option':
      return `The option --${String(facts['option'])} can't be read. ${none} See the command's --help for what it takes.`;
    case 'no-file':
      return `${path} can't be read. ${none} Check the name given with --${String(facts['option'])}.`;
    case 'site-shape':
      return `${path} is no configuration of a site: ${String(facts['at'])}. ${none} docs/image.md shows one.`;
    case 'key-shape':
      return `${path} is no secret key that can sign. ${none} Make one with \`rean pack keygen -o NAME\` and give NAME.key; keep it, as updates need the same one.`;
    case 'disk-small':
      return `A disk of ${String(facts['sizeMiB'])} MiB is too small: it takes ${String(facts['leastDiskMiB'])} MiB. ${none} Give more with --disk-mib.`;
    case 'no-pack':
      return `${path} is not there. ${none} Packs are named in site.json, beside it.`;
    case 'no-package':
      return `There is no ${String(facts['name'])}_….deb in ${path}. ${none} Make it with \`npm run package\`, or say with --packages where it is.`;
    case 'no-mirror':
      return `${path} is no copy of Debian's archive: neither a folder \`dists\` nor a file \`Packages\` is in it. ${none} docs/image.md says how one is made.`;
    case 'tools-missing':
      return `Programs that build an image are not on this PC. ${none} Install them: apt-get install ${String(facts['packages'])}`;
    case 'no-images':
      return `There is no image in ${path} that a stick could install. ${none} Build one first, with the same --out: \`rean image station …\`.`;
    case 'image-unsigned':
      return `${path} is not signed with this key. ${none} Give the key it was built with, or build it again.`;
    case 'image-other':
      return `${path} is another site's. ${none} Give the site.json it was built from, or build it again.`;
    case 'image-changed':
      return `${path} is not what was built: damaged, changed or cut off. ${none} Build that image again.`;
    case 'not-root':
      return `Only root can build an image: files in it belong to many users. ${none} Run the command with sudo.`;
    case 'program-failed':
      return `${String(facts['program'])} failed (${String(facts['code'])}). There is no new image. The end of ${String(facts['logFile'])} says why; mend that, and run the command again: what was finished is not done twice.`;
    case 'slot-full':
      return `What was built is larger than its place on the disk (${String(facts['size'])} of ${String(facts['room'])} bytes). There is no new image. Take packs out of site.json, or firmware.`;
    default:
      return `That can't be done (${String(facts['problem'])}). ${none}`;
  }
}
