/** Codecs of films our window can't show, by what an MP4 calls them. */
const unplayable: Readonly<Record<string, string>> = {
  hvc1: 'H.265 (HEVC)',
  hev1: 'H.265 (HEVC)',
  dvh1: 'Dolby Vision',
  mp4v: 'MPEG-4 Part 2',
  s263: 'H.263',
  apcn: 'ProRes',
  apch: 'ProRes',
  jpeg: 'Motion JPEG',
  samr: 'AMR',
  'ac-3': 'Dolby Digital',
};

const marker = Buffer.from('stsd', 'latin1');
/** From the marker to the four letters of its first codec: flags, count and a size lie between. */
const toCodec = 16;

/** The names of the codecs in an MP4 that can't be shown here; it may be of any length. */
export async function unplayableCodecs(
  stream: AsyncIterable<Uint8Array>,
): Promise<readonly string[]> {
  const found = new Set<string>();
  let kept = Buffer.alloc(0);
  for await (const chunk of stream) {
    const bytes = Buffer.concat([kept, chunk]);
    for (let at = bytes.indexOf(marker); at !== -1; at = bytes.indexOf(marker, at + 1)) {
      const codec = bytes.toString('latin1', at + toCodec, at + toCodec + 4);
      const name = unplayable[codec];
      if (name !== undefined) found.add(name);
    }
    kept = bytes.subarray(Math.max(0, bytes.length - toCodec - 3));
  }
  return [...found];
}
