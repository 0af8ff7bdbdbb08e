import { readFile, realpath } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** Everything the page is made of. A file of any other kind is not served, wherever it lies. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly contentType: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * The file that a URL path names below `root`, or null when there is none to be served: outside the
 * folder, behind a symbolic link, of an unknown kind, or missing.
 */
export async function readPageFile(root: string, urlPath: string): Promise<PageFile | null> {
  const segments = pathSegments(urlPath);
  const contentType = CONTENT_TYPES[extname(segments?.at(-1) ?? '')];
  if (segments === null || contentType === undefined) {
    return null;
  }
  try {
    // A link anywhere on the way makes the real path differ from the one that was asked for.
    const path = join(await realpath(root), ...segments);
    if ((await realpath(path)) !== path) {
      return null;
    }
    return { contentType, body: new Uint8Array(await readFile(path)) };
  } catch (error) {
    if (isAbsence(error)) {
      return null;
    }
    throw error;
  }
}

/** Decodes a URL path into file names; null when a name could lead elsewhere. `/` is the page. */
export function pathSegments(urlPath: string): readonly string[] | null {
  if (urlPath === '' || urlPath === '/') {
    return ['index.html'];
  }
  const segments: string[] = [];
  for (const encoded of urlPath.replace(/^\//, '').split('/')) {
    const name = decode(encoded);
    if (name === null || !/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name) || name.includes('..')) {
      return null;
    }
    segments.push(name);
  }
  return segments;
}

function decode(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ELOOP';
}
