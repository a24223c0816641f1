const magic = '!<arch>\n';
const headerSize = 60;

/**
 * The members of an `ar` archive, which is what a .deb is (deb(5)).
 * @param {Buffer} archive
 * @returns {{ readonly name: string, readonly data: Buffer }[]}
 */
export function arMembers(archive) {
  if (archive.toString('latin1', 0, magic.length) !== magic) throw new Error('This is no ar archive.');
  const members = [];
  for (let at = magic.length; at + headerSize <= archive.length; ) {
    const header = archive.toString('latin1', at, at + headerSize);
    const size = Number(header.slice(48, 58));
    const start = at + headerSize;
    members.push({
      name: header.slice(0, 16).trim().replace(/\/$/, ''),
      data: archive.subarray(start, start + size),
    });
    at = start + size + (size % 2);
  }
  return members;
}

/**
 * One more member, ready to be put at the end of an archive.
 * @param {string} name
 * @param {Buffer} data
 * @returns {Buffer}
 */
export function arMember(name, data) {
  const fields = [name.padEnd(16), '0'.padEnd(12), '0'.padEnd(6), '0'.padEnd(6), '100644'.padEnd(8)];
  const header = `${fields.join('')}${String(data.length).padEnd(10)}\`\n`;
  return Buffer.concat([Buffer.from(header, 'latin1'), data, Buffer.from(data.length % 2 ? '\n' : '')]);
}
