import { z } from 'zod';
import type { CallInput, CallName } from '../../shared/ipc/contract.ts';
import { LANGUAGES } from '../../shared/language.ts';
import { SECRET_DECISIONS } from '../../shared/model/secret.ts';
import { SETTINGS_SECTIONS } from '../../shared/model/settings-section.ts';

/** One item's text: GIIP's own limit, in UTF-8 bytes. */
const TEXT_BYTES = 5 * 1024 * 1024;
const PATH_LENGTH = 4096;
/** More items than a workspace can have in one list; a window that sends more is not ours. */
const MOST_ITEMS = 10_000;
/** As deep as a config may nest (json-tree.ts). */
const KEY_DEPTH = 200;
const KEY_LENGTH = 4096;

const nothing = z.null();
const line = (length: number) => z.string().max(length).refine(isOneLine, 'has control characters');
const folder = line(PATH_LENGTH);
const itemPath = line(PATH_LENGTH).refine(isItemPath, 'is not a path of the workspace');
const text = z.string().refine(fitsItem, 'is larger than an item can be');

const contentId = z.string().regex(/^[0-9a-f]{64}$/);
const seen = z.strictObject({ local: contentId.nullable(), remote: contentId.nullable() });
const side = z.enum(['mine', 'server']);
// A key of a config may be any JSON string.
const key = z.array(z.string().max(KEY_LENGTH)).max(KEY_DEPTH);
const keyChoice = z.strictObject({ key, take: side });
const keyRule = z.strictObject({ path: itemPath, key, take: side });
const rowId = z.int().min(0);
const versionId = z.string().regex(/^\d{1,16}$/);
const connectionId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const pauseFor = z.enum(['hour', 'tomorrow', 'resumed']);
const windowName = z.enum([
  'popup',
  'settings',
  'setup',
  'conflicts',
  'history',
  'preview',
  'doctor',
  'support',
  'compare',
]);
const list = <T extends z.ZodType>(item: T) => z.array(item).max(MOST_ITEMS);

const decision = z.discriminatedUnion('take', [
  z.strictObject({ take: side }),
  z.strictObject({ take: z.literal('both') }),
  z.strictObject({ take: z.literal('text'), text, keys: list(keyChoice).exactOptional() }),
]);

const setupInput = z.strictObject({
  apiUrl: line(2048),
  lssn: line(32),
  workspace: folder,
  token: line(4096).nullable(),
  candidateId: line(PATH_LENGTH).nullable(),
});

const settingsChange = z.strictObject({
  language: z.enum(['system', ...LANGUAGES]).exactOptional(),
  intervalSeconds: z.int().min(15).max(3600).exactOptional(),
  autostart: z.boolean().exactOptional(),
  trayHintSeen: z.boolean().exactOptional(),
  historyDays: z.int().min(1).max(3650).exactOptional(),
  historyVersions: z.int().min(1).max(1000).exactOptional(),
  updates: z.boolean().exactOptional(),
  secretGate: z.boolean().exactOptional(),
  notifications: z.boolean().exactOptional(),
  notifyToken: z.boolean().exactOptional(),
  notifyHeld: z.boolean().exactOptional(),
  notifyConflict: z.boolean().exactOptional(),
  notifyStale: z.boolean().exactOptional(),
  notifyWell: z.boolean().exactOptional(),
  proxy: line(2000).exactOptional(),
  caFile: folder.nullable().exactOptional(),
});

/**
 * What may come in with each call, and nothing more. It guards the border (shape, size, no smuggled keys); what the
 * values mean, such as whether a URL is one, is judged by whoever serves the call, with words for people.
 */
export const PAYLOAD_SCHEMAS = {
  'snapshot.get': nothing,
  'sync.now': nothing,
  'sync.cancel': nothing,
  'sync.pause': pauseFor,
  'sync.resume': nothing,
  'conflict.texts': itemPath,
  'conflict.resolve': z.strictObject({ path: itemPath, decision, seen: seen.exactOptional() }),
  'conflict.resolveMany': z.strictObject({
    items: list(z.strictObject({ path: itemPath, seen })),
    take: z.enum(['mine', 'server', 'both']),
  }),
  'policy.get': nothing,
  'rules.list': nothing,
  'rules.add': keyRule,
  'rules.remove': keyRule,
  'held.approve': list(itemPath).nullable(),
  'secret.decide': z.strictObject({ paths: list(itemPath), decision: z.enum(SECRET_DECISIONS) }),
  'history.runs': z.strictObject({ before: rowId.nullable() }),
  'history.run': rowId,
  'history.paths': nothing,
  'history.versions': itemPath,
  'history.text': versionId,
  'history.restore': z.strictObject({ path: itemPath, version: versionId }),
  'history.restoreKey': z.strictObject({ path: itemPath, version: versionId, key }),
  'history.restorePlan': rowId,
  'history.restoreRun': z.strictObject({ run: rowId, paths: list(itemPath) }),
  'history.undoPlan': rowId.nullable(),
  'history.undo': rowId,
  'history.size': nothing,
  'history.why': z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('activity'), id: rowId }),
    z.strictObject({ kind: z.literal('conflict'), path: itemPath }),
  ]),
  'sync.preview': nothing,
  'gone.decide': z.strictObject({ path: itemPath, decision: z.enum(['keep', 'send']) }),
  'setup.candidates': nothing,
  'setup.defaults': nothing,
  'setup.chooseFolder': folder,
  'setup.test': setupInput,
  'setup.plan': setupInput,
  'setup.start': setupInput,
  'rehearsal.start': nothing,
  'connections.show': connectionId,
  'connections.open': z.strictObject({ id: connectionId, window: windowName }),
  'connections.add': nothing,
  'connections.pause': z.strictObject({ id: connectionId, pauseFor }),
  'connections.resume': connectionId,
  'connections.remove': connectionId,
  'compare.configs': z.strictObject({ left: connectionId, right: connectionId }),
  'autostart.get': nothing,
  'settings.get': nothing,
  'settings.update': settingsChange,
  'network.get': nothing,
  'network.signIn': z.strictObject({ name: line(512), password: line(512) }),
  'network.signOut': nothing,
  'network.chooseCaFile': nothing,
  'updates.get': nothing,
  'updates.look': nothing,
  'updates.restart': nothing,
  'doctor.run': nothing,
  'doctor.copy': nothing,
  'doctor.save': nothing,
  'support.preview': z.strictObject({ fileNames: z.boolean() }),
  'support.text': z.strictObject({ id: rowId, name: line(100) }),
  'support.save': rowId,
  'app.openFolder': nothing,
  'app.openWindow': windowName,
  'app.openItem': z.strictObject({
    window: z.enum(['conflicts', 'history']),
    path: itemPath.nullable(),
    undo: z.literal(true).exactOptional(),
  }),
  'app.openSettings': z.enum(SETTINGS_SECTIONS),
  'app.about': nothing,
  'app.licences': nothing,
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
