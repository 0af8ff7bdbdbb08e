import * as tls from 'node:tls';
import { createSecureContext, type SecureContext } from 'node:tls';

/** Reads one of the stores of certificates; Node has it since 22.15. */
export type ReadStore = (name: 'default' | 'system') => readonly string[];

/** Who may vouch for a server. */
export interface Trust {
  /** Undefined for Node's own choice. */
  readonly context: SecureContext | undefined;
  /** Somebody unknown vouched: from now on those whom the system knows are trusted too. */
  widen(): void;
}

/** Node's own choice, whatever comes. */
export const usualTrust: Trust = { context: undefined, widen: () => undefined };

/**
 * Trusts whom Node trusts and, once that is not enough, also whom the system trusts: a company's own
 * authority, put there by its administrators. Reading the system's store can hold up everything for
 * half a second, so that those who do not need it never pay.
 */
export function createTrust(read: ReadStore | null = ofThisNode()): Trust {
  let isWide = read === null;
  let context: SecureContext | undefined;
  return {
    get context() {
      return context;
    },
    widen: () => {
      if (!isWide && read !== null) {
        isWide = true;
        context = contextOf(read);
      }
    },
  };
}

/** Undefined where the system adds nobody. */
function contextOf(read: ReadStore): SecureContext | undefined {
  try {
    const usual = new Set(read('default'));
    const added = read('system').filter((certificate) => !usual.has(certificate));
    return added.length === 0 ? undefined : createSecureContext({ ca: [...usual, ...added] });
  } catch {
    // A store that cannot be read leaves us where we are.
    return undefined;
  }
}

function ofThisNode(): ReadStore | null {
  return 'getCACertificates' in tls ? (name) => tls.getCACertificates(name) : null;
}
