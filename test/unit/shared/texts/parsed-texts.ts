import { readFileSync } from 'node:fs';
import { parseAst } from 'vite';

/** A text as it stands in a source file. */
export interface WrittenText {
  /** Whole, with `…` of another kind in each gap of a template: see `GAP`. */
  readonly text: string;
  readonly line: number;
  /** The name of the property that it is given to; null where it is given to none. */
  readonly key: string | null;
  /** What stands around it, from the nearest outwards; names of ESTree and JSX nodes. */
  readonly around: readonly ParsedNode[];
}

export interface ParsedNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Stands for whatever a template fills in. */
export const GAP = '⟨⟩';

/** Every string, template and text between tags of a TypeScript file, with what is around it. */
export function writtenTexts(path: string): readonly WrittenText[] {
  const source = readFileSync(path, 'utf8');
  const texts: WrittenText[] = [];
  walk(parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }), [], (node, around) => {
    const text = textOf(node);
    if (text === null) return;
    const line = source.slice(0, node.start).split('\n').length;
    texts.push({ text, line, key: keyOf(node, around), around });
  });
  return texts;
}

function textOf(node: ParsedNode): string | null {
  switch (node.type) {
    case 'Literal':
    case 'JSXText':
      return typeof node.value === 'string' ? node.value : null;
    case 'TemplateLiteral':
      return parts(node.quasis)
        .map(({ value }) => (isRecord(value) ? String(value.cooked) : ''))
        .join(GAP);
    default:
      return null;
  }
}

/** The property whose value the node is, also through a condition or a function without a body. */
function keyOf(node: ParsedNode, around: readonly ParsedNode[]): string | null {
  let inner = node;
  for (const outer of around) {
    if (outer.type === 'Property') return outer.value === inner ? nameOf(outer.key) : null;
    const isPassedOn =
      (outer.type === 'ConditionalExpression' && outer.test !== inner) ||
      (outer.type === 'ArrowFunctionExpression' && outer.body === inner);
    if (!isPassedOn) return null;
    inner = outer;
  }
  return null;
}

function nameOf(key: unknown): string | null {
  if (!isNode(key)) return null;
  return key.type === 'Identifier' ? String(key.name) : String(key.value);
}

function walk(
  value: unknown,
  around: readonly ParsedNode[],
  visit: (node: ParsedNode, around: readonly ParsedNode[]) => void,
): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, around, visit);
  } else if (isNode(value)) {
    visit(value, around);
    for (const child of Object.values(value)) walk(child, [value, ...around], visit);
  }
}

function parts(value: unknown): readonly ParsedNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isNode(value: unknown): value is ParsedNode {
  return isRecord(value) && typeof value.type === 'string' && typeof value.start === 'number';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
