import type { JSX } from 'react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useApi } from '../../hooks/use-api.ts';
import { useManaged } from '../../hooks/use-managed.ts';
import { managedText } from '../../managed-text.ts';
import { setupText } from '../../setup-text.ts';
import type { Field } from './setup-input.ts';
import { TokenField } from './token-field.tsx';
import type { SetupForm } from './use-setup-form.ts';

/** What every field of the form has in common. */
function fieldProps(form: SetupForm, field: Field) {
  return {
    value: form.values[field],
    problem: form.problems[field],
    inputRef: form.inputs[field],
    onValue: (value: string) => form.set(field, value),
    onBlur: () => form.check(field),
  };
}

function hint(source: string | null, usual: string): string {
  return source === null ? usual : managedText.by(source);
}

/** The four fields; the API URL, which hardly anybody changes, is folded away. */
export function SetupFields({ form }: { readonly form: SetupForm }): JSX.Element {
  const api = useApi();
  const managed = {
    lssn: useManaged('lssn'),
    workspace: useManaged('workspace'),
    apiUrl: useManaged('apiUrl'),
  };
  const [advanced, setAdvanced] = useState(false);
  const choose = async (): Promise<void> => {
    const answer = await api.call('setup.chooseFolder', form.values.workspace);
    if (answer.ok && answer.value !== null) form.set('workspace', answer.value);
  };
  return (
    <>
      <TokenField form={form} />
      <TextField
        label={setupText.lssn}
        hint={hint(managed.lssn, setupText.lssnHint)}
        disabled={managed.lssn !== null}
        inputMode="numeric"
        className="input-short"
        {...fieldProps(form, 'lssn')}
      />
      <TextField
        label={setupText.folder}
        hint={hint(managed.workspace, setupText.folderHint)}
        disabled={managed.workspace !== null}
        extra={
          managed.workspace === null && <Button onClick={() => void choose()}>{setupText.choose}</Button>
        }
        {...fieldProps(form, 'workspace')}
      />
      <details
        className="advanced"
        open={advanced || form.problems.apiUrl !== null}
        onToggle={(event) => setAdvanced(event.currentTarget.open)}
      >
        <summary>{setupText.advanced}</summary>
        <TextField
          label={setupText.apiUrl}
          hint={hint(managed.apiUrl, '')}
          disabled={managed.apiUrl !== null}
          inputMode="url"
          {...fieldProps(form, 'apiUrl')}
        />
      </details>
    </>
  );
}
