import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** A ref whose element takes the focus when it appears: where a person goes on after the view has changed. */
export function useFocusOnMount<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => ref.current?.focus(), []);
  return ref;
}
