import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  GAP,
  type ParsedNode,
  type WrittenText,
  writtenTexts,
} from './shared/texts/parsed-texts.ts';

const root = resolve(import.meta.dirname, '../..');

/** What is read out or shown, though it does not stand between tags. */
const SHOWN_ATTRIBUTES =
  /^(title|placeholder|alt|label|description|textValue|aria-(label|description|placeholder|roledescription|valuetext|braillelabel))$/;

/** The only words that the window says from somewhere else, each with the reason. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  'renderer/components/spotify-mark.tsx: Spotify':
    'the name of a brand, the same in every language',
};

/** Where sentences stand that no user of the program reads. */
const NOT_FOR_USERS = [
  /** A page of the sample service, which stands for Spotify’s own. */
  /^electron\/sample-service\//,
  /** SQL. */
  /^electron\/storage\//,
  /** The variables of a development build; a packaged one does not read them. */
  /^electron\/desktop\/service-addresses\.ts$/,
];

/** What only a log, a developer or another program reads. A `reason` goes to the log as well. */
function isInternal(around: readonly ParsedNode[]): boolean {
  return around.some((node) => {
    const { type, callee, id } = node;
    const called = isNode(callee) ? spelled(callee) : '';
    return (
      type === 'ThrowStatement' ||
      (type === 'VariableDeclarator' && isNode(id) && id.name === 'reason') ||
      (type === 'NewExpression' && /(Error|Failure|RegExp|Response)$/.test(called)) ||
      (type === 'CallExpression' && /(^|\.)#?(logger|log)\.|^(plain|super)$/.test(called))
    );
  });
}

function spelled(node: ParsedNode): string {
  const { name, object, property } = node;
  if (typeof name === 'string') return name;
  return [object, property].map((each) => (isNode(each) ? spelled(each) : '')).join('.');
}

function isNode(value: unknown): value is ParsedNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Between tags, or the value of an attribute that is shown; also through `a ? b : c` and `a && b`. */
function isShown(text: WrittenText, nodes: readonly ParsedNode[] = text.around): boolean {
  for (const outer of nodes) {
    switch (outer.type) {
      case 'JSXElement':
      case 'JSXFragment':
        return nodes[0]?.type !== 'JSXOpeningElement';
      case 'JSXAttribute':
        return SHOWN_ATTRIBUTES.test(isNode(outer.name) ? String(outer.name.name) : '');
      case 'JSXExpressionContainer':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'TemplateLiteral':
      case 'BinaryExpression':
        break;
      default:
        return false;
    }
  }
  return false;
}

/** Key caps carry the same signs on every keyboard. */
function isKeyCap(around: readonly ParsedNode[]): boolean {
  const element = around[0];
  const opening = element?.type === 'JSXElement' ? element.openingElement : null;
  return isNode(opening) && isNode(opening.name) && opening.name.name === 'kbd';
}

/** Words of the window in a file of the renderer. */
function wordsOfWindow(path: string): readonly string[] {
  return writtenTexts(path)
    .filter((written) => {
      const words = written.text.replaceAll(GAP, '').trim();
      if (isKeyCap(written.around)) return false;
      if (isShown(written)) return /[\p{L}\p{N}.,:;?]/u.test(words) && !isComparison(written);
      return isSentence(written);
    })
    .map(({ text }) => text.trim());
}

/** `kind === 'x' ? … : …` between tags shows what follows, not what is compared. */
function isComparison({ around }: WrittenText): boolean {
  const [operation] = around;
  return operation?.type === 'BinaryExpression' && operation.operator !== '+';
}

/** Words with a capital in front or a full stop behind: no name that the program gives to anything. */
function isSentence({ text, key, around }: WrittenText): boolean {
  const words = text.replaceAll(GAP, ' ').trim();
  return (
    /\p{L}{2}[^\p{L}]* .*\p{L}{2}/u.test(words) &&
    /^\p{Lu}[\p{Ll}’]+ |[.?…]$/u.test(words) &&
    key !== 'reason' &&
    !isInternal(around)
  );
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !NOT_FOR_USERS.some((where) => where.test(name)));
}

describe('the words of the program', () => {
  it('stand in shared/texts, not in the window’s components', () => {
    const files = filesBelow('renderer');
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      wordsOfWindow(join(root, file)).map((text) => `${file}: ${text}`),
    );
    expect(found.filter((place) => SAID_ELSEWHERE[place] === undefined)).toEqual([]);
    expect(found).toEqual(expect.arrayContaining(Object.keys(SAID_ELSEWHERE)));
  });

  it('stand in shared/texts, not in the main process', () => {
    const files = filesBelow('electron');
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      writtenTexts(join(root, file))
        .filter(isSentence)
        .map(({ text }) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe('a component', () => {
  const head = 'const count = 1, kind = "a", t = { of: String };\n';
  const COUNT = '$'.concat('{count}');
  const KIND = '$'.concat('{kind}');
  it.each([
    ['<p>Nothing yet</p>', 'Nothing yet'],
    ['<p>{t.of(count)}.</p>', '.'],
    ['<p>{count > 0 ? "One more" : t.of(1)}</p>', 'One more'],
    [`<p>{count > 0 && \`Only ${COUNT}\`}</p>`, `Only ${GAP}`],
    ['<p>{t.of(count) + " left"}</p>', 'left'],
    [`<p>{\`${COUNT}: ${KIND}\`}</p>`, `${GAP}: ${GAP}`],
    ['<button aria-label="Close" />', 'Close'],
    ['<button aria-label={count > 0 ? "Close" : t.of(1)} />', 'Close'],
    [`<input placeholder={\`Look for ${KIND}\`} />`, `Look for ${GAP}`],
    ['<img alt="Cover" />', 'Cover'],
    ['<p className="x">{render("Nothing has changed")}</p>', 'Nothing has changed'],
  ])('may not say %s', (jsx, found) => {
    expect(wordsIn(`${head}export const x = ${jsx};`)).toEqual([found]);
  });

  it.each([
    `<p className={\`line line-${KIND}\`}>{t.of(count)}</p>`,
    '<img alt="" className="cover" />',
    '<kbd>?</kbd>',
    '<p title={t.of(count)}>{kind === "moved" ? t.of(1) : t.of(2)}</p>',
    '<p> {t.of(count)} · {kind}</p>',
    '<Menu placement="bottom end">{fail(() => { throw new Error("It was called too early") })}</Menu>',
  ])('may be %s', (jsx) => {
    expect(wordsIn(`${head}export const x = ${jsx};`)).toEqual([]);
  });

  function wordsIn(source: string): readonly string[] {
    const folder = mkdtempSync(join(tmpdir(), 'texts-'));
    try {
      writeFileSync(join(folder, 'probe.tsx'), source);
      return wordsOfWindow(join(folder, 'probe.tsx'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
});
