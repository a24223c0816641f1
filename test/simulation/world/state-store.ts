import type { ContentId } from '../../../electron/sync/ports.ts';
import type { Activity, HistoryVersion } from '../../../shared/model/change.ts';

export type KeptVersion = HistoryVersion & { readonly content: ContentId };

export type TableName =
  | 'base'
  | 'remote'
  | 'scans'
  | 'conflicts'
  | 'intents'
  | 'refusals'
  | 'approvals'
  | 'contents'
  | 'versions'
  | 'activity'
  | 'runs'
  | 'replaced'
  | 'moved'
  | 'snapshots'
  | 'counters'
  | 'facts';

/** One change inside a transaction, with what stood there before. */
export interface Change {
  readonly table: TableName;
  readonly key: string;
  readonly before: unknown;
  readonly had: boolean;
}

/** A machine's database as it stands on the disk: it outlives processes, and may be lost as a whole. */
export class StateStore {
  readonly tables: Readonly<Record<TableName, Map<string, unknown>>> = {
    base: new Map(),
    remote: new Map(),
    scans: new Map(),
    conflicts: new Map(),
    intents: new Map(),
    refusals: new Map(),
    approvals: new Map(),
    contents: new Map(),
    versions: new Map(),
    activity: new Map(),
    runs: new Map(),
    replaced: new Map(),
    moved: new Map(),
    snapshots: new Map(),
    counters: new Map(),
    facts: new Map(),
  };
  versionCount = 0;

  get<T>(table: TableName, key: string): T | undefined {
    return this.tables[table].get(key) as T | undefined;
  }

  values<T>(table: TableName): readonly T[] {
    return [...this.tables[table].values()] as T[];
  }

  /** Newest first. */
  versionsOf(path: string): readonly KeptVersion[] {
    return this.get<readonly KeptVersion[]>('versions', path) ?? [];
  }

  /** An empty file that stood here is in the history as well, and a person may bring it back. */
  isEmpty({ content }: KeptVersion): boolean {
    return this.get<string>('contents', content)?.trim() === '';
  }

  /** Every text that history can show. */
  historyTexts(): readonly string[] {
    const texts: string[] = [];
    for (const versions of this.values<readonly KeptVersion[]>('versions'))
      for (const { content } of versions) {
        const text = this.get<string>('contents', content);
        if (text !== undefined) texts.push(text);
      }
    return texts;
  }

  get activityCount(): number {
    return this.get<number>('counters', 'activity') ?? 0;
  }

  latestActivity(limit: number): readonly Activity[] {
    const found: Activity[] = [];
    for (let id = this.activityCount; id > 0 && found.length < limit; id -= 1) {
      const entry = this.get<Activity>('activity', String(id));
      if (entry) found.push(entry);
    }
    return found;
  }
}
