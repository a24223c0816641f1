import type { PushItem } from '../../../electron/sync/ports.ts';
import type { BaseEntry, RemoteEntry } from '../../../electron/sync/state-ports.ts';
import { versionOf } from '../../../electron/sync/version-of.ts';
import { textToSend } from '../../../shared/merge/file-style.ts';
import { SECTIONS, type Section } from '../../../shared/model/item.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import type { SimProcess } from '../world/machine.ts';
import { checkSecrets } from '../world/secrets.ts';
import type { Content, Items, ServerAnswer } from '../world/sim-server.ts';
import type { World } from '../world/world.ts';
import { isListed } from './differences.ts';
import { pathOf } from './path-of.ts';
import { countSend } from './sends.ts';

/** A push is covered by a pull of the last seconds (I10). */
const FRESH_MS = 5_000;
const CANARY = 'sk-canary-4f1d';
export const HOLE = 'overwritten on GIIP before anybody had pulled it';

/** The invariants of research/reliability.md 2.2 that can be told at every step. */
export class Oracles {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  pulled(process: SimProcess, { answer, shown }: ServerAnswer): void {
    const { clock } = this.#world;
    process.lastPull = clock.monotonic;
    process.pullsInCycle += 1;
    process.isUnproved = false;
    process.sentSincePull.clear();
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
      if (path === null) {
        world.violated('I6', `${machine.name} pushed ${wire}`);
        continue;
      }
      if ('broken' in versionOf(world.digest, path, text))
        world.violated('I5', `${machine.name} pushed ${wire}, which is broken`);
      const read = process.lastRead.get(path);
      const isRead = read?.state === 'present' && textToSend(read.text) === text;
      // The first push's proof, and what is put back, are GIIP's own texts.
      const isTheirs = machine.shown.get(path)?.has(text) ?? false;
      if (!isTheirs) {
        machine.lastPush.set(path, world.clock.monotonic);
        countSend(world, process, wire);
      }
      if (process.sentSincePull.has(wire))
        world.violated('I10', `${machine.name} pushed ${wire} again without a pull in between`);
      process.sentSincePull.add(wire);
      const heard = machine.store.get<RemoteEntry>('remote', path)?.version;
      if (!isTheirs && heard && machine.store.get<BaseEntry>('base', path)?.remote?.meaning !== heard.meaning)
        world.violated('I2', `${machine.name} pushed ${wire} over a text of GIIP's that no base knows`);
      if (!isRead && !isTheirs)
        world.violated('I10', `${machine.name} pushed a ${wire} that it had not just read: ${text}`);
    }
  }

  /** I1 on GIIP: a text that a machine has seen is never lost there; one that nobody has seen is the API's hole. */
  serverChanged(before: Content, after: Content): void {
    const world = this.#world;
    if (world.isGuarded) checkSecrets(world, before, after);
    for (const section of SECTIONS) {
      if (before[section] === after[section]) continue;
      if (world.writer !== 'engine') this.#touched(section, before[section], after[section]);
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

  #touched(section: Section, before: Items, after: Items): void {
    for (const wire of new Set([...before.keys(), ...after.keys()]))
      if (before.get(wire) !== after.get(wire))
        this.#world.touchedByOthers.add(pathOf(section, wire) ?? wire);
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
    if (report.outcome === 'inSync' && report.verified) this.#readsAreInStep(process);
    if (report.error) return;
    const noted = new Set(machine.store.latestActivity(60).map(({ path }) => path));
    for (const path of process.written)
      if (!noted.has(path))
        this.#world.violated('I2', `${path} at ${machine.name} was replaced without a word`);
  }

  /** What the cycle itself has read last is what both sides agree on, or it may not say "in sync". */
  #readsAreInStep({ machine, lastRead }: SimProcess): void {
    for (const [path, read] of lastRead) {
      if (read.state !== 'present') continue;
      const version = versionOf(this.#world.digest, path, read.text);
      const base = machine.store.get<BaseEntry>('base', path)?.local;
      if ('meaning' in version && base && base.meaning !== version.meaning && !isListed(machine, path))
        this.#world.violated('I13', `${machine.name} says "in sync", and has read another ${path}`);
    }
  }

  /** I12: neither the token nor a document's text is in the log. */
  logged(event: string, fields: Readonly<Record<string, string | number | boolean>> = {}): void {
    const words = `${event} ${JSON.stringify(fields)}`;
    if (words.includes(CANARY) || this.#world.ledger.in(words).length > 0)
      this.#world.violated('I12', `the log holds ${words}`);
  }
}
