import type { KeyRule } from '../../../shared/model/conflict.ts';
import type { RestoreStep } from '../../../shared/model/history.ts';
import { countText } from '../../count-text.ts';

const { files } = countText;

type Take = 'mine' | 'server' | 'both';

function manyTitle(take: Take, amount: number): string {
  if (take === 'both') return `Keep both versions of ${files(amount)}?`;
  return `Use ${take === 'mine' ? 'your' : "GIIP's"} version for ${files(amount)}?`;
}

function manyBody(take: Take, amount: number): string {
  const versions = amount === 1 ? 'version stays' : `${amount} versions stay`;
  switch (take) {
    case 'mine':
      return `Your version is sent to GIIP. GIIP's ${versions} in the history.`;
    case 'server':
      return `GIIP's version replaces the file here. Your ${versions} in the history.`;
    case 'both':
      return `Your version keeps its name on both sides; GIIP's becomes a second file beside it. That adds ${files(amount)}.`;
  }
}

function settled(take: Take | 'text', what: string): string {
  switch (take) {
    case 'mine':
      return `Settled with your version: ${what}.`;
    case 'server':
      return `Settled with GIIP's version: ${what}.`;
    case 'both':
      return `Both versions are kept: ${what}.`;
    case 'text':
      return `Your result is saved: ${what}.`;
  }
}

function undoWords(amounts: Readonly<Record<RestoreStep['change'], number>>): string {
  const parts = [
    amounts.replace > 0 && `puts back the earlier text of ${files(amounts.replace)}`,
    amounts.create > 0 && `brings back ${files(amounts.create)}`,
    amounts.delete > 0 && `takes away ${files(amounts.delete)}`,
  ].filter((part) => part !== false);
  const lost = amounts.unavailable;
  const rest = lost > 0 ? ` For ${files(lost)} the earlier text is no longer kept.` : '';
  return parts.length === 0 ? rest.trim() : `Undo ${parts.join(' and ')} here.${rest}`;
}

function ruleQuestion({ key, take, path }: KeyRule): string {
  const side = take === 'mine' ? 'mine' : "GIIP's";
  return `Always use ${side} for ${key.join(' › ')} in ${path}?`;
}

function decisionsStill(decided: number, kept: number): string {
  if (decided === 0) return '';
  if (decided === 1) return kept === 1 ? 'Your decision still fits.' : 'Your decision no longer fits.';
  if (kept === decided) return `All ${decided} of your decisions still fit.`;
  if (kept === 0) return `None of your ${decided} decisions still fits.`;
  return `${kept} of your ${decided} decisions still ${kept === 1 ? 'fits' : 'fit'}.`;
}

/** Sentences about decisions: the question before, what came of them, and the way back. */
export const decisionText = { manyTitle, manyBody, settled, undoWords, ruleQuestion, decisionsStill };

/** What a language must have of it. */
export type DecisionText = typeof decisionText;
