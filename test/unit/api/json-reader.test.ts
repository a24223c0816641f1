import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonReader, type Take, type Walk } from '../../../electron/api/json-reader.ts';

function pieces(text: string, cuts: readonly number[]): readonly Buffer[] {
  const bytes = Buffer.from(text);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((place, i) => bytes.subarray(places[i], place));
}

function read(text: string, cuts: readonly number[], root: Walk): boolean {
  const reader = new JsonReader(() => root);
  for (const piece of pieces(text, cuts)) reader.write(piece);
  return reader.end();
}

function taken(into: string[], limit: number): Take {
  return { limit, done: (source) => void into.push(source ?? 'too long') };
}

/** The same, with each string that comes in one piece read where it is found. */
function takenRead(into: string[], limit: number): Take {
  return { ...taken(into, limit), text: (said) => void into.push(JSON.stringify(said)) };
}

/** Takes each value of the outermost object or array. */
function outermost(into: string[], limit = 1_000_000, take = taken): Walk {
  return { keyLimit: limit, value: () => take(into, limit) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const cuts = fc.array(fc.nat(), { maxLength: 20 });
const containers = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));

describe('JSON in pieces', () => {
  test('J25 is judged as JSON.parse judges the whole, wherever it is cut and damaged', () => {
    const damage = fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...'[]{}",:\\u0123-+.eEtn \n\t\u0000é'));
    fc.assert(
      fc.property(containers, fc.array(damage, { maxLength: 3 }), cuts, (value, damages, at) => {
        let text = JSON.stringify(value);
        for (const [position, removed, added] of damages) {
          const place = position % (text.length + 1);
          text = text.slice(0, place) + added + text.slice(place + removed);
        }
        const whole = parsed(text);
        fc.pre(text.isWellFormed() && (whole === undefined || (typeof whole === 'object' && whole !== null)));
        expect(read(text, at, outermost([]))).toBe(whole !== undefined);
        expect(read(text, at, outermost([], 1_000_000, takenRead))).toBe(whole !== undefined);
      }),
      { numRuns: 2_000 },
    );
  });

  test('values are handed out as they are written, wherever they are cut', () => {
    fc.assert(
      fc.property(containers, cuts, (value, at) => {
        const sources: string[] = [];
        expect(read(JSON.stringify(value, null, 1), at, outermost(sources))).toBe(true);
        const said: string[] = [];
        expect(read(JSON.stringify(value, null, 1), at, outermost(said, 1_000_000, takenRead))).toBe(true);
        const values = parsed(JSON.stringify(Object.values(value)));
        expect([sources.map(parsed), said.map(parsed)]).toEqual([values, values]);
      }),
    );
  });

  test('keys are read, escapes and all; what nobody wants is passed over', () => {
    const keys: (string | null)[] = [];
    const walk: Walk = {
      keyLimit: 12,
      value(key, first) {
        keys.push(key);
        return first === 0x7b ? walk : undefined;
      },
      end: () => keys.push('end'),
    };
    const text = '{"a\\u0062":[{"no":1}],"\\"":{"c":2},"longer than that":3}';
    for (let cut = 0; cut <= text.length; cut += 1) {
      keys.length = 0;
      expect(read(text, [cut], walk)).toBe(true);
      expect(keys).toEqual(['ab', '"', 'c', 'end', null, 'end']);
    }
  });

  test('a value beyond its limit is named, and not held', () => {
    const sources: string[] = [];
    expect(read('["123456","12345678901"]', [3, 12, 16], outermost(sources, 10))).toBe(true);
    expect(sources).toEqual(['"123456"', 'too long']);
  });

  test('J24 what is cut off is no JSON, at whatever byte', () => {
    const text = '{"a":[1.5e-3,true,null,"é\\u00e9"],"b":{}}';
    for (let end = 0; end < text.length; end += 1)
      expect(read(text.slice(0, end), [], outermost([]))).toBe(false);
    expect(read(text, [], outermost([]))).toBe(true);
  });
});
