import { z } from 'zod';
import type { CallInput, CallName } from '../../shared/ipc/contract.ts';

/** One item's text: GIIP's own limit, in UTF-8 bytes. */
const TEXT_BYTES = 5 * 1024 * 1024;
const PATH_LENGTH = 4096;

const nothing = z.null();
const line = (length: number) => z.string().max(length).refine(isOneLine, 'has control characters');
const folder = line(PATH_LENGTH);
const itemPath = line(PATH_LENGTH).refine(isItemPath, 'is not a path of the workspace');
const text = z.string().refine(fitsItem, 'is larger than an item can be');

const decision = z.discriminatedUnion('take', [
  z.strictObject({ take: z.literal('mine') }),
  z.strictObject({ take: z.literal('server') }),
  z.strictObject({ take: z.literal('text'), text }),
]);

const setupInput = z.strictObject({
  apiUrl: line(2048),
  lssn: line(32),
  workspace: folder,
  token: line(4096).nullable(),
  candidateId: line(PATH_LENGTH).nullable(),
});

const settingsChange = z.strictObject({
  intervalSeconds: z.int().min(15).max(3600).exactOptional(),
  autostart: z.boolean().exactOptional(),
  trayHintSeen: z.boolean().exactOptional(),
});

/**
 * What may come in with each call, and nothing more. It guards the border (shape, size, no smuggled keys); what the
 * values mean, such as whether a URL is one, is judged by whoever serves the call, with words for people.
 */
export const PAYLOAD_SCHEMAS = {
  'snapshot.get': nothing,
  'sync.now': nothing,
  'sync.pause': z.enum(['hour', 'tomorrow', 'resumed']),
  'sync.resume': nothing,
  'conflict.texts': itemPath,
  'conflict.resolve': z.strictObject({ path: itemPath, decision }),
  'held.approve': nothing,
  'gone.decide': z.strictObject({ path: itemPath, decision: z.enum(['keep', 'send']) }),
  'setup.candidates': nothing,
  'setup.defaults': nothing,
  'setup.chooseFolder': folder,
  'setup.test': setupInput,
  'setup.plan': setupInput,
  'setup.start': setupInput,
  'rehearsal.start': nothing,
  'settings.get': nothing,
  'settings.update': settingsChange,
  'app.openFolder': nothing,
  'app.openWindow': z.enum(['popup', 'settings', 'setup']),
  'app.closeWindow': nothing,
  'app.quit': nothing,
} satisfies { readonly [N in CallName]: z.ZodType<CallInput<N>> };

function isOneLine(value: string): boolean {
  return !/\p{Cc}/u.test(value);
}

function isItemPath(value: string): boolean {
  const [section, ...rest] = value.split('/');
  const known = section === 'configs' || section === 'docs';
  return known && rest.length > 0 && rest.every((part) => part !== '' && part !== '.' && part !== '..');
}

function fitsItem(value: string): boolean {
  // A UTF-16 unit is at most three bytes: only texts in between need counting.
  if (value.length > TEXT_BYTES) return false;
  return value.length * 3 <= TEXT_BYTES || Buffer.byteLength(value) <= TEXT_BYTES;
}
