/** Messages of IPP (RFC 8010), as far as printers and jobs are asked for by them. */

export type IppValue = string | number | boolean;
export type IppGroup = ReadonlyMap<string, readonly IppValue[]>;

/** What is asked: every attribute with the sign of its kind. */
export interface IppRequest {
  /** Its number of RFC 8011, or of CUPS. */
  readonly operation: number;
  readonly attributes: readonly IppAttribute[];
  /** What is said of the job, where there is one to be. */
  readonly job?: readonly IppAttribute[];
}

export interface IppAttribute {
  readonly kind: keyof typeof tags;
  readonly name: string;
  readonly values: readonly (string | number)[];
}

export interface IppAnswer {
  /** Below 256 it was done. */
  readonly status: number;
  /** One for each printer or job that is told of. */
  readonly told: readonly IppGroup[];
}

const tags = { integer: 0x21, name: 0x42, keyword: 0x44, uri: 0x45, mime: 0x49 } as const;
const [charset, language] = [0x47, 0x48];
const [operationGroup, jobGroup, endOfGroups, firstValueTag] = [0x01, 0x02, 0x03, 0x10];
const [integerTag, booleanTag, enumTag] = [0x21, 0x22, 0x23];
const toldGroups: ReadonlySet<number> = new Set([0x02, 0x04]);

/** As it goes out, what is to be printed after it. */
export function ippRequest({ operation, attributes, job }: IppRequest): Buffer {
  const head = Buffer.alloc(9);
  // Version 1.1, which everything that prints knows.
  head.writeUInt16BE(0x01_01, 0);
  head.writeUInt16BE(operation, 2);
  head.writeUInt32BE(1, 4);
  head.writeUInt8(operationGroup, 8);
  const all = [
    written(charset, 'attributes-charset', 'utf-8'),
    written(language, 'attributes-natural-language', 'en'),
    ...attributes.flatMap(attributeBytes),
    ...(job === undefined ? [] : [Buffer.of(jobGroup), ...job.flatMap(attributeBytes)]),
  ];
  return Buffer.concat([head, ...all, Buffer.of(endOfGroups)]);
}

function attributeBytes({ kind, name, values }: IppAttribute): readonly Buffer[] {
  return values.map((value, at) => written(tags[kind], at === 0 ? name : '', value));
}

function written(tag: number, name: string, value: string | number): Buffer {
  const said = typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.alloc(4);
  if (typeof value === 'number') said.writeInt32BE(value);
  return Buffer.concat([Buffer.of(tag), counted(Buffer.from(name, 'utf8')), counted(said)]);
}

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** @throws RangeError where it ends in the middle, or is none */
export function ippAnswer(bytes: Buffer): IppAnswer {
  const status = bytes.readUInt16BE(2);
  const told: Map<string, IppValue[]>[] = [];
  let group: Map<string, IppValue[]> | null = null;
  let last = '';
  let at = 8;
  const part = () => {
    const length = bytes.readUInt16BE(at);
    if (at + 2 + length > bytes.length) throw new RangeError('cut off');
    const said = bytes.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    return said;
  };
  for (let tag = bytes.readUInt8(at); tag !== endOfGroups; tag = bytes.readUInt8(at)) {
    at += 1;
    if (tag < firstValueTag) {
      group = toldGroups.has(tag) ? new Map() : null;
      if (group !== null) told.push(group);
      continue;
    }
    // A value without a name is a further one of the attribute before.
    last = part().toString('utf8') || last;
    const value = read(tag, part());
    if (group !== null) group.set(last, [...(group.get(last) ?? []), value]);
  }
  return { status, told };
}

function read(tag: number, bytes: Buffer): IppValue {
  if (tag === integerTag || tag === enumTag) return bytes.readInt32BE(0);
  if (tag === booleanTag) return bytes.readUInt8(0) === 1;
  return bytes.toString('utf8');
}
