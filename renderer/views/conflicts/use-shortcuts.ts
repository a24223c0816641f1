import { useLayoutEffect, useRef } from 'react';
import { type Shortcut, shortcutOf } from './shortcuts.ts';

/** What each shortcut does now; one that is not named is left to whatever has the focus. */
export type ShortcutActions = Readonly<Partial<Record<Shortcut, () => void>>>;

/** Shortcuts that hold wherever the focus is, before an editor sees the key; not while a question is open. */
export function useShortcuts(actions: ShortcutActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  // With the first picture: a key that is pressed at once is heard as well.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.isComposing || document.querySelector('dialog[open]') !== null) return;
      const shortcut = shortcutOf(event);
      const action = shortcut && latest.current[shortcut];
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    document.addEventListener('keydown', listener, true);
    return () => document.removeEventListener('keydown', listener, true);
  }, []);
}
