import type { JSX } from 'react';
import { lazy, Suspense } from 'react';
import { historyText } from '../../history-text.ts';
import type { ComparisonProps } from './comparison-editor.tsx';

// Most openings of a window compare nothing, so the editor is fetched when somebody does.
const Editor = lazy(async () => {
  const { ComparisonEditor } = await import('./comparison-editor.tsx');
  return { default: ComparisonEditor };
});

/** Two texts in one column: what went, what came, changed words marked. */
export function TextComparison(props: ComparisonProps): JSX.Element {
  return (
    <Suspense fallback={<p className="comparison-note">{historyText.loading}</p>}>
      <Editor {...props} />
    </Suspense>
  );
}
