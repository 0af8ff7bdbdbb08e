/**
 * The content of an X authority file with one cookie that fits any display (an entry of the family
 * "wild"): the display's number is not known before its server runs.
 *
 * @param cookie 16 random bytes
 */
export function xAuthority(cookie: Buffer): Buffer {
  const familyWild = Buffer.from([0xff, 0xff]);
  const address = counted(Buffer.alloc(0));
  const displayNumber = counted(Buffer.alloc(0));
  const protocol = counted(Buffer.from('MIT-MAGIC-COOKIE-1'));
  return Buffer.concat([familyWild, address, displayNumber, protocol, counted(cookie)]);
}

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
