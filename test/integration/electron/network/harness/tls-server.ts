import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

const DAY_MS = 86_400_000;

export interface TlsServer {
  readonly port: number;
  /** The certificate, to be trusted. */
  readonly ca: string;
  /** Connections that it took, in all. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** A server over TLS on 127.0.0.1 whose certificate is its own authority, for one name. */
export async function startTlsServer(options: {
  readonly name: string;
  readonly validFromMs?: number;
  readonly validToMs?: number;
}): Promise<TlsServer> {
  const nowMs = Date.now();
  const { cert, private: key } = await generate([{ name: 'commonName', value: options.name }], {
    keyType: 'ec',
    notBeforeDate: new Date(options.validFromMs ?? nowMs - DAY_MS),
    notAfterDate: new Date(options.validToMs ?? nowMs + DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: options.name }] },
    ],
  });
  let connections = 0;
  const server: Server = createServer({ cert, key }, (_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end('{"hello":"there"}');
  });
  server.on('secureConnection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    ca: cert,
    connections: () => connections,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
