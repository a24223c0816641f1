/** What can be done with the keyboard alone, wherever the focus is. */
export type Shortcut =
  | 'nextChange'
  | 'previousChange'
  | 'takeMine'
  | 'takeServer'
  | 'takeBoth'
  | 'save'
  | 'nextConflict'
  | 'previousConflict';

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const WITH_ALT: Readonly<Record<string, Shortcut>> = {
  ArrowDown: 'nextChange',
  ArrowUp: 'previousChange',
  // By place and not by character: with Alt held down a Mac types another one.
  Digit1: 'takeMine',
  Digit2: 'takeServer',
  Digit3: 'takeBoth',
};

const WITH_CONTROL: Readonly<Record<string, Shortcut>> = {
  Enter: 'save',
  PageDown: 'nextConflict',
  PageUp: 'previousConflict',
};

/** The shortcut that these keys are, or null. */
export function shortcutOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: Keys): Shortcut | null {
  const control = ctrlKey || metaKey;
  if (key === 'F7' && !altKey && !control) return shiftKey ? 'previousChange' : 'nextChange';
  if (shiftKey || altKey === control) return null;
  return (altKey ? WITH_ALT : WITH_CONTROL)[code] ?? null;
}
