/** Where on which page of an archive somebody is. */
export interface ArchivePlace {
  /** Address of the page below that of the archive. */
  readonly inner: string;
  /** How far down, 0 to 1. */
  readonly down: number;
}

/** As places are kept: how far down, a space, and the address. */
export const writePlace = ({ inner, down }: ArchivePlace) => `${down.toFixed(4)} ${inner}`;

/** Null where the text is no place. */
export function readPlace(at: string | null): ArchivePlace | null {
  const [, down = '', inner = ''] = /^([01]\.\d{4}) ([^\s/]\/\S+)$/.exec(at ?? '') ?? [];
  return inner === '' ? null : { inner, down: Number(down) };
}
