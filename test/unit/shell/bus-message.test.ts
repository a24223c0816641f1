import { expect, test } from 'vitest';
import {
  type BusValue,
  completeTypes,
  decodeValues,
  encodeValues,
} from '../../../electron/shell/bus-codec.ts';
import { type BusMessage, decodeMessage, encodeMessage } from '../../../electron/shell/bus-message.ts';
import { socketPath } from '../../../electron/shell/session-bus.ts';

test('a signature falls into its types', () => {
  expect(completeTypes('sa{sv}(ia(yy))aay')).toEqual(['s', 'a{sv}', '(ia(yy))', 'aay']);
  expect(() => completeTypes('sz')).toThrow(RangeError);
});

test.each<[string, readonly BusValue[]]>([
  ['s', ['Hällo']],
  ['ybnqiuxtd', [7, true, 5, 6, -7, 8, -9n, 10n, 1.5]],
  ['sas', ['a', ['b', 'cc', 'ddd']]],
  [
    'a{sv}',
    [
      [
        ['k', { type: 's', value: 'v' }],
        ['n', { type: 'i', value: -1 }],
      ],
    ],
  ],
  ['(ii)v', [[1, 2], { type: '(su)', value: ['x', 3] }]],
  ['yaxy', [1, [2n], 3]],
  ['yax', [1, []]],
])('%s comes back as it went', (signature, values) => {
  const bytes = encodeValues(signature, values);
  expect(decodeValues(signature, bytes, true)).toEqual({ values, end: bytes.length });
});

const call: BusMessage = {
  type: 'call',
  serial: 7,
  path: '/a',
  interface: 'b.c',
  member: 'D',
  destination: 'e.f',
  signature: 'su',
  args: ['g', 1],
};

test('a message comes back as it went, and the next one begins behind it', () => {
  const bytes = encodeMessage(call);
  const next = encodeMessage({ type: 'answer', serial: 8, replyTo: 7, args: [] });
  expect(decodeMessage(Buffer.concat([bytes, next]))).toEqual({ message: call, length: bytes.length });
});

test('a message that is not complete is waited for', () => {
  const bytes = encodeMessage(call);
  for (let length = 0; length < bytes.length; length += 1) {
    expect(decodeMessage(bytes.subarray(0, length))).toBeNull();
  }
});

test('a length that leads out of the message is noticed', () => {
  const bytes = encodeMessage(call);
  bytes.writeUInt32LE(4_000_000, bytes.length - 12);
  expect(() => decodeMessage(bytes)).toThrow(RangeError);
});

test.each([
  ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
  ['unix:path=/tmp/dbus-a%20b,guid=0a', '/tmp/dbus-a b'],
  ['unix:abstract=/tmp/dbus-x,guid=0a', '\0/tmp/dbus-x'],
  ['tcp:host=localhost,port=1;unix:guid=1,path=/b', '/b'],
])('%s is reached at %j', (address, path) => {
  expect(socketPath(address)).toBe(path);
});

test('an address without a socket is refused', () => {
  expect(() => socketPath('tcp:host=localhost')).toThrow('no address');
});
