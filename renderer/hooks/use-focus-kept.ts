import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/**
 * A ref whose element takes the focus when what had it inside is taken away, such as the button of a row that is done:
 * whoever works by keyboard goes on from here instead of from the top of the window.
 */
export function useFocusKept<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    let held: Element | null = null;
    const remember = (event: FocusEvent): void => {
      held = event.target instanceof Element ? event.target : null;
    };
    const changes = new MutationObserver(() => {
      if (held === null || held.isConnected) return;
      held = null;
      if (document.activeElement === document.body) element.focus({ preventScroll: true });
    });
    element.addEventListener('focusin', remember);
    changes.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', remember);
      changes.disconnect();
    };
  }, []);
  return ref;
}
