import type { Extension } from '@codemirror/state';
import { EditorView, highlightSpecialChars } from '@codemirror/view';

/** CodeMirror's own style sheet needs leave from the page's content security policy. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** What every text in this window shares: its name for a screen reader, wrapped lines, odd characters made visible. */
export function codePane(label: string): Extension {
  return [
    EditorView.cspNonce.of(styleNonce()),
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
    EditorView.lineWrapping,
    highlightSpecialChars(),
  ];
}
