const convertible: readonly (readonly [RegExp, string])[] = [
  [/\.(?:heic|heif|bmp|tiff?|gif|avif|psd|ai|eps)$/i, 'PNG, JPEG, WebP'],
  [/\.(?:aac|amr|wma|aiff?|flac|3ga|caf)$/i, 'WAV, Opus, MP3'],
  [/\.(?:avi|mov|wmv|mkv|flv|3gp|mpe?g|m4v)$/i, 'MP4 (H.264), WebM'],
  [/\.(?:srt|sub|ass|ssa)$/i, 'WebVTT (.vtt)'],
  [/\.(?:docx?|odt|rtf|pptx?|odp)$/i, 'PDF'],
];

/** What a file that no pack holds can be saved as, by what it is; null where nothing better is known. */
export function betterKinds(path: string): string | null {
  return convertible.find(([ending]) => ending.test(path))?.[1] ?? null;
}
