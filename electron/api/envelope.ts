import { JsonReader, type Take, type Walk } from './json-reader.ts';
import { LIMITS } from './limits.ts';

/** GIIP's answer, unwrapped; `data` is null where it carries no object. */
export interface Envelope<T = unknown> {
  readonly rstVal: number;
  readonly message: string;
  readonly data: T | null;
}

/** What is made of the object that an answer carries, while it comes. */
export interface DataReader<T> {
  readonly walk: Walk;
  /** Only once the whole answer was read. */
  result(): T;
}

/** Takes an answer's bytes as they come, in pieces of whole characters. */
export interface EnvelopeReader<T> {
  write(bytes: Buffer): void;
  /** Null when it was no GIIP reply: no JSON object, or no RstVal of the published ones. */
  end(): Envelope<T> | null;
}

const RST_VALUES = new Set([1, 304, -1, 400, 500]);
// No published value is longer; what is longer is not looked at.
const LONGEST_RST_VALUE = 16;
/** More than enough for every name that is looked for, however it is escaped. */
export const LONGEST_NAME = 128;
export const OBJECT = 0x7b;
export const ARRAY = 0x5b;
const QUOTE = 0x22;

/** For answers whose data is of no interest. */
export const NO_DATA: DataReader<null> = {
  walk: { keyLimit: 0, value: () => undefined },
  result: () => null,
};

function rstValue(source: string | null): number | null {
  if (source === null) return null;
  const value: unknown = JSON.parse(source);
  const number = typeof value === 'string' && /^-?[0-9]+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && RST_VALUES.has(number) ? number : null;
}

/** The one object of an array: with another element beside it, it is no data. */
function onlyElement<T>(slot: Slot<T>, open: () => DataReader<T>): Walk {
  let count = 0;
  return {
    keyLimit: 0,
    value(_key, first) {
      count += 1;
      slot.data = null;
      if (count > 1 || first !== OBJECT) return undefined;
      slot.data = open();
      return slot.data.walk;
    },
  };
}

interface Slot<T> {
  data: DataReader<T> | null;
}

/** `Data` is an object, or an array of one (both were seen); anything else is no data. */
function dataIn<T>(slot: Slot<T>, open: () => DataReader<T>, first: number): Walk | undefined {
  slot.data = null;
  if (first === ARRAY) return onlyElement(slot, open);
  if (first !== OBJECT) return undefined;
  slot.data = open();
  return slot.data.walk;
}

/** Of a repeated name the last one counts, as every JSON parser has it. */
export function envelopeReader<T>(open: () => DataReader<T>): EnvelopeReader<T> {
  const slots = { Data: { data: null } as Slot<T>, data: { data: null } as Slot<T> };
  let rstVal: number | null = null;
  let message = '';
  const takes: Readonly<Record<string, Take>> = {
    RstVal: {
      limit: LONGEST_RST_VALUE,
      done(source) {
        rstVal = rstValue(source);
      },
    },
    RstMsg: {
      limit: LIMITS.failureBytes,
      done(source) {
        message = source?.charCodeAt(0) === QUOTE ? String(JSON.parse(source)) : '';
      },
    },
  };
  const members: Walk = {
    keyLimit: LONGEST_NAME,
    value(key, first) {
      if (key === 'Data' || key === 'data') return dataIn(slots[key], open, first);
      return key !== null && Object.hasOwn(takes, key) ? takes[key] : undefined;
    },
  };
  const reader = new JsonReader((first) => (first === OBJECT ? members : undefined));
  return {
    write: (bytes) => reader.write(bytes),
    end() {
      if (!reader.end() || rstVal === null) return null;
      const data = slots.Data.data ?? slots.data.data;
      return { rstVal, message, data: data?.result() ?? null };
    },
  };
}

/** Reads an answer that is there as a whole, and whose data is of no interest. */
export function readEnvelope(text: string): Envelope<null> | null {
  const reader = envelopeReader(() => NO_DATA);
  reader.write(Buffer.from(text));
  return reader.end();
}
