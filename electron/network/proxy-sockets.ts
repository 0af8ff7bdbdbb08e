import { type Dispatcher, Pool } from 'undici';
import {
  NetworkFailure,
  networkFailureCode,
  PROXY_GATEWAY,
  PROXY_LOGIN,
  PROXY_REFUSED,
  PROXY_UNREACHABLE,
  PROXY_UNUSABLE,
} from './network-failure.ts';

/** Words for a machine without a network: then nothing is known of the proxy. */
const NO_NETWORK = new Set(['EAI_AGAIN', 'ENETDOWN', 'ENETUNREACH']);

type ConnectOptions = Parameters<Pool['connect']>[0];

/** The sockets to a proxy. They say by code why no tunnel came about, where undici tells it in prose. */
export class ProxySockets extends Pool {
  override connect(options: ConnectOptions): Promise<Dispatcher.ConnectData>;
  override connect(
    options: ConnectOptions,
    callback: (error: Error | null, data: Dispatcher.ConnectData) => void,
  ): void;
  override connect(
    options: ConnectOptions,
    callback?: (error: Error | null, data: Dispatcher.ConnectData) => void,
  ): Promise<Dispatcher.ConnectData> | undefined {
    if (callback !== undefined) {
      super.connect(options, callback);
      return undefined;
    }
    return this.#tunnel(options);
  }

  async #tunnel(options: ConnectOptions): Promise<Dispatcher.ConnectData> {
    let data: Dispatcher.ConnectData;
    try {
      data = await super.connect(options);
    } catch (error) {
      throw new NetworkFailure(codeWithoutAnswer(networkFailureCode(error)), error);
    }
    const { statusCode, socket } = data;
    if (statusCode === 200) {
      return data;
    }
    // What a proxy says beside its refusal is of no use, nor are errors of its socket.
    socket.on('error', () => undefined).destroy();
    throw new NetworkFailure(codeOfAnswer(statusCode));
  }
}

/** Why nothing came back from a proxy. */
export function codeWithoutAnswer(code: string): string {
  if (NO_NETWORK.has(code) || code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_ABORTED') {
    return code;
  }
  // It answers, but not as a proxy, or its own certificate cannot be trusted.
  return /^HTTPParserError$|^HPE_|CERT|SELF_SIGNED|UNABLE_TO_|ERR_SSL|ERR_TLS|^EPROTO$/.test(code)
    ? PROXY_UNUSABLE
    : PROXY_UNREACHABLE;
}

/** What a proxy means that does not open a tunnel (RFC 9110 §9.3.6). */
export function codeOfAnswer(status: number): string {
  if (status === 407) {
    return PROXY_LOGIN;
  }
  if (status >= 500) {
    return PROXY_GATEWAY;
  }
  // 404 and 405 are a web server's, which knows no tunnels.
  return status === 401 || status === 403 || status === 451 ? PROXY_REFUSED : PROXY_UNUSABLE;
}
