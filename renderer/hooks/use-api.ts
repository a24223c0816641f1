import { createContext, useContext } from 'react';
import type { Api } from '../../shared/ipc/contract.ts';

/** The bridge of this window; tests put a fake one here. */
export const ApiContext = createContext<Api | null>(null);

/** The bridge to the main process. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('ApiContext is missing');
  return api;
}
