import { textToSend } from '../../../electron/sync/file-style.ts';
import { versionOf } from '../../../electron/sync/meaning.ts';
import type { BaseEntry, Cursor, PushItem, RemoteEntry } from '../../../electron/sync/ports.ts';
import { safePath } from '../../../electron/workspace/safe-path.ts';
import { type ItemPath, SECTIONS, type Section } from '../../../shared/model/item.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import type { Machine, SimProcess } from '../world/machine.ts';
import type { Content, ServerAnswer } from '../world/sim-server.ts';
import type { Change } from '../world/state-store.ts';
import type { World } from '../world/world.ts';

/** A push is covered by a pull of the last seconds (I10). */
const FRESH_MS = 5_000;
export const CANARY = 'sk-canary-4f1d';
export const HOLE = 'overwritten on GIIP before anybody had pulled it';

/** The path that a name of GIIP's has here, or null. */
export function pathOf(section: Section, wire: string): ItemPath | null {
  const verdict = safePath.admit(section, wire);
  return 'path' in verdict ? verdict.path : null;
}

/** The invariants of research/reliability.md 2.2 that can be told at every step. */
export class Oracles {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** I1, I5 and I7: an engine's text is about to take the place of what stands there. */
  replacing(machine: Machine, path: ItemPath, before: string | null, after: string): void {
    const world = this.#world;
    machine.writes += 1;
    if (!/^(docs|configs)\/[^.]/.test(path)) world.violated('I6', `${path} was written`);
    if (before !== null) this.#mustBeInHistory(machine, path, before);
    this.#mustBeWhole(machine, path, before, after);
    const willNotReturn = machine.deleted.get(path);
    const version = versionOf(world.digest, path, after);
    if (
      before === null &&
      !machine.willed.has(path) &&
      'meaning' in version &&
      version.meaning === willNotReturn
    )
      world.violated('I7', `${machine.name} had deleted ${path}, and the same text was written again`);
    machine.stoodHere(path, after);
    machine.deleted.delete(path);
  }

  #mustBeInHistory(machine: Machine, path: ItemPath, text: string): void {
    const id = this.#world.digest(text);
    if (!machine.store.versionsOf(path).some(({ content }) => content === id))
      this.#world.violated('I1', `${path} at ${machine.name} was replaced and is not in history: ${text}`);
    if (machine.store.get('contents', id) === undefined)
      this.#world.violated('I1', `the text of ${path} at ${machine.name} that was replaced is not kept`);
  }

  #mustBeWhole(machine: Machine, path: ItemPath, before: string | null, after: string): void {
    const { ledger } = this.#world;
    const known = new Set<string>(before === null ? [] : ledger.in(before));
    for (const text of machine.shown.get(path) ?? []) for (const token of ledger.in(text)) known.add(token);
    for (const { content } of machine.store.versionsOf(path))
      for (const token of ledger.in(machine.store.get<string>('contents', content) ?? '')) known.add(token);
    if (machine.willed.has(path))
      for (const text of machine.everHere.get(path) ?? [])
        for (const token of ledger.in(text)) known.add(token);
    const tokens = ledger.in(after);
    if (after.trim() === '' && (before ?? '').trim() !== '' && !this.#world.isEmptyWilled)
      this.#world.violated('I5', `${path} at ${machine.name} was emptied`);
    if (new Set(tokens).size < tokens.length || tokens.some((token) => !known.has(token)))
      this.#world.violated('I5', `${path} at ${machine.name} became a mixture: ${after}`);
  }

  pulled(process: SimProcess, { answer, shown }: ServerAnswer): void {
    const { clock } = this.#world;
    process.lastPull = clock.monotonic;
    process.pullsInCycle += 1;
    process.isUnproved = false;
    for (const section of SECTIONS) {
      if (answer[section].state !== 'items') continue;
      for (const [wire, text] of shown[section]) {
        const path = pathOf(section, wire);
        if (path) process.machine.wasShown(path, text);
      }
    }
  }

  /** I5, I9 and I10: what goes out was read here, is usable, and is covered by a young pull. */
  pushing(process: SimProcess, items: readonly PushItem[]): void {
    const world = this.#world;
    const { machine } = process;
    machine.pushes += 1;
    process.isUnproved = true;
    // The reading of what goes out comes after the engine's own look at the clock.
    const age = process.lastLook - process.lastPull;
    if (age > FRESH_MS && process.pullsInCycle < 2 && world.clock.jumps === 0)
      world.violated('I10', `${machine.name} pushed ${age} ms after its last pull`);
    for (const { section, wire, text } of items) {
      const path = pathOf(section, wire);
      if (path === null) return world.violated('I6', `${machine.name} pushed ${wire}`);
      if ('broken' in versionOf(world.digest, path, text))
        world.violated('I5', `${machine.name} pushed ${wire}, which is broken`);
      const read = process.lastRead.get(path);
      const isRead = read?.state === 'present' && textToSend(read.text) === text;
      // The first push's proof, and what is put back, are GIIP's own texts.
      const isTheirs = machine.shown.get(path)?.has(text) ?? false;
      if (!isRead && !isTheirs)
        world.violated('I10', `${machine.name} pushed a ${wire} that it had not just read: ${text}`);
    }
  }

  /** I8, I9 and what a machine has seen. */
  committed(machine: Machine, changes: readonly Change[]): void {
    const { ledger } = this.#world;
    let mustLookAtCursor = false;
    for (const { table, key } of changes) {
      if (table === 'contents') {
        const text = machine.store.get<string>('contents', key);
        for (const token of text === undefined ? [] : ledger.in(text)) machine.seen.add(token);
      }
      if (table === 'base') this.#baseMoved(machine, key);
      if (table === 'remote' || (table === 'facts' && key === 'cursor')) mustLookAtCursor = true;
    }
    if (mustLookAtCursor) for (const section of SECTIONS) this.#cursorIsTrue(machine, section);
  }

  #baseMoved(machine: Machine, path: ItemPath): void {
    const { digest } = this.#world;
    const base = machine.store.get<BaseEntry>('base', path);
    const heard = machine.store.get<RemoteEntry>('remote', path)?.version;
    if (!base) return;
    const { local, remote } = base;
    const has = (texts: ReadonlySet<string> | undefined, id: string): boolean =>
      [...(texts ?? [])].some((text) => digest(text) === id);
    if (remote && (heard?.id !== remote.id || !has(machine.shown.get(path), remote.id)))
      this.#world.violated('I9', `the base of ${path} at ${machine.name} holds what no pull has shown`);
    if (local && local.id !== remote?.id && !has(machine.everHere.get(path), local.id))
      this.#world.violated('I9', `the base of ${path} at ${machine.name} holds what never stood here`);
  }

  /** The ghost check: what is remembered of GIIP is what GIIP was when it gave out the stored hash. */
  #cursorIsTrue(machine: Machine, section: Section): void {
    const hash = machine.store.get<Cursor>('facts', 'cursor')?.[section];
    if (hash === undefined) return;
    const snapshot = this.#world.server.snapshots.get(`${section} ${hash}`);
    if (!snapshot)
      return this.#world.violated('I8', `${machine.name} adopted a hash that no pull has brought`);
    if (!snapshot.isHonest) return;
    const wanted = new Map<ItemPath, Set<string>>();
    for (const [wire, text] of snapshot.items) {
      const path = pathOf(section, wire);
      if (path) wanted.set(path, new Set([...(wanted.get(path) ?? []), text]));
    }
    for (const [path, texts] of wanted) {
      const version = machine.store.get<RemoteEntry>('remote', path)?.version;
      const held = version ? machine.store.get<string>('contents', version.id) : undefined;
      if (held !== undefined && texts.has(held)) continue;
      if (this.#isRejected(machine, path)) continue;
      this.#world.violated('I8', `${machine.name} keeps a hash whose ${path} it does not hold`);
    }
  }

  #isRejected(machine: Machine, path: ItemPath): boolean {
    const rejected = machine.store.get<Record<Section, readonly { path: string }[]>>('facts', 'rejected');
    return SECTIONS.some((section) => rejected?.[section].some((one) => one.path === path));
  }

  /** I1 on GIIP: a text that a machine has seen is never lost there; one that nobody has seen is the API's hole. */
  serverChanged(before: Content, after: Content): void {
    const world = this.#world;
    for (const section of SECTIONS) {
      if (before[section] === after[section]) continue;
      for (const [wire, text] of before[section]) {
        const now = after[section].get(wire);
        if (now === text) continue;
        if (now === undefined) this.#removed(section, wire);
        if (world.writer === 'person') world.ledger.replaced(text, now ?? null);
        else this.#overwritten(text, now ?? '');
        if (world.writer === 'engine' && text.trim() !== '' && now?.trim() === '' && !world.isEmptyWilled)
          world.violated('I5', `${wire} was emptied on GIIP`);
      }
    }
  }

  /** Who deleted it here has nothing to expect any more, and only a whole answer proves that it is gone. */
  #removed(section: Section, wire: string): void {
    this.#world.needsAudit = true;
    const path = pathOf(section, wire);
    if (path !== null) for (const { deleted } of this.#world.machines) deleted.delete(path);
  }

  #overwritten(before: string, after: string): void {
    const { ledger, machines } = this.#world;
    const kept = new Set(ledger.in(after));
    for (const token of ledger.in(before))
      if (!kept.has(token) && !machines.some(({ seen }) => seen.has(token))) ledger.excuse(token, HOLE);
  }

  /** A text is gone for a reason that is nobody's fault, as far as it stands nowhere else. */
  gone(text: string, why: string): void {
    const present = this.present();
    for (const token of this.#world.ledger.in(text))
      if (!present.has(token)) this.#world.ledger.excuse(token, why);
  }

  /** All tokens that stand somewhere: in a folder, on GIIP, in a history, or held as GIIP's side of an item. */
  present(): ReadonlySet<string> {
    const { ledger, machines, server } = this.#world;
    const present = new Set<string>();
    const add = (text: string): void => {
      for (const token of ledger.in(text)) present.add(token);
    };
    for (const section of SECTIONS) for (const text of server.content[section].values()) add(text);
    for (const { folder, store } of machines) {
      for (const { text } of folder.files.values()) add(text);
      for (const text of store.historyTexts()) add(text);
      for (const { version } of store.values<RemoteEntry>('remote'))
        if (version) add(store.get<string>('contents', version.id) ?? '');
    }
    return present;
  }

  /** I2 and I13: what a cycle says about itself. */
  ended(process: SimProcess, report: SyncReport): void {
    const { machine } = process;
    const { error, outcome, ms: _, requests: __, ...lists } = report;
    const open = Object.entries(lists).filter(([, list]) => Array.isArray(list) && list.length > 0);
    this.#world.story.tell(
      () =>
        `${machine.name}: the cycle ends ${outcome} ${error?.code ?? ''} ${JSON.stringify(Object.fromEntries(open))}`,
    );
    if (report.outcome === 'inSync' && report.verified && process.isUnproved)
      this.#world.violated('I13', `${machine.name} says "in sync", and no pull has followed its last push`);
    if (report.error) return;
    const noted = new Set(machine.store.latestActivity(60).map(({ path }) => path));
    for (const path of process.written)
      if (!noted.has(path))
        this.#world.violated('I2', `${path} at ${machine.name} was replaced without a word`);
  }

  /** I12: neither the token nor a document's text is in the log. */
  logged(event: string, fields: Readonly<Record<string, string | number | boolean>> = {}): void {
    const words = `${event} ${JSON.stringify(fields)}`;
    if (words.includes(CANARY) || this.#world.ledger.in(words).length > 0)
      this.#world.violated('I12', `the log holds ${words}`);
  }
}
