/** A value of D-Bus: structs, dictionary entries and arrays are arrays; an array of bytes is a Buffer. */
export type BusValue = string | number | bigint | boolean | Buffer | BusVariant | readonly BusValue[];

/** A value that carries its type with it. */
export interface BusVariant {
  readonly type: string;
  readonly value: BusValue;
}

/** https://dbus.freedesktop.org/doc/dbus-specification.html#type-system */
const ALIGNMENT: Readonly<Record<string, number>> = {
  y: 1,
  g: 1,
  v: 1,
  n: 2,
  q: 2,
  b: 4,
  i: 4,
  u: 4,
  h: 4,
  s: 4,
  o: 4,
  a: 4,
  x: 8,
  t: 8,
  d: 8,
  '(': 8,
  '{': 8,
};

/** Splits a signature into its complete types: `sa{sv}(ii)` is `s`, `a{sv}` and `(ii)`. */
export function completeTypes(signature: string): readonly string[] {
  const types: string[] = [];
  for (let at = 0; at < signature.length; ) {
    const end = typeEnd(signature, at);
    types.push(signature.slice(at, end));
    at = end;
  }
  return types;
}

function typeEnd(signature: string, at: number): number {
  const kind = signature[at] ?? '';
  if (kind === 'a') return typeEnd(signature, at + 1);
  if (ALIGNMENT[kind] === undefined) throw new RangeError(`No type of D-Bus: ${signature}`);
  if (kind !== '(' && kind !== '{') return at + 1;
  let end = at + 1;
  while (signature[end] !== ')' && signature[end] !== '}') end = typeEnd(signature, end);
  return end + 1;
}

/** The bytes of these values in little-endian order, aligned from the first one. */
export function encodeValues(signature: string, values: readonly BusValue[]): Buffer {
  const writer = new Writer();
  writer.all(completeTypes(signature), values);
  return writer.bytes();
}

class Writer {
  #bytes: Buffer = Buffer.alloc(0);

  bytes(): Buffer {
    return this.#bytes;
  }

  all(types: readonly string[], values: readonly BusValue[]): void {
    types.forEach((type, at) => {
      const value = values[at];
      if (value === undefined) throw new RangeError(`No value for ${type}`);
      this.#one(type, value);
    });
  }

  #one(type: string, value: BusValue): void {
    this.#pad(ALIGNMENT[type[0] ?? ''] ?? 1);
    if (type[0] === 'a') this.#array(type.slice(1), value as readonly BusValue[]);
    else if (type[0] === '(' || type[0] === '{')
      this.all(completeTypes(type.slice(1, -1)), value as readonly BusValue[]);
    else if (type === 'v') this.#variant(value as BusVariant);
    else if (type === 'g')
      this.#append(Buffer.from([String(value).length]), Buffer.from(`${String(value)}\0`));
    else if (type === 's' || type === 'o') this.#text(String(value));
    else this.#number(type, Number(value));
  }

  #number(type: string, value: number): void {
    const bytes = Buffer.alloc(ALIGNMENT[type] ?? 1);
    if (type === 'd') bytes.writeDoubleLE(value);
    else if (bytes.length === 8) bytes.writeBigInt64LE(BigInt(value));
    else bytes.writeUIntLE(value >>> 0, 0, bytes.length);
    this.#append(bytes);
  }

  #text(value: string): void {
    const bytes = Buffer.from(`${value}\0`);
    this.#number('u', bytes.length - 1);
    this.#append(bytes);
  }

  #variant({ type, value }: BusVariant): void {
    this.#one('g', type);
    this.#one(type, value);
  }

  /** The length counts the elements only, not the room between it and the first of them. */
  #array(element: string, values: readonly BusValue[]): void {
    this.#number('u', 0);
    const lengthAt = this.#bytes.length - 4;
    this.#pad(ALIGNMENT[element[0] ?? ''] ?? 1);
    const start = this.#bytes.length;
    for (const value of values) this.#one(element, value);
    this.#bytes.writeUInt32LE(this.#bytes.length - start, lengthAt);
  }

  #pad(alignment: number): void {
    const over = this.#bytes.length % alignment;
    if (over > 0) this.#append(Buffer.alloc(alignment - over));
  }

  #append(...parts: readonly Buffer[]): void {
    this.#bytes = Buffer.concat([this.#bytes, ...parts]);
  }
}

/** Reads the values of a signature; `end` says where the next byte after them is. Throws on what is no D-Bus. */
export function decodeValues(
  signature: string,
  bytes: Buffer,
  littleEndian: boolean,
): { readonly values: readonly BusValue[]; readonly end: number } {
  const reader = new Reader(bytes, littleEndian);
  return { values: reader.all(completeTypes(signature)), end: reader.position() };
}

class Reader {
  readonly #bytes: Buffer;
  readonly #little: boolean;
  #at = 0;

  constructor(bytes: Buffer, little: boolean) {
    this.#bytes = bytes;
    this.#little = little;
  }

  position(): number {
    return this.#at;
  }

  all(types: readonly string[]): readonly BusValue[] {
    return types.map((type) => this.#one(type));
  }

  #one(type: string): BusValue {
    this.#align(ALIGNMENT[type[0] ?? ''] ?? 1);
    if (type[0] === 'a') return this.#array(type.slice(1));
    if (type[0] === '(' || type[0] === '{') return this.all(completeTypes(type.slice(1, -1)));
    if (type === 'v') return this.#variant();
    if (type === 'g') return this.#text(this.#number('y'));
    if (type === 's' || type === 'o') return this.#text(this.#number('u'));
    if (type === 'x' || type === 't') return this.#long();
    return type === 'b' ? this.#number('u') !== 0 : this.#number(type);
  }

  #number(type: string): number {
    const length = ALIGNMENT[type] ?? 1;
    const at = this.#take(length);
    if (type === 'd') return this.#little ? this.#bytes.readDoubleLE(at) : this.#bytes.readDoubleBE(at);
    const value = this.#little ? this.#bytes.readUIntLE(at, length) : this.#bytes.readUIntBE(at, length);
    return type === 'i' ? value | 0 : value;
  }

  #long(): bigint {
    const at = this.#take(8);
    return this.#little ? this.#bytes.readBigInt64LE(at) : this.#bytes.readBigInt64BE(at);
  }

  #text(length: number): string {
    const at = this.#take(length + 1);
    return this.#bytes.toString('utf8', at, at + length);
  }

  #variant(): BusVariant {
    const type = this.#text(this.#number('y'));
    return { type, value: this.#one(type) };
  }

  #array(element: string): BusValue {
    const length = this.#number('u');
    this.#align(ALIGNMENT[element[0] ?? ''] ?? 1);
    const start = this.#at;
    if (element === 'y') return this.#bytes.subarray(this.#take(length), start + length);
    const values: BusValue[] = [];
    while (this.#at < start + length) values.push(this.#one(element));
    return values;
  }

  #align(alignment: number): void {
    this.#at = Math.ceil(this.#at / alignment) * alignment;
  }

  #take(length: number): number {
    const at = this.#at;
    this.#at += length;
    if (this.#at > this.#bytes.length) throw new RangeError('The message ends too early.');
    return at;
  }
}
