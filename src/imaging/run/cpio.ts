/** A file or folder of an initrd's further part; a folder has no bytes. */
export interface InitrdFile {
  readonly path: string;
  readonly bytes?: Uint8Array;
}

const regular = 0o100755;
const folder = 0o040755;
const padTo4 = (bytes: Buffer) =>
  Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

function member(path: string, mode: number, body: Uint8Array, number: number): Buffer {
  const name = Buffer.from(`${path}\0`);
  const fields = [number, mode, 0, 0, 1, 0, body.length, 0, 0, 0, 0, name.length, 0];
  const header = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`;
  return Buffer.concat([
    padTo4(Buffer.concat([Buffer.from(header), name])),
    padTo4(Buffer.from(body)),
  ]);
}

/** An archive as the kernel unpacks it over an initrd that it stands behind ("newc"). */
export function cpioOf(files: readonly InitrdFile[]): Buffer {
  const members = files.map(({ path, bytes }, at) =>
    bytes === undefined
      ? member(path, folder, Buffer.alloc(0), at + 1)
      : member(path, regular, bytes, at + 1),
  );
  return Buffer.concat([...members, member('TRAILER!!!', 0, Buffer.alloc(0), 0)]);
}

/** An initrd with a further part behind it, which the kernel takes for one. */
export const joinedInitrd = (shipped: Buffer, part: Buffer): Buffer =>
  Buffer.concat([padTo4(shipped), part]);
