import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A piece of text that people may read, and where it stands. */
export interface WordLiteral {
  readonly text: string;
  readonly line: number;
}

/** Texts in the places of a words file that are shown: not its imports, its comparisons, its keys or its types. */
export function wordLiterals(file: string): readonly WordLiteral[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: WordLiteral[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (isText(node) && isShown(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ text: textOf(node), line: line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

type TextNode = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression;

function isText(node: ts.Node): node is TextNode {
  return (
    ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)
  );
}

/** What stands between the values of a template, joined. */
function textOf(node: TextNode): string {
  return ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('\u{FFFC}')
    : node.text;
}

function isShown(node: TextNode): boolean {
  const { parent } = node;
  if (ts.isCaseClause(parent) || ts.isElementAccessExpression(parent)) return false;
  // A key in quotes has the property as its parent, too.
  if (ts.isPropertyAssignment(parent)) return parent.name !== node;
  if (ts.isCallExpression(parent)) return false;
  return !(ts.isBinaryExpression(parent) && isComparison(parent.operatorToken.kind));
}

function isComparison(kind: ts.SyntaxKind): boolean {
  return [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken].includes(kind);
}

/** What a component would show in one language only: text between its tags, and names for screen readers. */
export function componentWords(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && isSpoken(node)) found.push(node.getText(source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isSpoken({ name, initializer }: ts.JsxAttribute): boolean {
  const names = ['aria-label', 'title', 'placeholder', 'alt', 'label'];
  return names.includes(name.getText()) && initializer !== undefined && ts.isStringLiteral(initializer);
}
