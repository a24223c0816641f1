import { useEffect } from 'react';
import type { ItemPath } from '../../../shared/model/item.ts';
import { useApi } from '../../hooks/use-api.ts';

/** Hears which item this window is asked for while it is open. */
export function useOpenedItem(onOpen: (path: ItemPath) => void): void {
  const api = useApi();
  useEffect(() => api.on('item.opened', onOpen), [api, onOpen]);
}
