import { Lock } from 'lucide-react';
import type { JSX } from 'react';
import type { PolicyKey } from '../../shared/policy/policy-schema.ts';
import { useManaged } from '../hooks/use-managed.ts';
import { managedText } from '../managed-text.ts';
import './managed.css';

/** Says that a control is managed and by which place, inside the note that describes the control. */
export function ManagedNote({ policyKey }: { readonly policyKey: PolicyKey }): JSX.Element | null {
  const source = useManaged(policyKey);
  if (source === null) return null;
  return (
    <span className="managed">
      <Lock aria-hidden="true" /> {managedText.by(source)}
    </span>
  );
}
