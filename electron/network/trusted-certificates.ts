import * as tls from 'node:tls';
import { createSecureContext, type SecureContext } from 'node:tls';

type StoreName = 'default' | 'system';

/** Reads one of the stores of certificates; absent before Node 22.15. */
export type ReadStore = (name: StoreName) => readonly string[];

/**
 * Trusts whom Node trusts and, beyond that, whom the system trusts: a company's own certificate, put
 * there by its administrators. Undefined where the system adds nobody or cannot be asked; then
 * Node's own choice holds. Read once, with the first connection.
 */
export function createTrust(
  read: ReadStore | null = ofThisNode(),
): () => SecureContext | undefined {
  let trust: { readonly context: SecureContext | undefined } | null = null;
  return () => {
    trust ??= { context: read === null ? undefined : contextOf(read) };
    return trust.context;
  };
}

function contextOf(read: ReadStore): SecureContext | undefined {
  try {
    const usual = new Set(read('default'));
    const added = read('system').filter((certificate) => !usual.has(certificate));
    return added.length === 0 ? undefined : createSecureContext({ ca: [...usual, ...added] });
  } catch {
    // A store that cannot be read must not keep us offline.
    return undefined;
  }
}

function ofThisNode(): ReadStore | null {
  return 'getCACertificates' in tls ? (name) => tls.getCACertificates(name) : null;
}
