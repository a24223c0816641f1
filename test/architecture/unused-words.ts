import { globSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Looked up by a code that comes as data; that each code has words is for the compiler. */
const LOOKED_UP = ['doctor-words.ts', 'error-words.ts', 'reason-words.ts', 'status-words.ts'];

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  noEmit: true,
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  skipLibCheck: true,
};

/**
 * The English words that nothing outside the words says, as "file name". The other languages have the same names, or
 * they would not compile.
 */
export function unusedWords(root: string): readonly string[] {
  const files = globSync('{electron,renderer,shared}/**/*.{ts,tsx}', { cwd: root }).map((file) =>
    join(root, file),
  );
  const program = ts.createProgram(files, OPTIONS);
  const said = new Set<ts.Node>();
  for (const file of files.filter((name) => !name.includes('/words/') || name.includes('/words/en/')))
    markSaid(source(program, file), program.getTypeChecker(), said);
  const english = files.filter((file) => file.includes('/words/en/'));
  return english
    .filter((file) => !LOOKED_UP.some((name) => file.endsWith(name)))
    .flatMap((file) => unsaid(source(program, file), said).map((name) => `${file} ${name}`));
}

function source(program: ts.Program, file: string): ts.SourceFile {
  const found = program.getSourceFile(file);
  if (!found) throw new Error(`${file} is not part of the program`);
  return found;
}

/** Every property that is named in the file, by a dot or in a pattern; one that is used as a whole with all below it. */
function markSaid(file: ts.SourceFile, checker: ts.TypeChecker, said: Set<ts.Node>): void {
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node))
      mark(checker.getSymbolAtLocation(node.name), !ts.isPropertyAccessExpression(node.parent), said);
    if (ts.isElementAccessExpression(node))
      for (const symbol of chosenBy(node, checker)) mark(symbol, true, said);
    if (ts.isBindingElement(node) && ts.isIdentifier(node.name)) {
      const name = node.propertyName ?? node.name;
      const type = checker.getTypeAtLocation(node.parent);
      mark(ts.isIdentifier(name) ? type.getProperty(name.text) : undefined, false, said);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

/** What an index can choose: by the names that its type allows. */
function chosenBy(node: ts.ElementAccessExpression, checker: ts.TypeChecker): readonly ts.Symbol[] {
  const index = checker.getTypeAtLocation(node.argumentExpression);
  const names = variants(index).flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
  const from = variants(checker.getTypeAtLocation(node.expression));
  return from.flatMap((type) =>
    names.map((name) => type.getProperty(name)).filter((symbol) => symbol !== undefined),
  );
}

function variants(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

function mark(symbol: ts.Symbol | undefined, whole: boolean, said: Set<ts.Node>): void {
  for (const declaration of symbol?.declarations ?? []) {
    if (!declaration.getSourceFile().fileName.includes('/words/en/')) continue;
    said.add(declaration);
    if (whole && ts.isPropertyAssignment(declaration)) markBelow(declaration.initializer, said);
  }
}

function markBelow(node: ts.Node, said: Set<ts.Node>): void {
  ts.forEachChild(node, (child) => {
    said.add(child);
    markBelow(child, said);
  });
}

function unsaid(file: ts.SourceFile, said: ReadonlySet<ts.Node>): readonly string[] {
  const names: string[] = [];
  const look = (object: ts.ObjectLiteralExpression): void => {
    for (const property of object.properties) {
      if (ts.isSpreadAssignment(property)) continue;
      if (ts.isPropertyAssignment(property) && ts.isObjectLiteralExpression(property.initializer))
        look(property.initializer);
      else if (!said.has(property)) names.push(property.name.getText(file));
    }
  };
  for (const object of exportedObjects(file)) look(object);
  return names;
}

function exportedObjects(file: ts.SourceFile): readonly ts.ObjectLiteralExpression[] {
  return file.statements
    .filter(ts.isVariableStatement)
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(({ initializer }) =>
      initializer && ts.isObjectLiteralExpression(initializer) ? [initializer] : [],
    );
}
