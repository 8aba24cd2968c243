import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP entry as a forger would write it: whatever is given is written, however false. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  readonly deflate?: boolean;
  /** Unix mode, as 0o120777 for a link. */
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Unpacked size that both headers state. */
  readonly statedSize?: number;
  /** Name in the local header only. */
  readonly localName?: string;
  /** Extra field of the directory's record. */
  readonly extra?: Uint8Array;
  /** Points at the local header of the entry before, sharing its bytes. */
  readonly overPrevious?: boolean;
}

export interface RawZipOptions {
  /** Bytes between the directory and the end record. */
  readonly hidden?: Uint8Array;
  /** Number of entries the end record states. */
  readonly statedCount?: number;
}

const utf8 = 0x0800;

/** A ZIP file, byte by byte (PKWARE APPNOTE 6.3). */
export function rawZip(entries: readonly RawEntry[], options: RawZipOptions = {}): Buffer {
  const locals: Buffer[] = [];
  const records: Buffer[] = [];
  let offset = 0;
  let previous = 0;
  for (const entry of entries) {
    const local = localPart(entry);
    const start = entry.overPrevious === true ? previous : offset;
    records.push(directoryRecord(entry, start));
    if (entry.overPrevious === true) continue;
    locals.push(local);
    previous = offset;
    offset += local.length;
  }
  const directory = Buffer.concat(records);
  const end = endRecord(options.statedCount ?? entries.length, directory.length, offset);
  return Buffer.concat([...locals, directory, options.hidden ?? Buffer.alloc(0), end]);
}

const bytesOf = (text: string | Uint8Array) => Buffer.from(text);

function packed(entry: RawEntry): Buffer {
  const content = bytesOf(entry.content ?? '');
  return entry.deflate === true ? deflateRawSync(content) : content;
}

/** The fields both headers share, from "version needed" on, up to the extra field's length. */
function sharedFields(entry: RawEntry, name: Buffer, extraLength: number): Buffer {
  const content = bytesOf(entry.content ?? '');
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(entry.flags ?? utf8, 2);
  fields.writeUInt16LE(entry.method ?? (entry.deflate === true ? 8 : 0), 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed(entry).length, 14);
  fields.writeUInt32LE(entry.statedSize ?? content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  fields.writeUInt16LE(extraLength, 24);
  return fields;
}

function localPart(entry: RawEntry): Buffer {
  const name = bytesOf(entry.localName ?? entry.name);
  return Buffer.concat([
    Buffer.from('PK\x03\x04', 'latin1'),
    sharedFields(entry, name, 0),
    name,
    packed(entry),
  ]);
}

function directoryRecord(entry: RawEntry, offset: number): Buffer {
  const name = bytesOf(entry.name);
  const extra = Buffer.from(entry.extra ?? []);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    Buffer.from([20, 3]),
    sharedFields(entry, name, extra.length),
    rest,
    name,
    extra,
  ]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
