import type { JSX } from 'react';

/** A whole text as it stands, in a part that scrolls. */
export function PlainText({ text }: { readonly text: string }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <pre className="plain-text" tabIndex={0}>
      {text}
    </pre>
  );
}
