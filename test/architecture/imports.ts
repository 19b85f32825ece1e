import { posix } from 'node:path';
import ts from 'typescript';
import { lineOf, nodesOf, type Source } from './source.js';

/** One import or re-export, static or dynamic. */
export interface Import {
  readonly from: string;
  readonly line: number;
  /** A path of the project (`shared/language/fields.ts`), or the name of a package (`zod`, `node:fs`). */
  readonly to: string;
  readonly isPackage: boolean;
  /** Whether only types are imported, so that nothing is left of it when the program runs. */
  readonly typeOnly: boolean;
}

/** All imports of a file, with the relative ones resolved to the files they mean. */
function importsOf(source: Source, paths: ReadonlySet<string>): Import[] {
  return nodesOf(source, ts.isStringLiteral).flatMap((literal): Import[] => {
    const { parent } = literal;
    if (!isImport(parent, literal)) return [];
    const isPackage = !literal.text.startsWith('.');
    const to = isPackage ? packageName(literal.text) : resolve(source.path, literal.text, paths);
    return [{ from: source.path, line: lineOf(literal), to, isPackage, typeOnly: isTypeOnly(parent) }];
  });
}

/** The imports of all files. */
export function allImports(sources: readonly Source[]): Import[] {
  const paths = new Set(sources.map(({ path }) => path));
  return sources.flatMap((source) => importsOf(source, paths));
}

function isImport(parent: ts.Node, literal: ts.StringLiteral): boolean {
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return parent.moduleSpecifier === literal;
  if (ts.isLiteralTypeNode(parent)) return ts.isImportTypeNode(parent.parent);
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== literal) return false;
  const { expression } = parent;
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require')
  );
}

/** `import { type A }` still loads the file (verbatimModuleSyntax); only `import type` does not. */
function isTypeOnly(node: ts.Node): boolean {
  if (ts.isLiteralTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

function resolve(from: string, specifier: string, paths: ReadonlySet<string>): string {
  const path = posix.join(posix.dirname(from), specifier);
  const bare = path.replace(/\.js$/, '');
  const files = [path, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`, `${bare}/index.tsx`];
  return files.find((one) => paths.has(one)) ?? (path === bare ? path : `${bare}.ts`);
}
