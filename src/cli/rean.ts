import { ensureSmallHeap } from './hub/small-heap.ts';
import { isHubRun, spelledOut } from './hub/spelled-out.ts';
import { tellWrongWords } from './wrong-words.ts';

/** `rean`: everything a technician does with a site from a terminal. */
const words = spelledOut(process.argv);
// First of all: what is loaded before it is loaded twice.
if (isHubRun(words)) ensureSmallHeap();
const { rean } = await import('./commands.ts');
tellWrongWords(rean, words, {
  print: (line) => console.log(line),
  complain: (text) => void process.stderr.write(text),
  exit: (code) => process.exit(code),
});
await rean.parseAsync(words);
