const time = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})`;
const cueLine = new RegExp(`^\\s*${time}\\s*-->\\s*${time}`);

/** SubRip as WebVTT; null where no cue is in it. Fonts, colours and places are dropped, words stay. */
export function srtToVtt(srt: string): string | null {
  const cues = srt
    .split(/\n[ \t]*\n+/)
    .map(readCue)
    .filter((cue) => cue !== null);
  return cues.length === 0 ? null : `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

function readCue(block: string): string | null {
  const lines = block.split('\n').map((line) => line.trim());
  const at = lines.findIndex((line) => cueLine.test(line));
  const match = cueLine.exec(lines[at] ?? '');
  const words = plainWords(lines.slice(at + 1)).join('\n');
  if (match === null || words === '') return null;
  return `${timeOf(match.slice(1, 5))} --> ${timeOf(match.slice(5, 9))}\n${words}`;
}

function timeOf([hours = '0', minutes = '0', seconds = '0', rest = '0']: readonly (
  | string
  | undefined
)[]): string {
  const pad = (text: string) => text.padStart(2, '0');
  return `${pad(hours)}:${pad(minutes)}:${pad(seconds)}.${rest.padEnd(3, '0')}`;
}

const plainWords = (lines: readonly string[]) =>
  lines
    .map((line) =>
      line
        .replaceAll(/\{\\[^}]*\}/g, '')
        .replaceAll(/<\/?font[^>]*>/gi, '')
        .replaceAll('-->', '→')
        .replaceAll(/&(?!(?:amp|lt|gt|nbsp);)/g, '&amp;')
        .replaceAll(/<(?!\/?[biu]>)/g, '&lt;'),
    )
    .filter((line) => line !== '');
