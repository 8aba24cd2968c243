/**
 * The type of the file system a folder lies on, `ext4` say.
 *
 * @param mounts the text of `/proc/self/mounts` (proc(5))
 * @param folder absolute, with no links in it
 */
export function diskType(mounts: string, folder: string): string {
  let found = { point: '', type: 'unknown' };
  for (const line of mounts.split('\n')) {
    const [, written = '', type = ''] = line.split(' ');
    const point = unescape(written);
    // The longest mount point wins, and of equal ones the last: it hides those before it.
    if (holds(point, folder) && point.length >= found.point.length) found = { point, type };
  }
  return found.type;
}

/** Spaces and their like are written in octal, `\040`. */
const unescape = (text: string) =>
  text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );

function holds(point: string, folder: string): boolean {
  if (point === '') return false;
  return folder === point || folder.startsWith(point.endsWith('/') ? point : `${point}/`);
}
