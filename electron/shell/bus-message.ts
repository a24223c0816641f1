import { type BusValue, type BusVariant, decodeValues, encodeValues } from './bus-codec.ts';

/** One message on the bus; which fields it has depends on its type. */
export interface BusMessage {
  readonly type: 'call' | 'answer' | 'error' | 'signal';
  readonly serial: number;
  readonly path?: string;
  readonly interface?: string;
  readonly member?: string;
  readonly errorName?: string;
  readonly replyTo?: number;
  readonly destination?: string;
  readonly sender?: string;
  readonly signature?: string;
  readonly args: readonly BusValue[];
}

const TYPES = ['call', 'answer', 'error', 'signal'] as const;
const HEADER = 'yyyyuua(yv)';
const FIXED_HEADER = 16;
const LITTLE_ENDIAN = 0x6c;

/** Code and type of each field of the header: https://dbus.freedesktop.org/doc/dbus-specification.html#message-protocol */
const FIELDS = [
  [1, 'o', 'path'],
  [2, 's', 'interface'],
  [3, 's', 'member'],
  [4, 's', 'errorName'],
  [5, 'u', 'replyTo'],
  [6, 's', 'destination'],
  [7, 's', 'sender'],
  [8, 'g', 'signature'],
] as const satisfies readonly (readonly [number, string, keyof BusMessage])[];

export function encodeMessage(message: BusMessage): Buffer {
  const body = encodeValues(message.signature ?? '', message.args);
  const fields = FIELDS.flatMap(([code, type, name]): BusValue[] => {
    const value = message[name];
    return value === undefined ? [] : [[code, { type, value }]];
  });
  const type = TYPES.indexOf(message.type) + 1;
  const header = encodeValues(HEADER, [LITTLE_ENDIAN, type, 0, 1, body.length, message.serial, fields]);
  return Buffer.concat([header, Buffer.alloc(padding(header.length)), body]);
}

/** The first message in these bytes and its length, or null while it is not complete. */
export function decodeMessage(
  bytes: Buffer,
): { readonly message: BusMessage; readonly length: number } | null {
  if (bytes.length < FIXED_HEADER) return null;
  const little = bytes[0] === LITTLE_ENDIAN;
  const uint32 = (at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const fieldsEnd = FIXED_HEADER + uint32(12);
  const bodyStart = fieldsEnd + padding(fieldsEnd);
  const length = bodyStart + uint32(4);
  if (bytes.length < length) return null;
  const header = decodeValues(HEADER, bytes.subarray(0, fieldsEnd), little).values;
  const fields = namedFields(header[6] as readonly (readonly [number, BusVariant])[]);
  const body = bytes.subarray(bodyStart, length);
  const args = decodeValues(fields.signature ?? '', body, little).values;
  const type = TYPES[Number(header[1]) - 1] ?? 'signal';
  return { message: { ...fields, type, serial: uint32(8), args }, length };
}

function namedFields(fields: readonly (readonly [number, BusVariant])[]): Partial<BusMessage> {
  const named = fields.flatMap(([code, { value }]) => {
    const name = FIELDS.find(([known]) => known === code)?.[2];
    return name ? [[name, value]] : [];
  });
  return Object.fromEntries(named);
}

function padding(length: number): number {
  return (8 - (length % 8)) % 8;
}
