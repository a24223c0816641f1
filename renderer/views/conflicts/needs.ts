import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import type { ConflictKind } from '../../../shared/model/conflict.ts';
import type { ItemPath, Rejected } from '../../../shared/model/item.ts';
import type { Reason } from '../../../shared/model/reason.ts';

/** What kind of person's help an item needs; in this order they are listed. */
export const GROUPS = ['conflict', 'held', 'gone', 'rejected'] as const;

export type Group = (typeof GROUPS)[number];

/** An item that needs a person, with what its line says: a kind of conflict, a reason, or a sentence. */
export interface Need {
  readonly group: Group;
  readonly path: ItemPath;
  readonly note: { readonly kind: ConflictKind } | { readonly reason: Reason } | { readonly words: string };
}

/** What a person keeps here has its sentence in every language; what cannot be synced is told as it was found. */
function rejectedNote({ reason, kept }: Omit<Rejected, 'path'>): Need['note'] {
  return kept ? { reason: { code: 'kept-secret' } } : { words: reason };
}

/** Everything that needs a person. */
export function needsOf(snapshot: AppSnapshot): readonly Need[] {
  const { conflicts, held, goneOnServer, rejected } = snapshot;
  return [
    ...conflicts.map(({ path, kind }) => ({ group: 'conflict', path, note: { kind } }) as const),
    ...held.map(({ path, reason }) => ({ group: 'held', path, note: { reason } }) as const),
    ...goneOnServer.map(
      (path) => ({ group: 'gone', path, note: { reason: { code: 'gone-on-giip' } } }) as const,
    ),
    ...rejected.map(({ path, ...rest }) => ({ group: 'rejected', path, note: rejectedNote(rest) }) as const),
  ];
}

/** Those whose path contains what was typed, whatever its case and Unicode form. */
export function matching(needs: readonly Need[], query: string): readonly Need[] {
  const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase();
  const wanted = plain(query.trim());
  return wanted === '' ? needs : needs.filter(({ path }) => plain(path).includes(wanted));
}

/** The paths of one group. */
export function pathsOf(needs: readonly Need[], group: Group): readonly ItemPath[] {
  return needs.filter((need) => need.group === group).map(({ path }) => path);
}
