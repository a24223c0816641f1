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
import { errorWords } from '../../../shared/error-words.ts';
import type { Activity, ActivityKind } from '../../../shared/model/change.ts';
import type { ErrorCode } from '../../../shared/model/sync-error.ts';
import { ERROR_CODES } from '../../../shared/model/sync-error.ts';
import { reasonWords } from '../../../shared/reason-words.ts';
import { Age } from '../../components/age.tsx';
import { PathName } from '../../components/path-name.tsx';
import { text } from '../../text.ts';

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

function why({ reason, code }: Activity): string | null {
  if (reason !== null) return reasonWords(reason);
  return code !== undefined && isErrorCode(code) ? errorWords({ code }).message : null;
}

/** One thing that happened: to what, when, and why. */
export function ActivityRow({ entry }: { readonly entry: Activity }): JSX.Element {
  const Icon = SIGNS[entry.kind];
  const kind = text.activityKind(entry.kind);
  const sentence = why(entry);
  return (
    <>
      <Icon className="row-icon" aria-hidden="true" />
      <div className="row-text">
        <div className="row-line">
          {entry.path === null ? <span className="row-name">{kind}</span> : <PathName path={entry.path} />}
          <span className="row-age">
            <Age time={entry.time} />
          </span>
        </div>
        <p className="row-note">
          {entry.path !== null && `${kind}. `}
          {sentence}
        </p>
      </div>
    </>
  );
}
