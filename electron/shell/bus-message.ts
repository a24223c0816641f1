/** What our questions to the session bus need of D-Bus: strings go out, basic values come back. */
export type BusValue = string | number | boolean | null;

export const MESSAGE_TYPES = { call: 1, answer: 2, error: 3, signal: 4 } as const;

export interface BusMessage {
  readonly type: number;
  readonly path?: string;
  readonly interface?: string;
  readonly member?: string;
  readonly destination?: string;
  readonly replyTo?: number;
  readonly args: readonly BusValue[];
}

export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly args: readonly string[];
}

const FIELD = { path: 1, interface: 2, member: 3, replyTo: 5, destination: 6, signature: 8 } as const;
const FIXED_HEADER = 16;

/** https://dbus.freedesktop.org/doc/dbus-specification.html#message-protocol */
export function encodeCall(call: BusCall, serial: number): Buffer {
  const fields = [
    field(FIELD.path, 'o', call.path),
    field(FIELD.interface, 's', call.interface),
    field(FIELD.member, 's', call.member),
    field(FIELD.destination, 's', call.destination),
    ...(call.args.length > 0 ? [signatureField('s'.repeat(call.args.length))] : []),
  ];
  const header = joinAligned(fields, 8);
  const body = joinAligned(call.args.map(encodeString), 4);
  const fixed = Buffer.alloc(FIXED_HEADER);
  fixed.set([0x6c, MESSAGE_TYPES.call, 0, 1]);
  fixed.writeUInt32LE(body.length, 4);
  fixed.writeUInt32LE(serial, 8);
  fixed.writeUInt32LE(header.length, 12);
  return Buffer.concat([padded(Buffer.concat([fixed, header]), 8), body]);
}

function field(code: number, type: string, value: string): Buffer {
  return Buffer.concat([Buffer.from([code, 1, type.charCodeAt(0), 0]), encodeString(value)]);
}

function signatureField(signature: string): Buffer {
  const head = [FIELD.signature, 1, 'g'.charCodeAt(0), 0, signature.length];
  return Buffer.concat([Buffer.from(head), Buffer.from(`${signature}\0`)]);
}

function encodeString(value: string): Buffer {
  const bytes = Buffer.from(`${value}\0`);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length - 1);
  return Buffer.concat([length, bytes]);
}

function joinAligned(parts: readonly Buffer[], alignment: number): Buffer {
  return parts.reduce((all, part) => Buffer.concat([padded(all, alignment), part]), Buffer.alloc(0));
}

function padded(bytes: Buffer, alignment: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((alignment - (bytes.length % alignment)) % alignment)]);
}

/** The first message in these bytes and its length, or null while it is not complete. */
export function decodeMessage(
  bytes: Buffer,
): { readonly message: BusMessage; readonly length: number } | null {
  if (bytes.length < FIXED_HEADER) return null;
  const reader = new Reader(bytes, bytes[0] === 0x6c);
  const headerEnd = align(FIXED_HEADER + reader.uint32(12), 8);
  const length = headerEnd + reader.uint32(4);
  if (bytes.length < length) return null;
  const fields = reader.fields(FIXED_HEADER + reader.uint32(12));
  const signature = String(fields.get(FIELD.signature) ?? '');
  return { message: messageOf(bytes[1] ?? 0, fields, reader.values(signature, headerEnd)), length };
}

function messageOf(
  type: number,
  fields: ReadonlyMap<number, BusValue>,
  args: readonly BusValue[],
): BusMessage {
  const text = (code: number): string | undefined => {
    const value = fields.get(code);
    return typeof value === 'string' ? value : undefined;
  };
  const replyTo = fields.get(FIELD.replyTo);
  return {
    type,
    args,
    ...given('path', text(FIELD.path)),
    ...given('interface', text(FIELD.interface)),
    ...given('member', text(FIELD.member)),
    ...(typeof replyTo === 'number' ? { replyTo } : {}),
  };
}

function given<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}

function align(at: number, alignment: number): number {
  return Math.ceil(at / alignment) * alignment;
}

/** Reads values one after the other. A container ends the reading: nothing that is asked here answers with one. */
class Reader {
  readonly #bytes: Buffer;
  readonly #little: boolean;
  #at = 0;

  constructor(bytes: Buffer, little: boolean) {
    this.#bytes = bytes;
    this.#little = little;
  }

  uint32(at: number): number {
    return this.#little ? this.#bytes.readUInt32LE(at) : this.#bytes.readUInt32BE(at);
  }

  fields(end: number): ReadonlyMap<number, BusValue> {
    const found = new Map<number, BusValue>();
    this.#at = FIXED_HEADER;
    while (this.#at < end) {
      this.#at = align(this.#at, 8);
      const code = this.#byte();
      found.set(code, this.#value('v'));
    }
    return found;
  }

  values(signature: string, at: number): readonly BusValue[] {
    this.#at = at;
    const readable = /^[ybiusogv]*/.exec(signature)?.[0] ?? '';
    return [...readable].map((type) => this.#value(type));
  }

  #value(type: string): BusValue {
    if (type === 'y') return this.#byte();
    if (type === 'g') return this.#text(this.#byte());
    if (type === 'v') return this.values(this.#text(this.#byte()), this.#at)[0] ?? null;
    this.#at = align(this.#at, 4) + 4;
    const number = this.uint32(this.#at - 4);
    if (type === 's' || type === 'o') return this.#text(number);
    return type === 'b' ? number !== 0 : number;
  }

  #byte(): number {
    this.#at += 1;
    return this.#bytes.readUInt8(this.#at - 1);
  }

  #text(length: number): string {
    const start = this.#at;
    this.#at += length + 1;
    return this.#bytes.toString('utf8', start, start + length);
  }
}
