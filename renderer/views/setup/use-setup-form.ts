import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { SetupCandidate } from '../../../shared/ipc/contract.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import { errorWords } from '../../error-words.ts';
import { useApi } from '../../hooks/use-api.ts';
import { useManaged } from '../../hooks/use-managed.ts';
import type { Field, SetupValues } from './setup-input.ts';
import { FIELDS, fieldOfError, fieldProblem } from './setup-input.ts';

type Problems = Readonly<Record<Field, string | null>>;

const NONE: Problems = { token: null, lssn: null, workspace: null, apiUrl: null };
const BLANK: SetupValues = { token: '', lssn: '', workspace: '', apiUrl: '', candidate: null };

/** The form of set-up: its values, what is wrong with them, and where the focus goes for it. */
export interface SetupForm {
  readonly values: SetupValues;
  readonly problems: Problems;
  readonly inputs: Readonly<Record<Field, RefObject<HTMLInputElement | null>>>;
  readonly set: (field: Field, value: string) => void;
  readonly pickCandidate: (candidate: SetupCandidate | null) => void;
  readonly check: (field: Field) => void;
  /** Looks at all fields; false when one cannot be used, and then the first such one has the focus. */
  readonly checkAll: () => boolean;
  /** Puts an answer next to the field that it speaks of; false when it speaks of none. */
  readonly place: (error: SyncError) => boolean;
}

function useInputs(): SetupForm['inputs'] {
  const token = useRef<HTMLInputElement>(null);
  const lssn = useRef<HTMLInputElement>(null);
  const workspace = useRef<HTMLInputElement>(null);
  const apiUrl = useRef<HTMLInputElement>(null);
  return { token, lssn, workspace, apiUrl };
}

/** Holds what is entered; starts with what the main process knows. The token is never among that. */
export function useSetupForm(): SetupForm {
  const api = useApi();
  const inputs = useInputs();
  const isTokenProvided = useManaged('tokenFile', 'tokenCommand') !== null;
  const [values, setValues] = useState(BLANK);
  const [problems, setProblems] = useState(NONE);
  const [focusOn, setFocusOn] = useState<Field | null>(null);

  useEffect(() => {
    void api.call('setup.defaults', null).then((answer) => {
      if (answer.ok) setValues((known) => ({ ...known, ...answer.value }));
    });
  }, [api]);

  // After the render: the field may sit in "Advanced", which opens because of the problem.
  useEffect(() => {
    if (focusOn === null) return;
    inputs[focusOn].current?.focus();
    setFocusOn(null);
  }, [focusOn, inputs]);

  const clear = (field: Field): void => setProblems((old) => ({ ...old, [field]: null }));
  return {
    values,
    problems,
    inputs,
    set: (field, value) => {
      setValues((old) => ({ ...old, [field]: value }));
      clear(field);
    },
    pickCandidate: (candidate) => {
      const lssn = candidate?.lssn ?? null;
      setValues((old) => ({ ...old, candidate, token: '', lssn: lssn === null ? old.lssn : String(lssn) }));
      setProblems(NONE);
    },
    // A field that was only walked through is not blamed for being empty. What is said of it already stays until its
    // text changes: this window cannot tell what GIIP or the folder said of it.
    check: (field) => {
      if (values[field].trim() !== '')
        setProblems((old) => ({ ...old, [field]: old[field] ?? fieldProblem(field, values) }));
    },
    checkAll: () => {
      const found = Object.fromEntries(
        FIELDS.map((field) => [
          field,
          field === 'token' && isTokenProvided ? null : fieldProblem(field, values),
        ]),
      ) as Problems;
      setProblems(found);
      const first = FIELDS.find((field) => found[field] !== null);
      setFocusOn(first ?? null);
      return first === undefined;
    },
    place: (error) => {
      const field = fieldOfError(error.code);
      if (field === null) return false;
      const { message, help } = errorWords(error);
      setProblems({ ...NONE, [field]: `${message} ${help}` });
      setFocusOn(field);
      return true;
    },
  };
}
