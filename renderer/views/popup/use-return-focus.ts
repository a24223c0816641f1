import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import type { ItemPath } from '../../../shared/model/item.ts';

/**
 * After the conflict view the focus goes back to the row that was opened; when that one is settled, to the next
 * conflict, and when none is left, to "Sync now".
 */
export function useReturnFocus(cameFrom: ItemPath | null): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (cameFrom === null) return;
    const rows = [...(root.current?.querySelectorAll<HTMLElement>('[data-conflict]') ?? [])];
    const target = rows.find((row) => row.dataset.conflict === cameFrom) ?? rows[0];
    (target ?? root.current?.querySelector<HTMLElement>('[data-sync-now]'))?.focus();
  }, [cameFrom]);
  return root;
}
