import type { LucideIcon } from 'lucide-react';
import {
  ArrowDownToLine,
  ArrowUpFromLine,
  Ban,
  Check,
  CircleAlert,
  GitCompareArrows,
  GitMerge,
  Hand,
  ShieldCheck,
  Undo2,
} from 'lucide-react';
import type { JSX } from 'react';
import type { Activity, ActivityKind } from '../../../shared/model/change.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import type { ErrorCode } from '../../../shared/model/sync-error.ts';
import { ERROR_CODES } from '../../../shared/model/sync-error.ts';
import { Age } from '../../components/age.tsx';
import { PathName } from '../../components/path-name.tsx';
import { errorWords } from '../../error-words.ts';
import { historyText } from '../../history-text.ts';
import { reasonWords } from '../../reason-words.ts';
import { text } from '../../text.ts';
import { Reasoned } from './reasoned.tsx';

const SIGNS: Readonly<Record<ActivityKind, LucideIcon>> = {
  pulled: ArrowDownToLine,
  pushed: ArrowUpFromLine,
  merged: GitMerge,
  conflict: GitCompareArrows,
  'conflict-ended': Check,
  resolved: Check,
  restored: Undo2,
  held: Hand,
  rejected: Ban,
  'self-check': ShieldCheck,
  problem: CircleAlert,
};

const isErrorCode = (code: string): code is ErrorCode => (ERROR_CODES as readonly string[]).includes(code);

function sentenceOf({ reason, code }: Activity): string | null {
  if (reason !== null) return reasonWords(reason);
  return code !== undefined && isErrorCode(code) ? errorWords({ code }).message : null;
}

interface Props {
  readonly entry: Activity;
  /** Opens the versions of the file; without it the path is plain text. */
  readonly onFile?: (path: ItemPath) => void;
}

interface NameProps {
  readonly path: ItemPath;
  readonly onFile: ((path: ItemPath) => void) | undefined;
}

function Name({ path, onFile }: NameProps): JSX.Element {
  if (onFile === undefined) return <PathName path={path} />;
  return (
    <button
      type="button"
      className="path-button"
      aria-label={historyText.versionsOf(path)}
      onClick={() => onFile(path)}
    >
      <PathName path={path} />
    </button>
  );
}

/** One thing that happened: to what, when, why, and what that was decided on. */
export function ActivityRow({ entry, onFile }: Props): JSX.Element {
  const Icon = SIGNS[entry.kind];
  const kind = text.activityKind(entry.kind);
  const sentence = sentenceOf(entry);
  return (
    <>
      <Icon className="row-icon" aria-hidden="true" />
      <div className="row-text">
        <div className="row-line">
          {entry.path === null ? (
            <span className="row-name">{kind}</span>
          ) : (
            <Name path={entry.path} onFile={onFile} />
          )}
          <span className="row-age">
            <Age time={entry.time} />
          </span>
        </div>
        <Reasoned
          about={entry.hasEvidence ? { kind: 'activity', id: entry.id } : null}
          path={entry.path ?? kind}
        >
          <p className="row-note">
            {entry.path !== null && `${text.sentence(kind)}${text.gap}`}
            {sentence}
          </p>
        </Reasoned>
      </div>
    </>
  );
}
