/** Bounds of one consumer's sockets. Times are in milliseconds; 0 is for none. */
export interface SocketLimits {
  /** Open at the same time to one server. */
  readonly connections: number;
  readonly connectMs: number;
  readonly headersMs: number;
  /** Between two pieces of a body. */
  readonly bodyMs: number;
  /** How long an idle socket stays open. */
  readonly keepAliveMs: number;
}
