import type { JSX } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { supportText } from '../../support-text.ts';

interface Props {
  readonly id: number;
  readonly name: string;
}

/** One file of the bundle, exactly as it will be written. */
export function BundleText({ id, name }: Props): JSX.Element {
  const { value, error, loading } = useLoaded('support.text', { id, name });
  return (
    <section className="bundle-text" aria-label={supportText.textOf(name)} aria-busy={loading}>
      <FailureNotice error={error} />
      {value === '' && <p className="bundle-empty">{supportText.empty}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      {value !== null && value !== '' && <pre tabIndex={0}>{value}</pre>}
    </section>
  );
}
