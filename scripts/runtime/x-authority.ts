/** Any host, any display: the X server reads only the cookie. */
const familyWild = 0xffff;
const protocol = 'MIT-MAGIC-COOKIE-1';
/** Bytes, as the protocol wants. */
export const cookieBytes = 16;

function field(content: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length);
  return Buffer.concat([length, content]);
}

/**
 * An Xauthority file with one cookie, so that only our own children can open
 * the virtual display. The format is that of Xau(3): all numbers big-endian.
 *
 * @param cookie 16 random bytes
 */
export function xAuthority(cookie: Buffer): Buffer {
  const family = Buffer.alloc(2);
  family.writeUInt16BE(familyWild);
  const empty = field(Buffer.alloc(0));
  return Buffer.concat([family, empty, empty, field(Buffer.from(protocol)), field(cookie)]);
}
